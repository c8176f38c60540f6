package revisage.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.MemoryDisk;
import revisage.OtherProgram;
import revisage.store.StoreException;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

class StepRunnerTest {

    @TempDir(factory = MemoryDisk.class)
    Path folder;

    private final List<Progress> events = new ArrayList<>();

    @Test
    void aStepThatEndedIsTakenAndNotRunAgain() throws Exception {
        var first = run(step("a", "x", Map.of()));
        assertEquals(3, events.size());
        var again = run(step("a", "x", Map.of()));
        assertEquals(3, events.size(), "nothing was done again");
        assertEquals(first, again);
        assertEquals(1, again.attempts());
    }

    @Test
    void otherSettingsOrInputsMakeItAnew() throws Exception {
        var first = run(step("a", "x", Map.of("model", "1")));
        Files.writeString(first.folder().resolve("left.txt"), "left from before");
        var other = run(step("a", "x", Map.of("model", "2")));
        assertNotEquals(first.fingerprint(), other.fingerprint());
        assertFalse(Files.exists(other.folder().resolve("left.txt")));
        assertNotEquals(
                other.fingerprint(), run(step("a", "y", Map.of("model", "2"))).fingerprint());
    }

    @Test
    void anOutputThatWasTouchedIsMadeAgain() throws Exception {
        var first = run(step("a", "x", Map.of()));
        Files.writeString(first.folder().resolve("numbers.txt"), "[1, 2, 3]");
        assertEquals(first.outputs(), run(step("a", "x", Map.of())).outputs());
        Files.delete(first.folder().resolve("numbers.txt"));
        assertEquals(first.outputs(), run(step("a", "x", Map.of())).outputs());
    }

    @Test
    void aStepStoppedInTheMiddleGoesOnFromWhereItWas() throws Exception {
        Path fresh = folder.resolve("fresh");
        var whole = run(fresh, new CountingStep("a", "x", Map.of(), 10, 0));
        try (var runner = StepRunner.open(folder.resolve("out"), "plan")) {
            assertThrows(
                    InterruptedException.class,
                    () ->
                            runner.run(
                                    new CountingStep("a", "x", Map.of(), 10, 0),
                                    p -> {
                                        if (p.done() == 4) {
                                            Thread.currentThread().interrupt();
                                        }
                                    }));
        }
        events.clear();
        var resumed = run(new CountingStep("a", "x", Map.of(), 10, 0));
        assertEquals(6, events.size());
        assertEquals(whole.outputs(), resumed.outputs());
        assertEquals(2, resumed.attempts());
    }

    @Test
    void twoStepsOfOneNameAreAMistake() throws Exception {
        try (var runner = StepRunner.open(folder.resolve("out"), "plan")) {
            runner.run(step("a", "x", Map.of()), events::add);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> runner.run(step("a", "x", Map.of()), events::add));
        }
    }

    @Test
    void theFolderOfAnotherPlanOrOneInUseIsRefused() throws Exception {
        Path out = folder.resolve("out");
        try (var _ = StepRunner.open(out, "plan")) {
            assertThrows(StoreException.class, () -> StepRunner.open(out, "plan"));
        }
        assertThrows(StoreException.class, () -> StepRunner.open(out, "another plan"));
        StepRunner.open(out, "plan").close();
    }

    @Test
    void aLogCutAnywhereLosesNothingButTime() throws Exception {
        Path out = folder.resolve("out");
        var whole = run(out, step("a", "x", Map.of()), step("b", "x", Map.of()));
        byte[] log = Files.readAllBytes(out.resolve("steps.log"));
        var random = new Random(3);
        for (int i = 0; i < 60; i++) {
            Files.write(
                    out.resolve("steps.log"),
                    java.util.Arrays.copyOf(log, random.nextInt(log.length)));
            assertEquals(
                    whole.outputs(),
                    run(out, step("a", "x", Map.of()), step("b", "x", Map.of())).outputs());
        }
    }

    @Test
    void killedAtRandomTimesItEndsWithTheSameFiles() throws Exception {
        Path whole = folder.resolve("whole");
        long begin = System.nanoTime();
        assertTrue(program(whole).waitFor(60, TimeUnit.SECONDS));
        double took = (System.nanoTime() - begin) / 1e6;
        var expected = FolderContents.hashes(whole);
        expected.remove("steps.log");
        var random = new Random(5);
        int kills = 0;
        for (int round = 0; round < 3; round++) {
            Path out = folder.resolve("killed" + round);
            for (int i = 0; i < 4; i++) {
                Process process = program(out);
                long patience = (long) (took * (0.3 + 0.5 * random.nextDouble()));
                if (!process.waitFor(patience, TimeUnit.MILLISECONDS)) {
                    kills++;
                }
                process.destroyForcibly().waitFor();
            }
            Process last = program(out);
            assertTrue(last.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, last.exitValue());
            var found = FolderContents.hashes(out);
            found.remove("steps.log");
            assertEquals(expected, found);
        }
        assertTrue(kills > 2, kills + " kills");
    }

    private static Process program(Path out) throws Exception {
        return OtherProgram.of(Killed.class, out.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Five steps of twenty numbers, to be killed.
    static final class Killed {

        private Killed() {}

        public static void main(String[] arguments) throws WorkException, InterruptedException {
            try (var runner = StepRunner.open(Path.of(arguments[0]), "plan")) {
                String before = "";
                for (int i = 0; i < 5; i++) {
                    var step = new CountingStep("step-" + i, "x", Map.of("before", before), 20, 3);
                    before = runner.run(step, _ -> {}).fingerprint();
                }
            }
        }
    }

    private static CountingStep step(String name, String settings, Map<String, String> inputs) {
        return new CountingStep(name, settings, inputs, 3, 0);
    }

    private StepRunner.Done run(Step... steps) throws Exception {
        return run(folder.resolve("out"), steps);
    }

    private StepRunner.Done run(Path out, Step... steps) throws Exception {
        try (var runner = StepRunner.open(out, "plan")) {
            StepRunner.Done last = null;
            for (Step step : steps) {
                last = runner.run(step, events::add);
            }
            return last;
        }
    }
}
