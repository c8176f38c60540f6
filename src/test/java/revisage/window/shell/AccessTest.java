package revisage.window.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static revisage.window.shell.DrivenWindow.act;
import static revisage.window.shell.DrivenWindow.await;
import static revisage.window.shell.DrivenWindow.onScreen;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.Toggle;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import revisage.project.Project;
import revisage.window.StepState;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The window for those who cannot see it, and for those who have no mouse: all that takes the
/// focus has a name and shows that it has it, and the keys lead to all of it.
class AccessTest extends DrivenTest {

    private static final int MOST_STEPS = 70;
    private static final double AROUND = 6; // pixels in which a ring lies

    /// A project whose every screen is filled.
    private void fill() throws Exception {
        Project project = PaintedProject.make(folder.resolve("p"), true);
        driven.open(project);
        driven.show("reconstruct");
        driven.select("#method-linear");
        driven.press("#start");
        await("the faces are rebuilt", () -> done("reconstruct"));
        driven.show("matches");
        await("the gallery has answered", () -> done("matches"));
        driven.show("risk");
        await("the risk is measured", () -> done("risk"));
    }

    private boolean done(String screen) {
        return driven.kind(screen) == StepState.Kind.DONE;
    }

    @Test
    void allThatTakesTheFocusHasAName() throws Exception {
        var nameless = new TreeSet<String>(nameless("start"));
        fill();
        for (Screens.Step step : driven.window().screens().steps()) {
            driven.show(step.screen().name());
            nameless.addAll(nameless(step.screen().name()));
        }
        act(() -> driven.window().shell().palette());
        nameless.addAll(nameless("palette"));
        assertEquals(Set.of(), nameless);
    }

    @Test
    void theKeysLeadToEverythingAndShowWhereTheyAre() throws Exception {
        fill();
        var unseen = new TreeSet<String>();
        Node from = driven.find("#tasks-button", Node.class);
        for (Screens.Step step : driven.window().screens().steps()) {
            String screen = step.screen().name();
            driven.show(screen);
            driven.drawn(3);
            act(from::requestFocus);
            Set<Node> reached = new LinkedHashSet<>();
            Optional<Node> before = Optional.empty();
            while (reached.size() < MOST_STEPS) {
                Node now = onward();
                before.filter(b -> same(b, now)).ifPresent(b -> unseen.add(screen + ": " + b));
                if (inRail(now)) {
                    break;
                }
                reached.add(now);
                before = Optional.of(now);
            }
            List<String> missed =
                    onScreen(
                            () ->
                                    inside(driven.stage().getScene().lookup(".content"))
                                            .filter(n -> !reached.contains(n) && !beside(n))
                                            .map(Node::toString)
                                            .toList());
            assertTrue(reached.size() < MOST_STEPS, screen + " " + reached);
            assertEquals(List.of(), missed, screen);
        }
        assertEquals(Set.of(), unseen);
    }

