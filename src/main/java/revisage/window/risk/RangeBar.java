package revisage.window.risk;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

import org.controlsfx.control.RangeSlider;

import revisage.chart.ScreenChart;
import revisage.window.ChartPane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Two thumbs above a chart, each right above its place on the chart's axis: the upper one is what
/// everything else follows, the lower one is what it is compared with. Arrow keys move the upper
/// one, with Shift the lower one.
final class RangeBar extends Pane {

    private static final double THUMB = 14; // pixels, as the style sheet has it
    private static final double ROUND = 3;
    private static final double HEIGHT = 46;
    private static final double TEXT = 22;

    private final RangeSlider slider = new RangeSlider(0, 1, 0, 1);
    private final Label text = new Label();
    private final String name;
    private final ChartPane chart;
    private final BiFunction<Integer, Integer, String> words;
    private final ObjectProperty<Range> chosen = new SimpleObjectProperty<>(new Range(1, 1));
    private List<Integer> stops = List.of(1);
    private List<Double> places = List.of(0.0);
    private boolean placing;

    /// The two values.
    record Range(int low, int high) {}

    /// @param chart its axis must show the stops
    /// @param name for those who cannot see it
    /// @param words of lower and upper value
    RangeBar(ChartPane chart, String name, BiFunction<Integer, Integer, String> words) {
        this.chart = chart;
        this.name = name;
        this.words = words;
        text.getStyleClass().add("number-label");
        slider.setFocusTraversable(true);
        slider.skinProperty().subscribe(_ -> name());
        getChildren().addAll(text, slider);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        slider.lowValueProperty().subscribe(_ -> moved());
        slider.highValueProperty().subscribe(_ -> moved());
        slider.lowValueChangingProperty().subscribe(_ -> place());
        slider.highValueChangingProperty().subscribe(_ -> place());
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        chart.drawnProperty().subscribe(this::drawn);
        chart.setOnChosen(value -> setHigh(stops.get(RangeStops.nearest(stops, value))));
    }

    /// What is chosen.
    ReadOnlyObjectProperty<Range> rangeProperty() {
        return chosen;
    }

    /// Other values to choose from; what was chosen is kept as far as it can be.
    ///
    /// @param values rising, 1 or more
    /// @param first chosen if nothing was before
    void offer(List<Integer> values, Range first) {
        Range before = stops.size() < 2 ? first : chosen.get();
        stops = List.copyOf(values);
        places = List.of();
        slider.setDisable(stops.size() < 2);
        set(RangeStops.within(stops, before));
    }

    void setHigh(int value) {
        set(new Range(Math.min(chosen.get().low(), value), value));
    }

    private void set(Range range) {
        text.setText(words.apply(range.low(), range.high()));
        name();
        chosen.set(range);
        place();
    }

    /// The bar takes the focus, not its thumbs.
    private void name() {
        String all = name + ". " + text.getText();
        slider.setAccessibleText(all);
        for (String thumb : List.of(".low-thumb", ".high-thumb")) {
            Node part = slider.lookup(thumb);
            if (part != null) {
                part.setAccessibleText(all);
                part.setFocusTraversable(false);
            }
        }
    }

    private void key(KeyEvent e) {
        int by = e.getCode() == KeyCode.LEFT ? -1 : e.getCode() == KeyCode.RIGHT ? 1 : 0;
        if (by != 0) {
            set(RangeStops.step(stops, chosen.get(), by, e.isShiftDown()));
            e.consume();
        }
    }

    private void drawn(Optional<ScreenChart> picture) {
        var found = new ArrayList<Double>();
        for (int stop : stops) {
            picture.stream()
                    .flatMap(p -> p.spots().stream())
                    .filter(s -> Math.round(s.point().x()) == stop)
                    .map(ScreenChart.Spot::x)
                    .findFirst()
                    .ifPresent(found::add);
        }
        slider.setVisible(found.size() == stops.size() && stops.size() > 1);
        if (found.size() == stops.size()) {
            places = found;
            place();
            requestLayout();
        }
    }

    /// Puts the thumbs where the chart has their values.
    private void place() {
        boolean dragged = slider.isLowValueChanging() || slider.isHighValueChanging();
        if (places.size() < 2 || places.size() != stops.size() || dragged) {
            return;
        }
        placing = true;
        double low = places.get(stops.indexOf(chosen.get().low()));
        double high = places.get(stops.indexOf(chosen.get().high()));
        slider.setMin(Math.min(slider.getMin(), places.getFirst()));
        slider.setMax(Math.max(slider.getMax(), places.getLast()));
        slider.setHighValue(slider.getMax());
        slider.setLowValue(low);
        slider.setHighValue(high);
        slider.setMin(places.getFirst());
        slider.setMax(places.getLast());
        placing = false;
    }

    private void moved() {
        if (placing || places.size() != stops.size()) {
            return;
        }
        int low = stops.get(RangeStops.nearestOf(places, slider.getLowValue()));
        int high = stops.get(RangeStops.nearestOf(places, slider.getHighValue()));
        Range now = new Range(low, high);
        if (!now.equals(chosen.get())) {
            set(now);
        }
    }

    @Override
    protected void layoutChildren() {
        double left = places.isEmpty() ? 0 : places.getFirst();
        double right = places.isEmpty() ? getWidth() : places.getLast();
        double x = chart.getLayoutX() - getLayoutX() + left;
        text.resizeRelocate(x, 0, Math.max(0, getWidth() - x), TEXT);
        // ControlsFX counts the round ends of its track in.
        slider.resizeRelocate(
                x + ROUND - THUMB / 2, TEXT, right - left + THUMB - 2 * ROUND, HEIGHT - TEXT);
    }
}
