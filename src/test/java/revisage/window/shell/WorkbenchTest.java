package revisage.window.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static revisage.window.shell.DrivenWindow.act;
import static revisage.window.shell.DrivenWindow.await;
import static revisage.window.shell.DrivenWindow.onScreen;

import javafx.application.ColorScheme;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import revisage.project.Preferences;
import revisage.project.Project;
import revisage.project.ProjectFile;
import revisage.window.StepState;
import revisage.window.Task;

import java.nio.file.Files;
import java.nio.file.Path;

/// The whole window on JavaFX's headless platform, driven as a person would.
class WorkbenchTest extends DrivenTest {

    @Test
    void aRunIsPausedGoesOnAndIsStoppedWithWhatItFound(FxRobot robot) throws Exception {
        driven.open(PaintedProject.make(folder.resolve("p"), false));
        robot.clickOn("#rail-reconstruct");
        act(
                () -> {
                    ((RadioButton) driven.stage().getScene().lookup("#method-reference"))
                            .setSelected(true);
                    ((javafx.scene.control.Spinner<?>) driven.stage().getScene().lookup("#queries"))
                            .getEditor()
                            .setText("500000");
                });
        driven.press("#start");
        await(
                "the search is on its way",
                () ->
                        ((Label) driven.stage().getScene().lookup("#state"))
                                .getText()
                                .contains("queries"));
        driven.press("#pause");
        String paused = driven.text("#state");
        assertTrue(paused.startsWith("Paused"), paused);
        driven.press("#pause");
        assertEquals(StepState.Kind.RUNNING, onScreen(() -> driven.kind("reconstruct")));
        long asked = System.nanoTime();
        driven.press("#stop");
        await("it has stopped", () -> driven.stage().getScene().lookup("#goOn").isVisible());
        assertTrue(System.nanoTime() - asked < 20_000_000_000L);
        Task task = onScreen(() -> driven.window().workspace().tasks().all().getFirst());
        assertEquals(Task.State.STOPPED, onScreen(() -> task.stateProperty().get()));
        assertFalse(
                onScreen(
                        () ->
                                driven.window()
                                        .workspace()
                                        .project()
                                        .file()
                                        .runs()
                                        .getFirst()
                                        .finished()));
    }

    @Test
    void aBrokenVectorFileIsASentenceWithARemedy() throws Exception {
        Path file = folder.resolve("leak.npy");
        Files.writeString(file, "no vectors at all");
        act(
                () -> {
                    driven.window().opening().vectors(file);
                });
        await("it says so", () -> driven.kind("leak") == StepState.Kind.PROBLEM);

        assertTrue(Files.exists(folder.resolve("leak-revisage").resolve(Project.FILE)));
        Label said =
                onScreen(
                        () ->
                                (Label)
                                        driven.stage()
                                                .getScene()
                                                .lookup(".note-problem")
                                                .lookup(".label"));
        assertTrue(said.getText().endsWith("."), said.getText());
    }

    @Test
    void whoMayWorkOnTheDataIsAskedOnceAndNoted(FxRobot robot) throws Exception {
        Path own = folder.resolve("p");
        new Project(own, ProjectFile.empty("Real people")).save();
        act(
                () -> {
                    driven.window().opening().project(own);
                });
        await("it asks", () -> driven.stage().getScene().lookup("#authority") != null);
        driven.control(KeyCode.K); // neither the palette nor Escape gets around it
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        robot.clickOn("#authority-mandate");
        robot.clickOn("#authority-go");

        await(
                "it is noted",
                () -> driven.window().workspace().project().file().authority().isPresent());
        assertEquals(null, onScreen(() -> driven.stage().getScene().lookup("#authority")));
        var noted =
                onScreen(
                        () ->
                                driven.window()
                                        .workspace()
                                        .project()
                                        .file()
                                        .authority()
                                        .orElseThrow());
        assertEquals("mandate", noted.basis());
    }

    @Test
    void everyScreenIsReachedByKeysAndThePaletteAndEditsAreUndone(FxRobot robot) throws Exception {
        driven.open(PaintedProject.make(folder.resolve("p"), true));
        for (Screens.Step step : driven.window().screens().steps()) {
            act(
                    () -> {
                        driven.window().shell().show(step.screen());
                    });
        }
        driven.control(KeyCode.DIGIT2);
        assertEquals("extractors", driven.place());
        driven.control(KeyCode.K);
        robot.write("go to risk");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertEquals("risk", driven.place());

        var model = driven.window().screens().extractors();
        act(
                () -> {
                    model.remove(model.entries().getLast());
                });
        assertEquals(1, onScreen(() -> model.entries().size()));
        driven.control(KeyCode.Z);
        assertEquals(2, onScreen(() -> model.entries().size()));
        driven.control(KeyCode.Y);
        assertEquals(1, onScreen(() -> model.entries().size()));
        driven.press("#undo");
        assertEquals(2, onScreen(() -> model.entries().size()));
        driven.press("#redo");
        assertEquals(1, onScreen(() -> model.entries().size()));
        assertTrue(driven.find("#redo", Button.class).isDisabled());

        act(
                () -> {
                    driven.window().workspace().prefer(p -> p.withTheme("dark"));
                });
        assertEquals(true, onScreen(() -> driven.window().workspace().darkProperty().get()));
        await(
                "it is kept",
                () -> Preferences.read(folder.resolve("preferences.json")).theme().equals("dark"));
    }

    @Test
    void theWindowFollowsTheSystemUntilOneChoosesOtherwise() {
        var system = driven.stage().getScene().getPreferences();
        for (ColorScheme scheme : ColorScheme.values()) {
            act(
                    () -> {
                        driven.window().workspace().prefer(p -> p.withTheme("system"));
                        system.setColorScheme(scheme);
                    });
            boolean dark = scheme == ColorScheme.DARK;
            assertEquals(dark, onScreen(() -> driven.window().workspace().darkProperty().get()));
            act(
                    () -> {
                        driven.window()
                                .workspace()
                                .prefer(p -> p.withTheme(dark ? "light" : "dark"));
                    });
            assertEquals(!dark, onScreen(() -> driven.window().workspace().darkProperty().get()));
        }
    }

    @Test
    void faceCoversAreOnForRealPeopleAndOffForSyntheticOnes() throws Exception {
        driven.open(PaintedProject.make(folder.resolve("p"), false));
        assertEquals(false, onScreen(() -> driven.window().workspace().coveredProperty().get()));

        new Project(folder.resolve("q"), ProjectFile.empty("Real people")).save();
        act(
                () -> {
                    driven.window().opening().project(folder.resolve("q"));
                });
        await("it is open", () -> driven.window().workspace().project().folder().endsWith("q"));
        assertEquals(true, onScreen(() -> driven.window().workspace().coveredProperty().get()));
        assertInstanceOf(
                StepState.class,
                onScreen(() -> driven.window().screens().named("leak").step().get()));

        act(
                () -> {
                    driven.window().workspace().toggleCoverSetting();
                });
        assertEquals(false, onScreen(() -> driven.window().workspace().coveredProperty().get()));
        await(
                "the choice is kept",
                () -> !Preferences.read(folder.resolve("preferences.json")).covered());
    }
}
