package revisage.cli;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

import org.jspecify.annotations.Nullable;

import revisage.work.Progress;

import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/// Progress on stderr: a bar with an estimate on a terminal, a line now and then otherwise, nothing
/// for stages shorter than a blink. A remark is a line at once.
final class ProgressLine implements AutoCloseable {

    private static final Duration BLINK = Duration.ofMillis(500);
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(5);
    private static final Duration SELDOM = Duration.ofMinutes(1);
    private static final int COLUMNS = 100;

    private final PrintWriter err;
    private final boolean quiet;
    private final boolean terminal;
    private final LongSupplier nanos;
    private @Nullable ProgressBar bar;
    private String stage = "";
    private long stageBegan;
    private long doneBefore;
    private long lastDone;
    private long nextLine;

    ProgressLine(PrintWriter err, boolean quiet, boolean terminal) {
        this(err, quiet, terminal, System::nanoTime);
    }

    /// @param nanos a clock that only goes forward
    ProgressLine(PrintWriter err, boolean quiet, boolean terminal, LongSupplier nanos) {
        this.err = err;
        this.quiet = quiet;
        this.terminal = terminal;
        this.nanos = nanos;
    }

    /// Called on the working thread, as often as it likes.
    void show(Progress progress) {
        if (quiet) {
            return;
        }
        if (progress.stage().isEmpty()) {
            closeBar();
            stage = "";
            return;
        }
        if (progress.toldAtOnce()) {
            closeBar();
            stage = "";
            err.println(progress.stage());
            err.flush();
            return;
        }
        long now = nanos.getAsLong();
        if (!progress.stage().equals(stage) || progress.done() < lastDone) {
            closeBar();
            stage = progress.stage();
            stageBegan = now;
            doneBefore = progress.done();
            nextLine = now + NOW_AND_THEN.toNanos();
        }
        lastDone = progress.done();
        if (terminal) {
            showBar(progress, now - stageBegan);
        } else {
            showLine(progress, now);
        }
    }

    private void showBar(Progress progress, long elapsed) {
        if (bar == null && elapsed >= BLINK.toNanos()) {
            bar =
                    new ProgressBarBuilder()
                            .setTaskName(stage)
                            .setInitialMax(progress.total() == 0 ? -1 : progress.total())
                            .setUnit(" " + progress.unit(), 1)
                            .setStyle(ProgressBarStyle.ASCII)
                            .setConsumer(new DelegatingProgressBarConsumer(this::draw, COLUMNS))
                            .showSpeed(
                                    new DecimalFormat(
                                            "#,##0.0",
                                            DecimalFormatSymbols.getInstance(Locale.ROOT)))
                            .startsFrom(doneBefore, Duration.ofNanos(elapsed))
                            .build();
        }
        ProgressBar shown = bar;
        if (shown != null) {
            if (progress.total() > 0) {
                shown.maxHint(progress.total());
            }
            shown.stepTo(progress.done());
        }
    }

    private void draw(String line) {
        err.print('\r' + line);
        err.flush();
    }

    private void showLine(Progress progress, long now) {
        boolean ended = progress.total() > 0 && progress.done() >= progress.total();
        if ((now < nextLine && !ended) || nextLine == Long.MAX_VALUE) {
            return;
        }
        long elapsed = now - stageBegan;
        // A long stage is told less often; its end once.
        nextLine =
                ended
                        ? Long.MAX_VALUE
                        : now + Math.clamp(elapsed / 10, NOW_AND_THEN.toNanos(), SELDOM.toNanos());
        if (ended && elapsed < BLINK.toNanos()) {
            return;
        }
        var line = new StringBuilder(stage).append(": ").append(progress.done());
        if (progress.total() > 0) {
            line.append(" of ").append(progress.total());
        }
        line.append(' ').append(progress.unit()).append(" in ").append(time(elapsed));
        // What an earlier run had done says nothing of how fast this one is.
        long doneHere = progress.done() - doneBefore;
        if (progress.total() > 0 && doneHere > 0 && !ended) {
            long left = progress.total() - progress.done();
            long rest = (long) ((double) elapsed * left / doneHere);
            line.append(", ").append(time(rest)).append(" to go");
        }
        err.println(line);
        err.flush();
    }

    private static String time(long nanos) {
        Duration time = Duration.ofNanos(nanos);
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }

    private void closeBar() {
        ProgressBar shown = bar;
        if (shown != null) {
            shown.close();
            err.println();
            err.flush();
            bar = null;
        }
    }

    @Override
    public void close() {
        closeBar();
    }
}
