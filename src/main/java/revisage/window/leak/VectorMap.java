package revisage.window.leak;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

import revisage.study.LeakOverview.Spot;
import revisage.window.Words;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/// The vectors as dots, alike ones near each other. Dragging a frame picks targets, a click one. By
/// keys: the arrows lead from dot to dot, Space picks one or lets it go.
final class VectorMap extends Pane {

    private static final double EDGE = 14;
    private static final double CLICK = 4;

    private final Words words;
    private final Canvas canvas = new Canvas();
    private final Rectangle frame = new Rectangle();
    private List<Spot> spots = List.of();
    private Set<Integer> picked = Set.of();
    private Consumer<List<Integer>> told = _ -> {};
    private Function<Spot, String> name = _ -> "";
    private Optional<Spot> here = Optional.empty();
    private boolean dark;
    private double pressedX;
    private double pressedY;

    /// @param words of the window
    VectorMap(Words words) {
        this.words = words;
        setFocusTraversable(true);
        setId("map-points");
        setAccessibleHelp(words.of("leak.map.keys"));
        focusedProperty().subscribe(this::entered);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        getStyleClass().add("vector-map");
        setMinSize(120, 110);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        frame.getStyleClass().add("map-frame");
        frame.setVisible(false);
        frame.setMouseTransparent(true);
        getChildren().addAll(canvas, frame);
        widthProperty().subscribe(_ -> draw());
        heightProperty().subscribe(_ -> draw());
        setOnMousePressed(
                e -> {
                    requestFocus();
                    pressedX = e.getX();
                    pressedY = e.getY();
                });
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(this::released);
    }

    /// @param called what a dot is called
    void show(List<Spot> all, Function<Spot, String> called, Consumer<List<Integer>> tell) {
        spots = all;
        name = called;
        told = tell;
        here = Optional.empty();
        say();
        draw();
    }

    /// The keys begin at a target, or in the middle.
    private void entered(boolean focused) {
        if (focused && here.isEmpty()) {
            var place = new Place();
            here =
                    spots.stream()
                            .min(
                                    Comparator.comparing((Spot s) -> !picked.contains(s.row()))
                                            .thenComparingDouble(
                                                    s ->
                                                            Math.hypot(
                                                                    place.x(s) - getWidth() / 2,
                                                                    place.y(s) - getHeight() / 2)));
        }
        say();
        draw();
    }

    private void key(KeyEvent e) {
        switch (e.getCode()) {
            case KeyCode.LEFT -> go(-1, 0);
            case KeyCode.RIGHT -> go(1, 0);
            case KeyCode.UP -> go(0, -1);
            case KeyCode.DOWN -> go(0, 1);
            case KeyCode.SPACE, KeyCode.ENTER -> here.ifPresent(s -> turn(s.row()));
            default -> {
                return;
            }
        }
        e.consume();
    }

    /// To the nearest dot that way; one far aside counts as farther.
    private void go(int right, int down) {
        var place = new Place();
        here = here.flatMap(from -> next(place, from, right, down)).or(() -> here);
        say();
        draw();
    }

    private Optional<Spot> next(Place place, Spot from, int right, int down) {
        return spots.stream()
                .filter(s -> along(place, from, s, right, down) > 0)
                .min(
                        Comparator.comparingDouble(
                                s ->
                                        along(place, from, s, right, down)
                                                + 3
                                                        * Math.abs(
                                                                along(
                                                                        place, from, s, down,
                                                                        right))));
    }

    private static double along(Place place, Spot from, Spot to, int right, int down) {
        return (place.x(to) - place.x(from)) * right + (place.y(to) - place.y(from)) * down;
    }

    private void turn(int row) {
        var now = new TreeSet<>(picked);
        if (!now.remove(row)) {
            now.add(row);
        }
        told.accept(List.copyOf(now));
    }

    /// For those who cannot see it.
    private void say() {
        setAccessibleText(
                here.map(
                                s ->
                                        words.of(
                                                picked.contains(s.row())
                                                        ? "leak.map.picked"
                                                        : "leak.map.dot",
                                                name.apply(s)))
                        .orElse(words.of("leak.map")));
    }

    void pick(List<Integer> rows) {
        picked = new TreeSet<>(rows);
        say();
        draw();
    }

    void dark(boolean on) {
        dark = on;
        draw();
    }

    private void dragged(MouseEvent e) {
        frame.setVisible(true);
        frame.setX(Math.min(pressedX, e.getX()));
        frame.setY(Math.min(pressedY, e.getY()));
        frame.setWidth(Math.abs(e.getX() - pressedX));
        frame.setHeight(Math.abs(e.getY() - pressedY));
    }

    private void released(MouseEvent e) {
        boolean click = !frame.isVisible() || frame.getWidth() + frame.getHeight() < CLICK;
        double room = click ? 6 : 0;
        double left = Math.min(pressedX, e.getX()) - room;
        double top = Math.min(pressedY, e.getY()) - room;
        double right = Math.max(pressedX, e.getX()) + room;
        double bottom = Math.max(pressedY, e.getY()) + room;
        frame.setVisible(false);
        var place = new Place();
        told.accept(
                spots.stream()
                        .filter(
                                s -> {
                                    double x = place.x(s);
                                    double y = place.y(s);
                                    return x >= left && x <= right && y >= top && y <= bottom;
                                })
                        .map(Spot::row)
                        .limit(click ? 1 : Long.MAX_VALUE)
                        .sorted()
                        .toList());
    }

    private final class Place {

        private final double left = spots.stream().mapToDouble(Spot::x).min().orElse(0);
        private final double right = spots.stream().mapToDouble(Spot::x).max().orElse(1);
        private final double low = spots.stream().mapToDouble(Spot::y).min().orElse(0);
        private final double high = spots.stream().mapToDouble(Spot::y).max().orElse(1);

        double x(Spot s) {
            double span = Math.max(1e-9, right - left);
            return EDGE + (s.x() - left) / span * (getWidth() - 2 * EDGE);
        }

        double y(Spot s) {
            double span = Math.max(1e-9, high - low);
            return getHeight() - EDGE - (s.y() - low) / span * (getHeight() - 2 * EDGE);
        }
    }

    private void draw() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        var place = new Place();
        double size = spots.size() > 400 ? 5 : 7;
        g.setFill(Color.web(dark ? "#58a6ff" : "#0969da", picked.isEmpty() ? 0.6 : 0.25));
        spots.stream().filter(s -> !picked.contains(s.row())).forEach(s -> dot(g, place, s, size));
        g.setFill(Color.web(dark ? "#58a6ff" : "#0969da"));
        g.setStroke(Color.web(dark ? "#f0f6fc" : "#24292f"));
        g.setLineWidth(1.2);
        spots.stream()
                .filter(s -> picked.contains(s.row()))
                .forEach(
                        s -> {
                            dot(g, place, s, size + 2);
                            double half = size / 2 + 1;
                            g.strokeOval(place.x(s) - half, place.y(s) - half, 2 * half, 2 * half);
                        });
        if (isFocused()) {
            here.ifPresent(s -> ring(g, place, s, size + 9));
        }
    }

    private static void ring(GraphicsContext g, Place place, Spot s, double size) {
        g.setLineWidth(2);
        g.strokeOval(place.x(s) - size / 2, place.y(s) - size / 2, size, size);
    }

    private static void dot(GraphicsContext g, Place place, Spot s, double size) {
        g.fillOval(place.x(s) - size / 2, place.y(s) - size / 2, size, size);
    }
}
