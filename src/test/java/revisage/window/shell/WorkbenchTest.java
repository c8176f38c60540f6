package revisage.window.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.application.ColorScheme;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import revisage.project.Preferences;
import revisage.project.Project;
import revisage.project.ProjectFile;
import revisage.study.FakeEngines;
import revisage.window.Chooser;
import revisage.window.Jobs;
import revisage.window.StepState;
import revisage.window.Task;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// The whole window on JavaFX's headless platform, driven as a person would.
@ExtendWith(ApplicationExtension.class)
class WorkbenchTest {

    private static final Chooser NOTHING =
            new Chooser() {
                @Override
                public Optional<Path> file(String title, List<String> endings) {
                    return Optional.empty();
                }

                @Override
                public Optional<Path> folder(String title) {
                    return Optional.empty();
                }
            };

    @TempDir Path folder;

    private final Jobs jobs = Jobs.onScreen();
    private Stage stage;
    private Workbench.Opened window;

    @Start
    void start(Stage given) {
        stage = given;
        stage.setX(0);
        stage.setY(0);
        var workbench = new Workbench(new FakeEngines(), Optional.empty(), "test");
        window =
                Workbench.Opened.on(
                        stage, workbench, jobs, folder.resolve("preferences.json"), NOTHING);
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onScreen(condition));
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("waited in vain: " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T onScreen(Callable<T> ask) {
        return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(ask));
    }

    private void open(Project project) throws Exception {
        onScreen(
                () -> {
                    window.opening().project(project.folder());
                    return true;
                });
        await("the vectors are read", () -> kind("leak") == StepState.Kind.DONE);
        await("the cards are read", () -> kind("extractors") == StepState.Kind.DONE);
    }

    private StepState.Kind kind(String screen) {
        return window.screens().named(screen).step().get().kind();
    }

    private void press(String id) {
        onScreen(
                () -> {
                    ((Button) stage.getScene().lookup(id)).fire();
                    return true;
                });
    }

    private String text(String id) {
        return onScreen(() -> ((Label) stage.getScene().lookup(id)).getText());
    }

    @Test
    void aRunIsPausedGoesOnAndIsStoppedWithWhatItFound(FxRobot robot) throws Exception {
        open(PaintedProject.make(folder.resolve("p"), false));
        robot.clickOn("#rail-reconstruct");
        onScreen(
                () -> {
                    ((RadioButton) stage.getScene().lookup("#method-reference")).setSelected(true);
                    ((javafx.scene.control.Spinner<?>) stage.getScene().lookup("#queries"))
                            .getEditor()
                            .setText("500000");
                    return true;
                });
        press("#start");
        await(
                "the search is on its way",
                () -> ((Label) stage.getScene().lookup("#state")).getText().contains("queries"));
        press("#pause");
        String paused = text("#state");
        assertTrue(paused.startsWith("Paused"), paused);
        press("#pause");
        assertEquals(StepState.Kind.RUNNING, onScreen(() -> kind("reconstruct")));
        long asked = System.nanoTime();
        press("#stop");
        await("it has stopped", () -> stage.getScene().lookup("#goOn").isVisible());
        assertTrue(System.nanoTime() - asked < 20_000_000_000L);
        Task task = onScreen(() -> window.workspace().tasks().all().getFirst());
        assertEquals(Task.State.STOPPED, onScreen(() -> task.stateProperty().get()));
        assertFalse(
                onScreen(() -> window.workspace().project().file().runs().getFirst().finished()));
    }

    @Test
    void aBrokenVectorFileIsASentenceWithARemedy() throws Exception {
        Path file = folder.resolve("leak.npy");
        Files.writeString(file, "no vectors at all");
        onScreen(
                () -> {
                    window.opening().vectors(file);
                    return true;
                });
        await("it says so", () -> kind("leak") == StepState.Kind.PROBLEM);

        assertTrue(Files.exists(folder.resolve("leak-revisage").resolve(Project.FILE)));
        Label said =
                onScreen(() -> (Label) stage.getScene().lookup(".note-problem").lookup(".label"));
        assertTrue(said.getText().endsWith("."), said.getText());
    }

