package revisage.cli;

import revisage.train.TrainingEvent;
import revisage.work.Progress;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A training on stderr: a bar while faces are prepared, then a line now and then.
final class TrainingLines {

    private static final long EVERY = 10_000_000_000L;

    private final PrintWriter err;
    private final boolean quiet;
    private final Consumer<Progress> progress;
    private long lastLine = System.nanoTime() - EVERY;

    TrainingLines(PrintWriter err, boolean quiet, Consumer<Progress> progress) {
        this.err = err;
        this.quiet = quiet;
        this.progress = progress;
    }

    void show(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Preparing(Progress how) -> progress.accept(how);
            case TrainingEvent.Began began -> say(began(began));
            case TrainingEvent.Learned learned -> {
                if (due(learned.step() == learned.steps())) {
                    say(learned(learned));
                }
            }
            case TrainingEvent.Measured measured ->
                    say(
                            String.format(
                                    Locale.ROOT,
                                    "epoch %.2f, held out: %s",
                                    measured.epoch(),
                                    TrainExtractorVerb.figures(measured.figures()).strip()));
            case TrainingEvent.KeptAt _ -> {}
            case TrainingEvent.Opened opened -> say(opened(opened));
            case TrainingEvent.Rebuilt rebuilt -> {
                if (due(rebuilt.step() == rebuilt.steps())) {
                    say(rebuilt(rebuilt));
                }
            }
            case TrainingEvent.Drawn drawn ->
                    say(
                            String.format(
                                    Locale.ROOT,
                                    "epoch %.2f, held out: cosine %.3f under the extractor, %.1f of"
                                            + " 255 a pixel; %s",
                                    drawn.epoch(),
                                    drawn.cosine(),
                                    drawn.error(),
                                    drawn.sheet()));
        }
    }

    private boolean due(boolean last) {
        long now = System.nanoTime();
        boolean due = last || now - lastLine >= EVERY;
        lastLine = due ? now : lastLine;
        return due;
    }

    private static String opened(TrainingEvent.Opened o) {
        String text =
                String.format(
                        Locale.ROOT,
                        "%d pairs of %d faces, %d held out, %d parameters, %d steps, on %s",
                        o.pairs(),
                        o.faces(),
                        o.heldOut(),
                        o.parameters(),
                        o.steps(),
                        o.device());
        return text + again(o.from(), o.damaged());
    }

    private static String again(long from, boolean damaged) {
        String text = damaged ? "; the newest checkpoint was damaged, the one before is taken" : "";
        return from == 0 ? text : text + "; goes on from step " + from;
    }

    private static String rebuilt(TrainingEvent.Rebuilt r) {
        String losses =
                r.losses().entrySet().stream()
                        .map(e -> String.format(Locale.ROOT, "%s %.4f", e.getKey(), e.getValue()))
                        .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "epoch %.2f, step %d of %d (%s): %s, rate %.2g, %.0f faces/s (%.0f %% computing),"
                        + " %s to go",
                r.epoch(),
                r.step(),
                r.steps(),
                r.stage(),
                losses,
                r.rate(),
                r.facesPerSecond(),
                100 * r.bare(),
                time(r.secondsLeft()));
    }

    private static String began(TrainingEvent.Began began) {
        String text =
                String.format(
                        Locale.ROOT,
                        "%d faces of %d people, %d parameters, %d steps an epoch, %d in all, on %s",
                        began.faces(),
                        began.classes(),
                        began.parameters(),
                        began.stepsAnEpoch(),
                        began.steps(),
                        began.device());
        return text + again(began.from(), began.damaged());
    }

    private static String learned(TrainingEvent.Learned l) {
        return String.format(
                Locale.ROOT,
                "epoch %.2f, step %d of %d: loss %.3f, accuracy %.3f, rate %.4f, margin %.2f,"
                        + " %.0f faces/s, %s to go",
                l.epoch(),
                l.step(),
                l.steps(),
                l.loss(),
                l.accuracy(),
                l.rate(),
                l.margin(),
                l.facesPerSecond(),
                time(l.secondsLeft()));
    }

    private static String time(double seconds) {
        long s = Math.round(seconds);
        return s >= 3600
                ? "%d h %d min".formatted(s / 3600, s % 3600 / 60)
                : s >= 60 ? "%d min".formatted((s + 30) / 60) : s + " s";
    }

    private void say(String line) {
        if (!quiet) {
            progress.accept(new Progress("", 0, 0, "")); // a bar would be drawn over the line
            err.println(line);
            err.flush();
        }
    }
}
