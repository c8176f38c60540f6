package revisage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.work.Progress;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class ProgressLineTest {

    private final StringWriter err = new StringWriter();
    private final AtomicLong clock = new AtomicLong();

    @Test
    void withoutATerminalALineNowAndThenAndTheEndOnce() {
        try (var line = line(false, false)) {
            for (int i = 0; i <= 10; i++) {
                line.show(new Progress("embed", i * 10L, 100, "faces"));
                clock.addAndGet(Duration.ofSeconds(2).toNanos());
            }
            line.show(new Progress("embed", 100, 100, "faces"));
        }
        assertEquals(
                """
                embed: 30 of 100 faces in 6 s, 14 s to go
                embed: 60 of 100 faces in 12 s, 8 s to go
                embed: 90 of 100 faces in 18 s, 2 s to go
                embed: 100 of 100 faces in 20 s
                """,
                err.toString());
    }

    @Test
    void whatAnEarlierRunHadDoneDoesNotSpoilTheEstimate() {
        try (var line = line(false, false)) {
            line.show(new Progress("embed", 900, 1_000, "faces"));
            clock.addAndGet(Duration.ofSeconds(10).toNanos());
            line.show(new Progress("embed", 920, 1_000, "faces"));
        }
        assertEquals("embed: 920 of 1000 faces in 10 s, 40 s to go\n", err.toString());
    }

    @Test
    void aStageOfABlinkIsNotWorthALine() {
        try (var line = line(false, false)) {
            line.show(new Progress("read", 0, 3, "files"));
            line.show(new Progress("read", 3, 3, "files"));
        }
        assertEquals("", err.toString());
    }

    @Test
    void aRemarkIsALineAtOnce() {
        try (var line = line(false, false)) {
            line.show(new Progress("Asking", 1, 3, "faces"));
            line.show(Progress.remark("Waiting 8 s: too many requests."));
            line.show(new Progress("Asking", 2, 3, "faces"));
        }
        assertEquals("Waiting 8 s: too many requests.\n", err.toString());
    }

    @Test
    void anUnknownTotalHasNoEstimate() {
        try (var line = line(false, false)) {
            line.show(new Progress("look", 0, 0, "files"));
            clock.addAndGet(Duration.ofSeconds(75).toNanos());
            line.show(new Progress("look", 7, 0, "files"));
        }
        assertEquals("look: 7 files in 1 min 15 s\n", err.toString());
    }

    @Test
    void anEmptyStageEndsTheBarSoThatALineCanFollow() {
        try (var line = line(false, true)) {
            line.show(new Progress("prepare", 1, 10, "faces"));
            clock.addAndGet(Duration.ofSeconds(1).toNanos());
            line.show(new Progress("prepare", 2, 10, "faces"));
            line.show(new Progress("", 0, 0, ""));
            assertTrue(err.toString().endsWith(System.lineSeparator()), err.toString());
            int length = err.toString().length();
            line.show(new Progress("", 0, 0, ""));
            assertEquals(length, err.toString().length());
        }
    }

    @Test
    void quietIsQuiet() {
        for (boolean terminal : new boolean[] {true, false}) {
            try (var line = line(true, terminal)) {
                clock.addAndGet(Duration.ofSeconds(75).toNanos());
                line.show(new Progress("embed", 1, 2, "faces"));
                clock.addAndGet(Duration.ofSeconds(75).toNanos());
                line.show(new Progress("embed", 2, 2, "faces"));
            }
        }
        assertEquals("", err.toString());
    }

    @Test
    void onATerminalABarThatEndsWithItsLine() {
        try (var line = line(false, true)) {
            line.show(new Progress("embed", 0, 100, "faces"));
            clock.addAndGet(Duration.ofSeconds(2).toNanos());
            line.show(new Progress("embed", 50, 100, "faces"));
            line.show(new Progress("embed", 100, 100, "faces"));
        }
        assertTrue(err.toString().startsWith("\rembed"), err.toString());
        assertTrue(err.toString().contains("100%"), err.toString());
        assertTrue(err.toString().endsWith("\n"), err.toString());
    }

    private ProgressLine line(boolean quiet, boolean terminal) {
        return new ProgressLine(new PrintWriter(err, true), quiet, terminal, clock::get);
    }
}