    @Test
    void whoMayWorkOnTheDataIsAskedOnceAndNoted(FxRobot robot) throws Exception {
        Path own = folder.resolve("p");
        new Project(own, ProjectFile.empty("Real people")).save();
        onScreen(
                () -> {
                    window.opening().project(own);
                    return true;
                });
        await("it asks", () -> stage.getScene().lookup("#authority") != null);
        robot.clickOn("#authority-mandate");
        robot.clickOn("#authority-go");

        await("it is noted", () -> window.workspace().project().file().authority().isPresent());
        assertEquals(null, onScreen(() -> stage.getScene().lookup("#authority")));
        var noted = onScreen(() -> window.workspace().project().file().authority().orElseThrow());
        assertEquals("mandate", noted.basis());
    }

    @Test
    void everyScreenIsReachedByKeysAndThePaletteAndEditsAreUndone(FxRobot robot) throws Exception {
        open(PaintedProject.make(folder.resolve("p"), true));
        for (Screens.Step step : window.screens().steps()) {
            onScreen(
                    () -> {
                        window.shell().show(step.screen());
                        return true;
                    });
        }
        keys(KeyCode.DIGIT2);
        assertEquals("extractors", place());
        keys(KeyCode.K);
        robot.write("go to risk");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertEquals("risk", place());

        var model = window.screens().extractors();
        onScreen(
                () -> {
                    model.remove(model.entries().getLast());
                    return true;
                });
        assertEquals(1, onScreen(() -> model.entries().size()));
        keys(KeyCode.Z);
        assertEquals(2, onScreen(() -> model.entries().size()));

        onScreen(
                () -> {
                    window.workspace().prefer(p -> p.withTheme("dark"));
                    return true;
                });
        assertEquals(true, onScreen(() -> window.workspace().darkProperty().get()));
        await(
                "it is kept",
                () -> Preferences.read(folder.resolve("preferences.json")).theme().equals("dark"));
    }

    @Test
    void theWindowFollowsTheSystemUntilOneChoosesOtherwise() {
        var system = stage.getScene().getPreferences();
        for (ColorScheme scheme : ColorScheme.values()) {
            onScreen(
                    () -> {
                        window.workspace().prefer(p -> p.withTheme("system"));
                        system.setColorScheme(scheme);
                        return true;
                    });
            boolean dark = scheme == ColorScheme.DARK;
            assertEquals(dark, onScreen(() -> window.workspace().darkProperty().get()));
            onScreen(
                    () -> {
                        window.workspace().prefer(p -> p.withTheme(dark ? "light" : "dark"));
                        return true;
                    });
            assertEquals(!dark, onScreen(() -> window.workspace().darkProperty().get()));
        }
    }

    /// With Ctrl; the headless robot's modifiers do not arrive.
    private void keys(KeyCode code) {
        var event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false);
        onScreen(
                () -> {
                    javafx.event.Event.fireEvent(stage.getScene().getRoot(), event);
                    return true;
                });
    }

    private String place() {
        WaitForAsyncUtils.waitForFxEvents();
        return onScreen(() -> window.workspace().project().file().place().screen());
    }

    @Test
    void faceCoversAreOnForRealPeopleAndOffForSyntheticOnes() throws Exception {
        open(PaintedProject.make(folder.resolve("p"), false));
        assertEquals(false, onScreen(() -> window.workspace().coveredProperty().get()));

        new Project(folder.resolve("q"), ProjectFile.empty("Real people")).save();
        onScreen(
                () -> {
                    window.opening().project(folder.resolve("q"));
                    return true;
                });
        await("it is open", () -> window.workspace().project().folder().endsWith("q"));
        assertEquals(true, onScreen(() -> window.workspace().coveredProperty().get()));
        assertInstanceOf(
                StepState.class, onScreen(() -> window.screens().named("leak").step().get()));

        onScreen(
                () -> {
                    window.workspace().toggleCoverSetting();
                    return true;
                });
        assertEquals(false, onScreen(() -> window.workspace().coveredProperty().get()));
        await(
                "the choice is kept",
                () -> !Preferences.read(folder.resolve("preferences.json")).covered());
    }
}
