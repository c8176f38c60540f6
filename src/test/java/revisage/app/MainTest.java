package revisage.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.OtherProgram;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Real processes and real signals.
class MainTest {

    /// One second for the work, the rest for a machine that does other things too.
    private static final Duration A_SECOND = Duration.ofMillis(1_900);

    @Test
    void exitCodesArePassedOnAtOnce() throws Exception {
        for (int code : new int[] {0, 1, 2}) {
            assertEquals(code, start(String.valueOf(code)).waitFor());
        }
    }

    @Test
    void controlCStopsWithinASecondKeepsTheCheckpointAndEndsWith130(@TempDir Path folder)
            throws Exception {
        Path checkpoint = folder.resolve("checkpoint");
        assertEquals(130, stopped("INT", "work", checkpoint.toString()));
        assertEquals("kept", Files.readString(checkpoint));
    }

    @Test
    void terminationKeepsTheCheckpointToo(@TempDir Path folder) throws Exception {
        Path checkpoint = folder.resolve("checkpoint");
        assertEquals(143, stopped("TERM", "work", checkpoint.toString()));
        assertEquals("kept", Files.readString(checkpoint));
    }

    @Test
    void workThatHearsNothingIsEndedAllTheSame() throws Exception {
        assertEquals(130, stopped("INT", "deaf"));
    }

    private static int stopped(String signal, String... arguments) throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/kill")) || Files.exists(Path.of("/usr/bin/kill")));
        Process process = start(arguments);
        try (var lines = process.inputReader()) {
            assertEquals("working", lines.readLine());
            long from = System.nanoTime();
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            assertTrue(process.waitFor(10, TimeUnit.SECONDS));
            Duration took = Duration.ofNanos(System.nanoTime() - from);
            assertTrue(took.compareTo(A_SECOND) < 0, "took " + took);
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(String... arguments) throws Exception {
        return OtherProgram.of(StoppableProgram.class, arguments)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
