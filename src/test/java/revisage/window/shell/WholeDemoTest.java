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
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

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
class WholeDemoTest extends DrivenTest {

    @Override
    DrivenWindow open(Stage stage) {
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
        return new DrivenWindow(stage, folder, new FakeEngines(), Optional.of(demo));
    }

    private void openDemo() throws Exception {
        driven.press("#start-demo");
        DrivenWindow.await("the vectors are read", () -> done("leak") && done("extractors"));
    }

    private boolean done(String screen) {
        return driven.kind(screen) == StepState.Kind.DONE;
    }

    private void rebuild(String search, int queries) {
        driven.select("#method-" + search);
        Spinner<?> budget = driven.find("#queries", Spinner.class);
        DrivenWindow.act(() -> budget.getEditor().setText(Integer.toString(queries)));
        driven.press("#start");
    }

    private boolean formed() {
        return driven.stage().getScene().getRoot().lookupAll(".film-cell").size() > 1;
    }

    @Test
    void fromTheDemoToTheFiguresAndBack(FxRobot robot) throws Exception {
        openDemo();
        rebuildWithAStop(robot);
        matches(robot);
        risk(robot);
        robot.clickOn("#rail-export");
        DrivenWindow.await(
                "there are figures", () -> driven.kind("export") == StepState.Kind.READY);
        driven.press("#export");
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
        driven.press("#stop");
        DrivenWindow.await(
                "it has stopped", () -> driven.stage().getScene().lookup("#goOn").isVisible());
        assertFalse(
                DrivenWindow.onScreen(
                        () ->
                                driven.window()
                                        .workspace()
                                        .project()
                                        .file()
                                        .runs()
                                        .getFirst()
                                        .finished()));
        driven.press("#goOn");
        DrivenWindow.await("the faces are rebuilt", () -> done("reconstruct"));
    }

    private void matches(FxRobot robot) throws Exception {
        robot.clickOn("#rail-matches");
        DrivenWindow.await("the gallery has answered", () -> done("matches"));
        assertTrue(driven.text("#targetName").startsWith("Target 1:"));
        assertTrue(driven.text("#verdict").startsWith("Right person at rank"));
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertTrue(driven.text("#targetName").startsWith("Target 2:"));
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        assertTrue(driven.text("#targetName").startsWith("Target 1:"));
        Slider k = driven.find("#slider", Slider.class);
        DrivenWindow.act(() -> k.setValue(3));
        assertEquals(3, robot.lookup(".candidate").queryAll().size());
        Node right = robot.lookup(".candidate-mark").query();
        assertTrue(right.getParent().getAccessibleText().endsWith("the right person"));
    }

    private void risk(FxRobot robot) throws Exception {
        robot.clickOn("#rail-risk");
        DrivenWindow.await("the risk is measured", () -> done("risk"));
        String ten = driven.text("#sentence");
        assertTrue(ten.startsWith("Of 6 leaked vectors, "), ten);
        assertTrue(ten.contains("among 10 suggestions"), ten);
        DrivenWindow.await(
                "the chart is drawn", () -> bar().isVisible() && bar().getHighValue() > 50);
        DrivenWindow.act(() -> bar().requestFocus());
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        String five = driven.text("#sentence");
        assertTrue(five.contains("among 5 suggestions"), five);
        assertNotEquals("", driven.text("#beside"));
        assertTrue(driven.text("#heatNote").contains("among 5 suggestions"));
    }

    private RangeSlider bar() {
        return (RangeSlider) driven.stage().getScene().lookup("#k-range .range-slider");
    }

    private void reopen(FxRobot robot) throws Exception {
        DrivenWindow.act(() -> driven.window().workspace().saveNow());
        robot.clickOn("#home");
        openDemo();
        assertEquals("Export", DrivenWindow.onScreen(() -> title()));
        DrivenWindow.await("the risk is there again", () -> done("risk"));
        DrivenWindow.await("so are the faces", () -> done("reconstruct"));
    }

    private String title() {
        return ((javafx.scene.control.Label) driven.stage().getScene().lookup(".screen-title"))
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

        ComboBox<?> beside = driven.find("#compare", ComboBox.class);
        DrivenWindow.act(() -> beside.getSelectionModel().selectFirst());

        DrivenWindow.await("both are shown", () -> faces() == 3);
        assertTrue(names().contains("Full vector, 60 queries (an estimate)"), names());
        assertTrue(names().contains("Linear (an estimate)"), names());
        assertFalse(lifted(), "the true photo is under its cover");
    }

    private long runs() {
        return driven.window().workspace().project().file().runs().stream()
                .filter(r -> r.finished())
                .count();
    }

    private long faces() {
        return driven.stage().getScene().lookup("#faces").lookupAll(".face-view").stream()
                .filter(f -> f.getParent().isVisible() && !f.lookup(".face-empty").isVisible())
                .count();
    }

    private boolean lifted() {
        return DrivenWindow.onScreen(
                () ->
                        driven.stage().getScene().lookup("#faces").lookupAll(".face-view").stream()
                                .map(FaceView.class::cast)
                                .noneMatch(f -> f.coveredProperty().get()));
    }

    private String names() {
        return DrivenWindow.onScreen(
                () ->
                        driven.stage().getScene().lookup("#faces").lookupAll(".label").stream()
                                .map(l -> ((javafx.scene.control.Label) l).getText())
                                .toList()
                                .toString());
    }
}
