package revisage.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import revisage.work.Progress;

/// Progress on stderr: a bar with an estimate on a terminal, a line now and then otherwise.
final class ProgressLine implements AutoCloseable {

    private static final Duration NOW_AND_THEN = Duration.ofSeconds(5);

    private final PrintWriter err;
    private final boolean quiet;
    private final boolean terminal;
    private @Nullable ProgressBar bar;
    private String stage = "";
    private long stageBegan;
    private long lastLine;

    private ProgressLine(PrintWriter err, boolean quiet, boolean terminal) {
        this.err = err;
        this.quiet = quiet;
        this.terminal = terminal;
    }

    static ProgressLine on(PrintWriter err, boolean quiet) {
        return new ProgressLine(err, quiet, Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
    }

    void show(Progress progress) {
        if (quiet) {
            return;
        }
        if (!progress.stage().equals(stage)) {
            closeBar();
            stage = progress.stage();
            stageBegan = System.nanoTime();
            lastLine = stageBegan;
        }
        if (terminal) {
            showBar(progress);
        } else {
            showLine(progress);
        }
    }

    private void showBar(Progress progress) {
        ProgressBar shown = bar;
        if (shown == null) {
            shown =
                    new ProgressBarBuilder()
                            .setTaskName(stage)
                            .setInitialMax(progress.total() == 0 ? -1 : progress.total())
                            .setUnit(" " + progress.unit(), 1)
                            .setStyle(ProgressBarStyle.ASCII)
                            .showSpeed()
                            .build();
            bar = shown;
        }
        shown.stepTo(progress.done());
    }

    private void showLine(Progress progress) {
        long now = System.nanoTime();
        boolean ended = progress.total() > 0 && progress.done() >= progress.total();
        if (now - lastLine < NOW_AND_THEN.toNanos() && !ended) {
            return;
        }
        lastLine = ended ? Long.MAX_VALUE : now; // the end is told once
        double seconds = (now - stageBegan) / 1e9;
        String rest =
                progress.total() > 0 && progress.done() > 0 && !ended
                        ? ", %.0f s to go".formatted(seconds * (progress.total() - progress.done()) / progress.done())
                        : "";
        err.printf(
                "%s: %d%s %s in %.0f s%s%n",
                stage, progress.done(), progress.total() > 0 ? " of " + progress.total() : "", progress.unit(), seconds, rest);
        err.flush();
    }

    private void closeBar() {
        ProgressBar shown = bar;
        if (shown != null) {
            shown.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        closeBar();
    }
}
