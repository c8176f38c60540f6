package revisage.window.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import static revisage.window.shell.DrivenWindow.act;
import static revisage.window.shell.DrivenWindow.onScreen;

import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

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
import revisage.window.FaceView;
import revisage.window.StepState;
import revisage.window.Task;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

/// Pictures of every screen with the demo's synthetic people, in both themes and both sizes, for
/// anyone to look at: `mvn -Pscreens verify` writes them to `target/screens`, and those that
/// README.md shows to `assets/screens`. Skipped otherwise.
@ExtendWith(ApplicationExtension.class)
class ScreensTest {

    /// Shown in README.md.
    private static final Set<String> README =
            Set.of(
                    "reconstruct-light-1280.png",
                    "matches-light-1280.png",
                    "risk-light-1280.png",
                    "compare-dark-1280.png");

    @TempDir Path folder;

    private final Engines engines = RealEngines.make();
    private DrivenWindow driven;

    @Start
    void start(Stage unused) {}

    /// The headless platform draws a window in the size it was opened with.
    private void open(int width, int height) {
        act(() -> driven = new DrivenWindow(new Stage(), folder, engines, width, height));
    }

    private void close() {
        act(driven.stage()::close);
        driven.close();
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
            close();
        }
        try (var files = Files.list(pictures)) {
            assertTrue(files.count() >= 4 * 9);
        }
    }

    private void walk(Project project, Path pictures, int width) throws Exception {
        act(() -> driven.window().opening().project(project.folder()));
        await(
                () ->
                        driven.kind("extractors") == StepState.Kind.DONE
                                && driven.kind("leak") == StepState.Kind.DONE);
        if (driven.kind("reconstruct") != StepState.Kind.DONE) {
            rebuild("linear");
            await(() -> driven.kind("reconstruct") == StepState.Kind.DONE);
            rebuild("full-vector");
            await(() -> driven.text("#state").contains("1,"));
            shoot(pictures, "running", width);
            await(() -> driven.window().workspace().tasks().all().stream().noneMatch(Task::going));
        }
        for (String screen : List.of("matches", "risk")) {
            driven.show(screen);
            await(() -> driven.kind(screen) == StepState.Kind.DONE);
        }
        for (Screens.Step step : driven.window().screens().steps()) {
            act(() -> driven.window().shell().show(step.screen()));
            shoot(pictures, step.screen().name(), width);
        }
        compare(pictures, width);
        driven.show("export");
        act(
                () ->
                        ((ListView<?>) driven.stage().getScene().lookup("#figures"))
                                .getSelectionModel()
                                .selectLast());
        await(() -> driven.text("#size").contains("112 pixels"));
        shoot(pictures, "sheet", width);
        act(() -> driven.window().shell().palette());
        shoot(pictures, "palette", width);
    }

    /// Two methods on one target side by side, the true photo uncovered.
    private void compare(Path pictures, int width) throws Exception {
        driven.show("reconstruct");
        act(
                () -> {
                    var box = (ComboBox<?>) driven.stage().getScene().lookup("#compare");
                    box.getSelectionModel().selectFirst();
                });
        act(
                () ->
                        driven.stage().getScene().getRoot().lookupAll(".face-view:covered").stream()
                                .map(FaceView.class::cast)
                                .forEach(f -> f.coveredProperty().set(false)));
        shoot(pictures, "compare", width);
    }

    private void rebuild(String search) {
        driven.show("reconstruct");
        driven.select("#method-" + search);
        driven.press("#start");
    }

    private void shoot(Path folder, String name, int width) throws Exception {
        for (String theme : List.of("light", "dark")) {
            act(() -> driven.window().workspace().prefer(p -> p.withTheme(theme)));
            Thread.sleep(600); // charts are drawn on another thread
            WaitForAsyncUtils.waitForFxEvents();
            BufferedImage image = driven.picture();
            String file = String.format(Locale.ROOT, "%s-%s-%d.png", name, theme, width);
            ImageIO.write(image, "png", folder.resolve(file).toFile());
            if (README.contains(file)) {
                Path shown = Files.createDirectories(Path.of("assets", "screens")).resolve(file);
                ImageIO.write(FewColours.of(image), "png", shown.toFile());
            }
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(400, TimeUnit.SECONDS, () -> onScreen(condition));
    }
}
