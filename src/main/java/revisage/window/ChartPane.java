package revisage.window;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import revisage.chart.ChartSpec;
import revisage.chart.ScreenChart;
import revisage.window.Jobs.Outcome;

import java.nio.IntBuffer;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// A chart that is drawn on another thread and only shown here, with a tip at the nearest point and
/// a line at one place of its axis. An empty chart says why.
public final class ChartPane extends Pane {

    private static final double NEAR = 24; // pixels

    private final ImageView picture = new ImageView();
    private final Label empty = new Label();
    private final Label tip = new Label();
    private final Line cursor = new Line();
    private final Rectangle stretch = new Rectangle();
    private Optional<ChartSpec> figure = Optional.empty();
    private Function<ScreenChart.Spot, String> tips = _ -> "";
    private OptionalDouble place = OptionalDouble.empty();
    private OptionalDouble from = OptionalDouble.empty();
    private DoubleConsumer chosen = _ -> {};
    private boolean legend = true;
    private @Nullable Latest drawing;
    private @Nullable Workspace workspace;
    private final ObjectProperty<Optional<ScreenChart>> drawn =
            new SimpleObjectProperty<>(Optional.empty());

    public ChartPane() {
        getStyleClass().add("chart-pane");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        empty.getStyleClass().add("chart-empty");
        empty.setWrapText(true);
        tip.getStyleClass().add("chart-tip");
        tip.setVisible(false);
        tip.setMouseTransparent(true);
        cursor.getStyleClass().add("chart-cursor");
        cursor.setVisible(false);
        cursor.setMouseTransparent(true);
        stretch.getStyleClass().add("chart-stretch");
        stretch.setVisible(false);
        stretch.setMouseTransparent(true);
        picture.setMouseTransparent(true);
        getChildren().addAll(picture, empty, stretch, cursor, tip);
        setMinSize(120, 90);
        widthProperty().subscribe(_ -> redraw());
        heightProperty().subscribe(_ -> redraw());
        setOnMouseMoved(e -> point(e.getX(), e.getY()));
        setOnMouseExited(_ -> tip.setVisible(false));
        setOnMouseClicked(
                e ->
                        nearest(s -> Math.abs(s.x() - e.getX()))
                                .ifPresent(s -> chosen.accept(s.point().x())));
    }

    /// Before the first figure.
    public void install(Workspace of) {
        workspace = of;
        drawing = new Latest(of.jobs());
        of.darkProperty().subscribe(_ -> redraw());
        of.preferencesProperty().subscribe(_ -> redraw());
    }

    /// Without names of curves below.
    public void withoutLegend() {
        legend = false;
    }

    /// What is said of a point.
    public void setTips(Function<ScreenChart.Spot, String> words) {
        tips = words;
    }

    /// Told the value of the axis that was clicked at.
    public void setOnChosen(DoubleConsumer told) {
        chosen = told;
    }

    /// Shows this figure as soon as it is drawn.
    public void setFigure(ChartSpec spec) {
        figure = Optional.of(spec);
        setAccessibleText(spec.title() + " " + spec.y().label() + " / " + spec.x().label());
        empty.setVisible(false);
        redraw();
    }

    /// Shows no figure and says why.
    public void clear(String why) {
        figure = Optional.empty();
        drawn.set(Optional.empty());
        picture.setImage(null);
        cursor.setVisible(false);
        stretch.setVisible(false);
        tip.setVisible(false);
        empty.setText(why);
        empty.setVisible(true);
        setAccessibleText(why);
    }

    /// Draws a line at this value of the axis.
    public void setCursorAt(OptionalDouble value) {
        setCursorAt(value, OptionalDouble.empty());
    }

    /// Draws a line at this value of the axis and shades the stretch before it.
    ///
    /// @param since where the stretch begins
    public void setCursorAt(OptionalDouble value, OptionalDouble since) {
        place = value;
        from = since;
        showCursor();
    }

    /// The picture as it was drawn last; empty where there is none.
    public ReadOnlyObjectProperty<Optional<ScreenChart>> drawnProperty() {
        return drawn;
    }

