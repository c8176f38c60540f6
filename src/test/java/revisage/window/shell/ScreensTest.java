package revisage.window.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import revisage.app.RealEngines;
import revisage.demo.DemoProject;
import revisage.project.Project;
import revisage.store.ShippedModels;
import revisage.study.Engines;
import revisage.window.Chooser;
import revisage.window.FaceView;
import revisage.window.Jobs;
import revisage.window.StepState;
import revisage.window.Task;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

/// Pictures of every screen with the demo's synthetic people, in both themes and both sizes, for
/// anyone to look at: `mvn -Pscreens verify` writes them to `target/screens`, and those that
/// README.md shows to `assets/screens`. Skipped otherwise.
@ExtendWith(ApplicationExtension.class)
class ScreensTest {

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

    /// Shown in README.md.
    private static final Set<String> README =
            Set.of(
                    "reconstruct-light-1280.png",
                    "matches-light-1280.png",
                    "risk-light-1280.png",
                    "compare-dark-1280.png");

    @TempDir Path folder;

    private final Jobs jobs = Jobs.onScreen();
    private final Engines engines = RealEngines.make();
    private Stage stage;
    private Workbench.Opened window;

    @Start
    void start(Stage unused) {}

    /// The headless platform draws a window in the size it was opened with.
    private void open(int width, int height) {
        act(
                () -> {
                    stage = new Stage();
                    stage.setX(0);
                    stage.setY(0);
                    window =
                            Workbench.Opened.on(
                                    stage,
                                    new Workbench(engines, Optional.empty(), "screens"),
                                    jobs,
                                    folder.resolve("preferences.json"),
                                    NOTHING);
                    stage.setWidth(width);
                    stage.setHeight(height);
                    stage.show();
                });
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void everyScreenIsDrawnInBothThemesAndBothSizes() throws Exception {
        String out = System.getProperty("revisage.screens", "");
        Assumptions.assumeFalse(out.isEmpty(), "skipped: mvn -Pscreens verify");
        // A window larger than the pretended screen cannot be painted on it; pictures of it can.
        WaitForAsyncUtils.autoCheckException = false;
        Path pictures = Files.createDirectories(Path.of(out));
        Path demo = pictures.resolveSibling(pictures.getFileName() + "-demo");
        Project project =
                new DemoProject(demo, new ShippedModels(Path.of("")), engines).run(_ -> {});
        for (int width : new int[] {1280, 1920}) {
            open(width, width == 1280 ? 800 : 1080);
            shoot(pictures, "start", width);
            walk(project, pictures, width);
            act(stage::close);
        }
        try (var files = Files.list(pictures)) {
            assertTrue(files.count() >= 4 * 9);
        }
    }

    private void walk(Project project, Path pictures, int width) throws Exception {
        act(() -> window.opening().project(project.folder()));
        await(
                () ->
                        kind("extractors") == StepState.Kind.DONE
                                && kind("leak") == StepState.Kind.DONE);
        if (kind("reconstruct") != StepState.Kind.DONE) {
            rebuild("linear");
            await(() -> kind("reconstruct") == StepState.Kind.DONE);
            rebuild("full-vector");
            await(() -> text("#state").contains("1,"));
            shoot(pictures, "running", width);
            await(() -> window.workspace().tasks().all().stream().noneMatch(Task::going));
        }
        for (String screen : List.of("matches", "risk")) {
            act(() -> window.shell().show(window.screens().named(screen)));
            await(() -> kind(screen) == StepState.Kind.DONE);
        }
        for (Screens.Step step : window.screens().steps()) {
            act(() -> window.shell().show(step.screen()));
            shoot(pictures, step.screen().name(), width);
        }
        compare(pictures, width);
        act(() -> window.shell().show(window.screens().named("export")));
        act(
                () ->
                        ((ListView<?>) stage.getScene().lookup("#figures"))
                                .getSelectionModel()
                                .selectLast());
        await(() -> text("#size").contains("112 pixels"));
        shoot(pictures, "sheet", width);
        act(() -> window.shell().palette());
        shoot(pictures, "palette", width);
    }

    /// Two methods on one target side by side, the true photo uncovered.
    private void compare(Path pictures, int width) throws Exception {
        act(() -> window.shell().show(window.screens().named("reconstruct")));
        act(
                () -> {
                    var box = (ComboBox<?>) stage.getScene().lookup("#compare");
                    box.getSelectionModel().selectFirst();
                });
        act(
                () ->
                        stage.getScene().getRoot().lookupAll(".face-view:covered").stream()
                                .map(FaceView.class::cast)
                                .forEach(f -> f.coveredProperty().set(false)));
        shoot(pictures, "compare", width);
    }

    private void rebuild(String search) {
        act(() -> window.shell().show(window.screens().named("reconstruct")));
        act(() -> ((RadioButton) stage.getScene().lookup("#method-" + search)).setSelected(true));
        act(() -> ((Button) stage.getScene().lookup("#start")).fire());
    }

    private String text(String id) {
        return ((Label) stage.getScene().lookup(id)).getText();
    }

    private void shoot(Path folder, String name, int width) throws Exception {
        for (String theme : List.of("light", "dark")) {
            act(() -> window.workspace().prefer(p -> p.withTheme(theme)));
            Thread.sleep(600); // charts are drawn on another thread
            WaitForAsyncUtils.waitForFxEvents();
            BufferedImage image = onScreen(() -> picture(stage.getScene().snapshot(null)));
            String file = String.format(Locale.ROOT, "%s-%s-%d.png", name, theme, width);
            ImageIO.write(image, "png", folder.resolve(file).toFile());
            if (README.contains(file)) {
                Path shown = Files.createDirectories(Path.of("assets", "screens")).resolve(file);
                ImageIO.write(FewColours.of(image), "png", shown.toFile());
            }
        }
    }

    private static BufferedImage picture(WritableImage shot) {
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        int[] pixels = new int[width * height];
        shot.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    private StepState.Kind kind(String screen) {
        return window.screens().named(screen).step().get().kind();
    }

    private static void act(Runnable run) {
        onScreen(
                () -> {
                    run.run();
                    return true;
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T onScreen(Callable<T> ask) {
        return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(ask));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(400, TimeUnit.SECONDS, () -> onScreen(condition));
    }
}
