package revisage.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.work.Progress;
import revisage.work.WorkException;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class TrainingProcessTest {

    @TempDir private Path folder;

    /// The child of these tests; its first word says how it ends.
    static final class Child {

        private Child() {}

        public static void main(String[] how) {
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            out.println("a library says hello");
            int code =
                    new TrainingChild(in, out)
                            .run(
                                    events -> {
                                        events.accept(new TrainingEvent.KeptAt(120));
                                        switch (how[0]) {
                                            case "halt" -> Runtime.getRuntime().halt(134);
                                            case "fail" ->
                                                    throw new TrainingException("Bad.", "Mend.");
                                            case "mistake" -> throw new IllegalStateException("x");
                                            case "wait" -> {
                                                Thread.sleep(60_000);
                                            }
                                            default -> {}
                                        }
                                        return report();
                                    });
            System.exit(code);
        }
    }

    private static TrainingReport report() {
        var figures = new Figures(20, 40, 0.9, 0.1, Optional.of(0.8), 0.7, 0.6, 0.5, 0);
        return new TrainingReport(
                "test",
                TrainFakes.plan(1, 1).complete(),
                true,
                1,
                2,
                0,
                3,
                "a fake",
                4,
                5,
                6,
                7,
                Optional.of(figures),
                8e-6,
                100,
                "tiny.onnx",
                "00");
    }

    private TrainingProcess<TrainingReport> process(String how) {
        return new TrainingProcess<>(
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        how),
                folder,
                TrainingReport.class);
    }

    @Test
    void whatTheChildSaysArrives() throws Exception {
        var events = new ArrayList<TrainingEvent>();
        assertEquals(report(), process("well").run(events::add));
        assertEquals(List.of(new TrainingEvent.KeptAt(120)), events);
        assertFalse(Files.exists(folder.resolve("process.err")));
    }

    @Test
    void aChildThatDiesIsASentenceWithThePlaceItGoesOnFrom() {
        var e = assertThrows(TrainingException.class, () -> process("halt").run(x -> {}));
        assertTrue(e.getMessage().contains("134"), e.getMessage());
        assertTrue(e.remedy().contains("step 120"), e.remedy());
    }

    @Test
    void whatTheWorldDidThereIsToldHere() {
        WorkException e = assertThrows(WorkException.class, () -> process("fail").run(x -> {}));
        assertEquals("Bad.", e.getMessage());
        assertEquals("Mend.", e.remedy());
        assertThrows(IllegalStateException.class, () -> process("mistake").run(x -> {}));
    }

    @Test
    void aStopReachesTheChildWithinASecond() {
        Thread worker = Thread.currentThread();
        long[] stopped = new long[1];
        assertThrows(
                InterruptedException.class,
                () ->
                        process("wait")
                                .run(
                                        e -> {
                                            stopped[0] = System.nanoTime();
                                            worker.interrupt();
                                        }));
        double seconds = (System.nanoTime() - stopped[0]) / 1e9;
        assertTrue(seconds < 1, "took " + seconds + " s");
        assertTrue(
                ProcessHandle.current()
                        .children()
                        .noneMatch(
                                p ->
                                        p.info()
                                                .commandLine()
                                                .orElse("")
                                                .contains(Child.class.getName())));
    }

    @Test
    void everyLineIsHeardAsItWasSaid() {
        var wire = new Wire(TrainingReport.class);
        for (Wire.Said said :
                List.<Wire.Said>of(
                        new Wire.Said.Event(
                                new TrainingEvent.Preparing(new Progress("x", 1, 2, "faces"))),
                        new Wire.Said.Event(new TrainingEvent.Began(1, 2, 3, "CPU", 4, 5, 6, true)),
                        new Wire.Said.Event(
                                new TrainingEvent.Learned(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
                        new Wire.Said.Event(
                                new TrainingEvent.Measured(
                                        1,
                                        2,
                                        new Figures(1, 2, 3, 4, Optional.empty(), 5, 6, 7, 8))),
                        new Wire.Said.Event(new TrainingEvent.KeptAt(5)),
                        new Wire.Said.Event(
                                new TrainingEvent.Opened(1, 2, 3, 4, "CPU", 5, 6, true)),
                        new Wire.Said.Event(
                                new TrainingEvent.Rebuilt(
                                        1,
                                        2,
                                        0.5,
                                        "pixels",
                                        new TreeMap<>(Map.of("pixel", 0.25)),
                                        1e-3,
                                        30,
                                        0.98,
                                        60)),
                        new Wire.Said.Event(new TrainingEvent.Drawn(1, 0.5, 30, 0.6, "sheet.png")),
                        new Wire.Said.Failed("a \"b\"\n", "c"),
                        new Wire.Said.Stopped(),
                        new Wire.Said.Mistake("m"),
                        new Wire.Said.Done(report()))) {
            String line = wire.line(said);
            assertFalse(line.contains("\n"), line);
            assertEquals(Optional.of(said), wire.heard(line));
        }
        assertEquals(Optional.empty(), wire.heard("[W1123 native words"));
        assertEquals(Optional.empty(), wire.heard("{\"say\": \"learned\", \"what\": 3}"));
    }
}