    private void redraw() {
        Workspace of = workspace;
        Latest latest = drawing;
        int width = (int) getWidth();
        int height = (int) getHeight();
        if (of == null || latest == null || figure.isEmpty() || width < 40 || height < 40) {
            return;
        }
        ChartSpec spec = figure.get();
        double density =
                getScene() == null || getScene().getWindow() == null
                        ? 1
                        : Math.max(1, getScene().getWindow().getRenderScaleX());
        double letters = of.preferencesProperty().get().fontSize() / 13.0;
        var frame =
                new ScreenChart.Frame(
                        width, height, density, letters, of.darkProperty().get(), legend);
        latest.ask(_ -> ScreenChart.of(spec, frame), (Outcome<ScreenChart> o) -> show(o, frame));
    }

    private void show(Outcome<ScreenChart> outcome, ScreenChart.Frame frame) {
        switch (outcome) {
            case Outcome.Done<ScreenChart>(ScreenChart chart) -> {
                if (figure.isEmpty()) {
                    return;
                }
                var pixels =
                        new PixelBuffer<>(
                                chart.width(),
                                chart.height(),
                                IntBuffer.wrap(chart.argb()),
                                PixelFormat.getIntArgbPreInstance());
                picture.setImage(new WritableImage(pixels));
                picture.setFitWidth(frame.width());
                picture.setFitHeight(frame.height());
                drawn.set(Optional.of(chart));
                showCursor();
            }
            case Outcome.Stopped<ScreenChart> _ -> {}
            case Outcome.Failed<ScreenChart>(Problem problem) -> clear(problem.happened());
        }
    }

    private void showCursor() {
        Optional<ScreenChart.Spot> at = spotAt(place);
        cursor.setVisible(at.isPresent());
        at.ifPresent(
                spot -> {
                    cursor.setStartX(spot.x());
                    cursor.setEndX(spot.x());
                });
        Optional<ScreenChart.Spot> since = spotAt(from).filter(_ -> at.isPresent());
        stretch.setVisible(since.isPresent());
        since.ifPresent(
                spot -> {
                    stretch.setX(spot.x());
                    stretch.setWidth(Math.max(0, at.orElseThrow().x() - spot.x()));
                });
        drawn.get()
                .ifPresent(
                        chart -> {
                            cursor.setStartY(chart.top());
                            cursor.setEndY(chart.bottom());
                            stretch.setY(chart.top());
                            stretch.setHeight(chart.bottom() - chart.top());
                        });
    }

    private Optional<ScreenChart.Spot> spotAt(OptionalDouble value) {
        return value.isEmpty()
                ? Optional.empty()
                : nearest(s -> Math.abs(s.point().x() - value.getAsDouble()));
    }

    private Optional<ScreenChart.Spot> nearest(ToDoubleFunction<ScreenChart.Spot> distance) {
        return drawn.get().stream()
                .flatMap(c -> c.spots().stream())
                .min(Comparator.comparingDouble(distance));
    }

    private void point(double x, double y) {
        var here = new Point2D(x, y);
        Optional<ScreenChart.Spot> spot =
                nearest(s -> here.distance(s.x(), s.y()))
                        .filter(s -> here.distance(s.x(), s.y()) < NEAR);
        String words = spot.map(tips).orElse("");
        tip.setVisible(!words.isEmpty());
        if (spot.isPresent() && !words.isEmpty()) {
            tip.setText(words);
            tip.applyCss();
            double width = tip.prefWidth(-1);
            double height = tip.prefHeight(-1);
            tip.resize(width, height);
            tip.relocate(
                    Math.clamp(spot.get().x() + 10, 0, Math.max(0, getWidth() - width)),
                    Math.clamp(spot.get().y() - height - 8, 0, Math.max(0, getHeight() - height)));
        }
    }

    @Override
    protected void layoutChildren() {
        empty.resizeRelocate(16, 0, Math.max(0, getWidth() - 32), getHeight());
        if (tip.isVisible()) {
            tip.resize(tip.prefWidth(-1), tip.prefHeight(-1));
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 360;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 240;
    }
}
