package revisage.window.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import static revisage.window.shell.DrivenWindow.act;
import static revisage.window.shell.DrivenWindow.await;
import static revisage.window.shell.DrivenWindow.onScreen;

import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Spinner;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import revisage.window.StallWatch;
import revisage.window.Task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The screen's thread while both cores compute: 8 seconds; `mvn verify -Dwatch=60` looks for a
/// minute.
@Tag("smooth")
class SmoothnessTest extends DrivenTest {

    private static final double LONGEST_STALL = 100;
    private static final double LONGEST_STOP = 200;

    @Test
    void theScreenAnswersWhileBothCoresComputeAndStopIsHeard() throws Exception {
        driven.open(PaintedProject.make(folder.resolve("p"), true));
        for (Screens.Step step : driven.window().screens().steps()) {
            driven.show(
                    step.screen().name()); // the first opening of a screen is a start of its own
        }
        driven.show("reconstruct");
        driven.select("#method-reference");
        var queries = driven.find("#queries", Spinner.class);
        act(() -> queries.getEditor().setText("100000000"));
        Thread other = Thread.ofPlatform().daemon().start(SmoothnessTest::compute);
        try (var watch = new StallWatch(Platform::runLater)) {
            driven.press("#start");
            await("the search runs", () -> driven.text("#state").contains("queries"));
            watch.begin();
            TimeUnit.SECONDS.sleep(Long.getLong("revisage.watch", 8));
            StallWatch.Report seen = watch.report();
            System.out.println("The screen: " + seen);
            assertTrue(seen.longest() < LONGEST_STALL, seen.toString());
            List<Double> stops = stops();
            System.out.println("Stops, ms: " + stops);
            double limit = LONGEST_STOP * seen.stretch();
            assertTrue(stops.get(stops.size() / 2) < limit, stops + " " + seen);
        } finally {
            other.interrupt();
        }
    }

    /// How long a stop took, five times, rising, milliseconds.
    private List<Double> stops() throws Exception {
        var took = new ArrayList<Double>();
        for (int i = 0; i < 5; i++) {
            TimeUnit.MILLISECONDS.sleep(400);
            Task task = onScreen(() -> driven.window().workspace().tasks().all().getFirst());
            Button stop = driven.find("#stop", Button.class);
            var ended = new CompletableFuture<Long>();
            long asked =
                    onScreen(
                            () -> {
                                long now = System.nanoTime();
                                task.stateProperty()
                                        .subscribe(
                                                _ -> {
                                                    if (!task.going()) {
                                                        ended.complete(System.nanoTime());
                                                    }
                                                });
                                stop.fire();
                                return now;
                            });
            took.add((ended.get(20, TimeUnit.SECONDS) - asked) / 1e6);
            driven.press("#goOn");
            await("it goes on", () -> driven.text("#state").contains("queries"));
        }
        driven.press("#stop");
        Collections.sort(took);
        return took;
    }

    private static void compute() {
        double x = 1;
        while (!Thread.currentThread().isInterrupted()) {
            for (int i = 0; i < 1_000_000; i++) {
                x = x * 1.0000001 + 1e-9;
            }
        }
        if (x < 0) {
            throw new IllegalStateException();
        }
    }
}
