package revisage.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import revisage.study.Engines;
import revisage.train.ExtractorPlanFile;
import revisage.train.Figures;
import revisage.train.TrainingReport;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.util.Locale;
import java.util.function.Consumer;

/// `revisage train extractor`.
@Command(
        name = "extractor",
        description = {
            "Trains an extractor from one plan and writes it as ONNX with its card.",
            "",
            "The plan is a JSON file: network (res-small, efficient-small, iresnet50,"
                + " efficientnet-b0), seed, data (synthetic people, a labelled folder, or a record"
                + " file of InsightFace), who is held out, recipe, loss, augmentation; README.md"
                + " explains each. The training runs in a process of its own and keeps a"
                + " checkpoint: stopped or killed, the same command goes on from there. The output"
                + " folder gets NAME.onnx, NAME.card.json, the curves (log.jsonl) and"
                + " training.json."
        },
        footer = {"", "Example: revisage train extractor plan.json --out res/"})
final class TrainExtractorVerb extends Verb {

    @Mixin private TrainingOptions options = new TrainingOptions();

    TrainExtractorVerb(Engines engines) {
        super(engines);
    }

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        ExtractorPlanFile file = ExtractorPlanFile.read(options.plan);
        var line = new TrainingLines(spec.commandLine().getErr(), common.quiet, progress);
        TrainingReport report =
                engines.trainings().extractor(file, options.order()).run(line::show);
        return new Answer(text(report), report);
    }

    private String text(TrainingReport report) {
        var text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s: %d steps, %.1f epochs over %d faces of %d people in %.0f min.%n",
                        options.out.resolve(report.onnx()),
                        report.steps(),
                        report.epochs(),
                        report.faces(),
                        report.classes(),
                        report.seconds() / 60));
        report.figures().ifPresent(f -> text.append("Held out: ").append(figures(f)));
        text.append(
                String.format(
                        Locale.ROOT,
                        "ONNX and the trained network differ by %.1g at most on %d faces.%n",
                        report.agreement(),
                        report.agreementFaces()));
        return text.toString();
    }

    static String figures(Figures f) {
        return String.format(
                Locale.ROOT,
                "%d people, %d photos: accuracy %.4f, TAR at FMR 1e-3 %s, rank-1 %.4f"
                        + " (%.4f with one photo enrolled), EER %.4f.%n",
                f.people(),
                f.photos(),
                f.accuracy(),
                f.tarAtFmr1e3().map(t -> String.format(Locale.ROOT, "%.4f", t)).orElse("unknown"),
                f.rankOne(),
                f.rankOneOfOnePhoto(),
                f.equalErrorRate());
    }
}
