package revisage.window.shell;

import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;

import revisage.lineup.AnswerLog;
import revisage.project.Preferences;
import revisage.project.Project;
import revisage.study.Engines;
import revisage.window.Chooser;
import revisage.window.Jobs;
import revisage.window.Workspace;
import revisage.window.lineup.KioskOrder;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/// The window, from its opening to its end.
///
/// @param engines load nothing before they are used
/// @param demo makes the demo's project, where this program has one
/// @param networks that come with the program and make faces from vectors
/// @param version of the program
public record Workbench(
        Engines engines,
        Optional<Work<Progress, Project>> demo,
        List<Path> networks,
        String version) {

    private static final int MOST_SAVING_MILLIS = 700;
    private static final double SHARE = 0.85; // of a large screen

    public Workbench {
        networks = List.copyOf(networks);
    }

    /// Without networks of its own.
    public Workbench(Engines engines, Optional<Work<Progress, Project>> demo, String version) {
        this(engines, demo, List.of(), version);
    }

    /// Whether there is a screen that a window can be opened on.
    public static boolean hasScreen() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        Map<String, String> environment = System.getenv();
        boolean display =
                !environment.getOrDefault("DISPLAY", "").isEmpty()
                        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        boolean pretended = "Headless".equalsIgnoreCase(System.getProperty("glass.platform", ""));
        return !linux || display || pretended;
    }

    /// Opens the window and returns when it was closed.
    ///
    /// @param project opened at once
    /// @param openDemo opens the demo at once
    /// @param startUp is told how long it took, where somebody asks for that
    /// @throws UnsupportedOperationException if the screen does not answer
    /// @throws IllegalStateException if the window cannot be filled
    public void run(Optional<Path> project, boolean openDemo, Consumer<String> startUp)
            throws InterruptedException {
        run(closed -> open(new Stage(), project, openDemo, startUp, closed));
    }

    /// Fills the screen with a kiosk and returns when it was left.
    ///
    /// @throws revisage.work.WorkException if another program has this machine's answers open
    public void kiosk(KioskOrder order) throws WorkException, InterruptedException {
        try (AnswerLog log = AnswerLog.open(order.study(), order.place())) {
            run(closed -> openKiosk(order, log, closed));
        }
    }

    /// @param opening on the screen's thread; gives what is to be done at the end
    private static void run(Function<CompletableFuture<Boolean>, Runnable> opening)
            throws InterruptedException {
        var closed = new CompletableFuture<Boolean>();
        var end = new CompletableFuture<Runnable>();
        Platform.setImplicitExit(false); // the end is told here, once
        Platform.startup(
                () -> {
                    try {
                        end.complete(opening.apply(closed));
                    } catch (RuntimeException e) {
                        closed.completeExceptionally(e);
                    }
                });
        try {
            closed.get();
            Platform.exit();
        } catch (ExecutionException e) {
            Platform.exit();
            throw new IllegalStateException("the window could not be opened", e.getCause());
        } catch (InterruptedException e) {
            // The process ends: JavaFX already takes its drawing down, so the window is left alone.
            var _ = end.thenAccept(Platform::runLater);
            closed.completeOnTimeout(false, MOST_SAVING_MILLIS, TimeUnit.MILLISECONDS).join();
            throw e;
        }
    }

    private Runnable openKiosk(KioskOrder order, AnswerLog log, CompletableFuture<Boolean> closed) {
        Jobs jobs = Jobs.onScreen();
        var workspace = new Workspace(engines, jobs, Preferences.usualFile(), version);
        Runnable end =
                () -> {
                    jobs.close();
                    closed.complete(true);
                };
        KioskWindow.open(workspace, order, log, end);
        return end;
    }

    /// @return what is to be done at the end, on the screen's thread
    private Runnable open(
            Stage stage,
            Optional<Path> project,
            boolean openDemo,
            Consumer<String> startUp,
            CompletableFuture<Boolean> closed) {
        Jobs jobs = Jobs.onScreen();
        var made = Opened.on(stage, this, jobs, Preferences.usualFile(), new SystemChooser(stage));
        Runnable end =
                () -> {
                    made.workspace().tasks().stopAll();
                    made.workspace().saveNow();
                    jobs.close();
                    closed.complete(true);
                };
        stage.setOnHidden(_ -> end.run());
        fit(stage, Screen.getPrimary().getVisualBounds());
        FirstPaint.watch(made, startUp, stage::hide);
        stage.show();
        project.ifPresent(made.opening()::project);
        if (openDemo) {
            made.opening().demo(() -> {});
        }
        return end;
    }

    /// Large, but within the screen; small screens get a smaller window.
    private static void fit(Stage stage, Rectangle2D room) {
        stage.setMinWidth(Math.min(stage.getMinWidth(), room.getWidth()));
        stage.setMinHeight(Math.min(stage.getMinHeight(), room.getHeight()));
        stage.setWidth(Math.min(room.getWidth(), Math.max(1280, SHARE * room.getWidth())));
        stage.setHeight(Math.min(room.getHeight(), Math.max(800, SHARE * room.getHeight())));
    }

    /// A window that was opened.
    record Opened(Workspace workspace, Screens screens, Opening opening, Shell shell) {

        static Opened on(Stage stage, Workbench of, Jobs jobs, Path preferences, Chooser chooser) {
            var workspace = new Workspace(of.engines(), jobs, preferences, of.version());
            var screens = new Screens(workspace, chooser, of.networks());
            var opening = new Opening(workspace, chooser, of.demo());
            var shell = new Shell(workspace, screens, opening);
            new Looks(workspace, shell.scene());
            stage.setScene(shell.scene());
            stage.setMinWidth(1024);
            stage.setMinHeight(680);
            String name = workspace.words().of("app.name");
            workspace
                    .projectProperty()
                    .subscribe(
                            p ->
                                    stage.setTitle(
                                            p.map(o -> o.file().title() + " \u2013 " + name)
                                                    .orElse(name)));
            icon(stage);
            stage.focusedProperty()
                    .subscribe(
                            on -> {
                                if (on) {
                                    screens.leak().look();
                                }
                            });
            return new Opened(workspace, screens, opening, shell);
        }

        private static void icon(Stage stage) {
            var in = Workbench.class.getResourceAsStream("/revisage/window/icon.png");
            if (in != null) {
                stage.getIcons().add(new Image(in));
            }
        }
    }
}