    @Test
    void theMapOfTheLeakGoesByKeysAndSaysWhereOneIs() throws Exception {
        fill();
        driven.show("leak");
        Node map = driven.find("#map-points", Node.class);
        assertTrue(map.getAccessibleHelp().startsWith("The arrow keys lead"));
        act(map::requestFocus);
        var passed = new TreeSet<String>();
        for (KeyCode code : List.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN)) {
            for (int i = 0; i < 6; i++) {
                key(map, code);
                passed.add(map.getAccessibleText());
            }
        }
        assertTrue(passed.size() > 3, passed.toString());
        key(map, KeyCode.SPACE);
        assertTrue(map.getAccessibleText().endsWith("picked as a target"));
        assertEquals("1 picked as targets", driven.text("#picked"));
        key(map, KeyCode.SPACE);
        assertEquals("All vectors are targets", driven.text("#picked"));
    }

    private static void key(Node node, KeyCode code) {
        var event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
        act(() -> Event.fireEvent(node, event));
    }

    @Test
    void aShortcutLeadsTheKeysIntoTheScreen() throws Exception {
        fill();
        for (KeyCode code : List.of(KeyCode.DIGIT1, KeyCode.DIGIT4, KeyCode.DIGIT6)) {
            act(() -> driven.stage().getScene().lookup("#home").requestFocus());
            driven.control(code);
            Node content = driven.find(".content", Node.class);
            Node owner = onScreen(() -> driven.stage().getScene().getFocusOwner());
            assertTrue(inside(content).anyMatch(n -> n == owner), code + " " + owner);
            assertTrue(owner.isFocusVisible());
        }
    }

    @Test
    void theWalkThroughGoesByKeysAndKeepsThem(FxRobot robot) throws Exception {
        fill();
        act(() -> driven.stage().getScene().lookup("#home").requestFocus());
        robot.press(KeyCode.F1).release(KeyCode.F1);
        Node tour = driven.find("#tour", Node.class);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertEquals("extractors", driven.place());
        for (int i = 0; i < 6; i++) {
            robot.press(KeyCode.TAB).release(KeyCode.TAB);
            Node owner = onScreen(() -> driven.stage().getScene().getFocusOwner());
            assertTrue(inside(tour).anyMatch(n -> n == owner), owner.toString());
        }
        for (int i = 2; i < driven.window().screens().steps().size(); i++) {
            act(tour::requestFocus);
            robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        }
        assertEquals("export", driven.place());
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertEquals(Optional.empty(), onScreen(() -> shown("#tour")));
    }

    private Optional<Node> shown(String id) {
        return Optional.ofNullable(driven.stage().getScene().lookup(id));
    }

    private static boolean inRail(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent)
                .anyMatch(n -> n.getStyleClass().contains("rail"));
    }

    /// The arrow keys lead to the other buttons of a group.
    private static boolean beside(Node node) {
        return node instanceof Toggle one && one.getToggleGroup() != null && !one.isSelected();
    }

    private final List<int[]> pictures = new ArrayList<>();

    /// The next node that takes the focus; the place of the one before is pictured with and
    /// without.
    private Node onward() throws InterruptedException {
        Node before = onScreen(() -> driven.stage().getScene().getFocusOwner());
        pictures.clear();
        pictures.add(onScreen(() -> picture(before)));
        act(() -> before.requestFocusTraversal(TraversalDirection.NEXT));
        driven.drawn(1);
        pictures.add(onScreen(() -> picture(before)));
        return onScreen(() -> driven.stage().getScene().getFocusOwner());
    }

    private boolean same(Node before, Node now) {
        boolean shownByItsOwner = before.getParent() instanceof Spinner<?>;
        return before != now
                && !shownByItsOwner
                && Arrays.equals(pictures.getFirst(), pictures.getLast());
    }

    private int[] picture(Node node) {
        Parent root = driven.stage().getScene().getRoot();
        root.applyCss();
        root.layout();
        Bounds place = root.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        var asked = new SnapshotParameters();
        asked.setViewport(
                new Rectangle2D(
                        place.getMinX() - AROUND,
                        place.getMinY() - AROUND,
                        place.getWidth() + 2 * AROUND,
                        place.getHeight() + 2 * AROUND));
        WritableImage image = root.snapshot(asked, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private List<String> nameless(String screen) {
        return onScreen(
                () ->
                        inside(driven.stage().getScene().getRoot())
                                .filter(n -> !named(n))
                                .map(n -> screen + ": " + n)
                                .toList());
    }

    /// What takes the focus there.
    private static Stream<Node> inside(Node place) {
        return all(place).filter(n -> n.isFocusTraversable() && !n.isDisabled());
    }

    /// All that is to be seen, inner parts of controls included.
    private static Stream<Node> all(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        Stream<Node> inner =
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(AccessTest::all)
                        : Stream.empty();
        return Stream.concat(Stream.of(node), inner);
    }

    private boolean named(Node node) {
        String text = node.getAccessibleText();
        boolean own = text != null && !text.isBlank();
        boolean words = node instanceof Labeled l && l.getText() != null && !l.getText().isBlank();
        boolean labelled =
                all(driven.stage().getScene().getRoot())
                        .anyMatch(n -> n instanceof Label l && l.getLabelFor() == node);
        return own || words || labelled;
    }
}
