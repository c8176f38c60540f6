package revisage.window.shell;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.testfx.util.WaitForAsyncUtils;

import revisage.project.Project;
import revisage.study.Engines;
import revisage.window.Chooser;
import revisage.window.Jobs;
import revisage.window.StepState;
import revisage.work.Progress;
import revisage.work.Work;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The whole window in a test, from outside the screen's thread.
final class DrivenWindow implements AutoCloseable {

    private final Stage stage;
    private final Jobs jobs;
    private final Workbench.Opened window;
    private Optional<Path> chosen = Optional.empty();

    /// To be made on the screen's thread.
    ///
    /// @param folder where the preferences are kept
    DrivenWindow(Stage stage, Path folder, Engines engines) {
        this(stage, folder, engines, Optional.empty(), List.of());
    }

    /// @param networks that come with the program
    DrivenWindow(Stage stage, Path folder, Engines engines, List<Path> networks) {
        this(stage, folder, engines, Optional.empty(), networks);
    }

    /// @param demo what the start page's demo opens
    DrivenWindow(
            Stage stage, Path folder, Engines engines, Optional<Work<Progress, Project>> demo) {
        this(stage, folder, engines, demo, List.of());
    }

    DrivenWindow(Stage stage, Path folder, Engines engines, int width, int height) {
        this(stage, folder, engines, Optional.empty(), List.of(), width, height);
    }

    private DrivenWindow(
            Stage stage,
            Path folder,
            Engines engines,
            Optional<Work<Progress, Project>> demo,
            List<Path> networks) {
        this(stage, folder, engines, demo, networks, 1280, 800);
    }

    private DrivenWindow(
            Stage stage,
            Path folder,
            Engines engines,
            Optional<Work<Progress, Project>> demo,
            List<Path> networks,
            int width,
            int height) {
        this.stage = stage;
        this.jobs = Jobs.onScreen();
        stage.setX(0);
        stage.setY(0);
        window =
                Workbench.Opened.on(
                        stage,
                        new Workbench(engines, demo, networks, "test"),
                        jobs,
                        folder.resolve("preferences.json"),
                        new Chooser() {
                            @Override
                            public Optional<Path> file(String title, List<String> endings) {
                                return chosen;
                            }

                            @Override
                            public Optional<Path> folder(String title) {
                                return chosen;
                            }
                        });
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
    }

    /// What the next dialogs answer.
    void choose(Path path) {
        chosen = Optional.of(path);
    }

    Stage stage() {
        return stage;
    }

    Workbench.Opened window() {
        return window;
    }

    /// Opens a project; its vectors and cards are read then.
    void open(Project project) throws Exception {
        act(() -> window.opening().project(project.folder()));
        await("the vectors are read", () -> kind("leak") == StepState.Kind.DONE);
        await("the cards are read", () -> kind("extractors") == StepState.Kind.DONE);
    }

    void show(String screen) {
        act(() -> window.shell().show(window.screens().named(screen)));
    }

    StepState.Kind kind(String screen) {
        return window.screens().named(screen).step().get().kind();
    }

    <T extends Node> T find(String id, Class<T> type) {
        return onScreen(() -> type.cast(stage.getScene().lookup(id)));
    }

    void press(String id) {
        Button button = find(id, Button.class);
        act(button::fire);
    }

    void select(String id) {
        RadioButton button = find(id, RadioButton.class);
        act(() -> button.setSelected(true));
    }

    String text(String id) {
        return onScreen(() -> ((Label) stage.getScene().lookup(id)).getText());
    }

    /// The screen that is shown.
    String place() {
        WaitForAsyncUtils.waitForFxEvents();
        return onScreen(() -> window.workspace().project().file().place().screen());
    }

    /// As it looks now.
    BufferedImage picture() {
        WritableImage shot = onScreen(() -> stage.getScene().snapshot(null));
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        int[] pixels = new int[width * height];
        shot.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    /// Keys with Ctrl; the headless robot's modifiers do not arrive.
    void control(KeyCode code) {
        var event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false);
        act(() -> Event.fireEvent(stage.getScene().getRoot(), event));
    }

    /// Waits until the window was laid out anew so many times.
    void drawn(int times) throws InterruptedException {
        var left = new CountDownLatch(times);
        Runnable pulse =
                () -> {
                    left.countDown();
                    Platform.requestNextPulse();
                };
        act(
                () -> {
                    stage.getScene().addPostLayoutPulseListener(pulse);
                    Platform.requestNextPulse();
                });
        boolean enough = left.await(20, TimeUnit.SECONDS);
        act(() -> stage.getScene().removePostLayoutPulseListener(pulse));
        if (!enough) {
            throw new AssertionError("the window is not drawn");
        }
    }

    static void act(Runnable run) {
        onScreen(
                () -> {
                    run.run();
                    return true;
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    static <T> T onScreen(Callable<T> ask) {
        return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(ask));
    }

    static void await(String what, Callable<Boolean> condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onScreen(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain: " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public void close() {
        jobs.close();
    }
}
