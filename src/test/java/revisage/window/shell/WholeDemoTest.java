package revisage.window.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.controlsfx.control.RangeSlider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import revisage.project.Project;
import revisage.study.FakeEngines;
import revisage.window.FaceView;
import revisage.window.StepState;
import revisage.work.Progress;
import revisage.work.Work;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The demo from its opening to its reopening, driven as a person would.
@ExtendWith(ApplicationExtension.class)
class WholeDemoTest {

    @TempDir Path folder;

    private DrivenWindow window;

    @Start
    void start(Stage stage) {
        Path own = folder.resolve("demo");
        Work<Progress, Project> demo =
                _ -> {
                    if (Project.is(own)) {
                        return Project.open(own);
                    }
                    try {
                        return PaintedProject.make(own, true);
                    } catch (Exception e) {
                        throw new IllegalStateException("squares can be painted", e);
                    }
                };
        window = new DrivenWindow(stage, folder, new FakeEngines(), Optional.of(demo));
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void openDemo() throws Exception {
        window.press("#start-demo");
        DrivenWindow.await("the vectors are read", () -> done("leak") && done("extractors"));
    }

    private boolean done(String screen) {
        return window.kind(screen) == StepState.Kind.DONE;
    }

    private void rebuild(String search, int queries) {
        window.select("#method-" + search);
        Spinner<?> budget = window.find("#queries", Spinner.class);
        DrivenWindow.act(() -> budget.getEditor().setText(Integer.toString(queries)));
        window.press("#start");
    }

    private boolean formed() {
        return window.stage().getScene().getRoot().lookupAll(".film-cell").size() > 1;
    }

    @Test
    void fromTheDemoToTheFiguresAndBack(FxRobot robot) throws Exception {
        openDemo();
        rebuildWithAStop(robot);
        matches(robot);
        risk(robot);
        robot.clickOn("#rail-export");
        DrivenWindow.await(
                "there are figures", () -> window.kind("export") == StepState.Kind.READY);
        window.press("#export");
        DrivenWindow.await("the figures are written", () -> done("export"));
        for (String file :
                new String[] {
                    "rates-over-k.pdf",
                    "rates-over-n.svg",
                    "cosine-over-queries.csv",
                    "sheet-rebuilt-score-1500.png",
                    "captions.txt"
                }) {
            assertTrue(Files.size(folder.resolve("demo/figures").resolve(file)) > 100, file);
        }
        reopen(robot);
    }

    /// Run, watch it improve, pause, stop, resume.
    private void rebuildWithAStop(FxRobot robot) throws Exception {
        robot.clickOn("#rail-reconstruct");
        rebuild("score", 1_500);
        DrivenWindow.await("a face forms", this::formed);
        window.press("#stop");
        DrivenWindow.await(
                "it has stopped", () -> window.stage().getScene().lookup("#goOn").isVisible());
        assertFalse(
                DrivenWindow.onScreen(
                        () ->
                                window.window()
                                        .workspace()
                                        .project()
                                        .file()
                                        .runs()
                                        .getFirst()
                                        .finished()));
        window.press("#goOn");
        DrivenWindow.await("the faces are rebuilt", () -> done("reconstruct"));
    }

    private void matches(FxRobot robot) throws Exception {
        robot.clickOn("#rail-matches");
        DrivenWindow.await("the gallery has answered", () -> done("matches"));
        assertTrue(window.text("#targetName").startsWith("Target 1:"));
        assertTrue(window.text("#verdict").startsWith("Right person at rank"));
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertTrue(window.text("#targetName").startsWith("Target 2:"));
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        assertTrue(window.text("#targetName").startsWith("Target 1:"));
        Slider k = window.find("#slider", Slider.class);
        DrivenWindow.act(() -> k.setValue(3));
        assertEquals(3, robot.lookup(".candidate").queryAll().size());
        Node right = robot.lookup(".candidate-mark").query();
        assertTrue(right.getParent().getAccessibleText().endsWith("the right person"));
    }

    private void risk(FxRobot robot) throws Exception {
        robot.clickOn("#rail-risk");
        DrivenWindow.await("the risk is measured", () -> done("risk"));
        String ten = window.text("#sentence");
        assertTrue(ten.startsWith("Of 6 leaked vectors, "), ten);
        assertTrue(ten.contains("among 10 suggestions"), ten);
        DrivenWindow.await(
                "the chart is drawn", () -> bar().isVisible() && bar().getHighValue() > 50);
        DrivenWindow.act(() -> bar().requestFocus());
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        String five = window.text("#sentence");
        assertTrue(five.contains("among 5 suggestions"), five);
        assertNotEquals("", window.text("#beside"));
        assertTrue(window.text("#heatNote").contains("among 5 suggestions"));
    }

    private RangeSlider bar() {
        return (RangeSlider) window.stage().getScene().lookup("#k-range .range-slider");
    }

    private void reopen(FxRobot robot) throws Exception {
        DrivenWindow.act(() -> window.window().workspace().saveNow());
        robot.clickOn("#home");
        openDemo();
        assertEquals("Export", DrivenWindow.onScreen(() -> title()));
        DrivenWindow.await("the risk is there again", () -> done("risk"));
        DrivenWindow.await("so are the faces", () -> done("reconstruct"));
    }

    private String title() {
        return ((javafx.scene.control.Label) window.stage().getScene().lookup(".screen-title"))
                .getText();
    }

    @Test
    void twoMethodsStandSideBySideOnOneTarget(FxRobot robot) throws Exception {
        openDemo();
        robot.clickOn("#rail-reconstruct");
        rebuild("linear", 2);
        DrivenWindow.await("the first one is done", () -> done("reconstruct"));
        rebuild("full-vector", 60);
        DrivenWindow.await("the second one is done", () -> runs() == 2);

        ComboBox<?> beside = window.find("#compare", ComboBox.class);
        DrivenWindow.act(() -> beside.getSelectionModel().selectFirst());

        DrivenWindow.await("both are shown", () -> faces() == 3);
        assertTrue(names().contains("Full vector, 60 queries (an estimate)"), names());
        assertTrue(names().contains("Linear (an estimate)"), names());
        assertFalse(lifted(), "the true photo is under its cover");
    }

    private long runs() {
        return window.window().workspace().project().file().runs().stream()
                .filter(r -> r.finished())
                .count();
    }

    private long faces() {
        return window.stage().getScene().lookup("#faces").lookupAll(".face-view").stream()
                .filter(f -> f.getParent().isVisible() && !f.lookup(".face-empty").isVisible())
                .count();
    }

    private boolean lifted() {
        return DrivenWindow.onScreen(
                () ->
                        window.stage().getScene().lookup("#faces").lookupAll(".face-view").stream()
                                .map(FaceView.class::cast)
                                .noneMatch(f -> f.coveredProperty().get()));
    }

    private String names() {
        return DrivenWindow.onScreen(
                () ->
                        window.stage().getScene().lookup("#faces").lookupAll(".label").stream()
                                .map(l -> ((javafx.scene.control.Label) l).getText())
                                .toList()
                                .toString());
    }
}
