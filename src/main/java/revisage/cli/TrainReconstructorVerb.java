package revisage.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import revisage.study.Engines;
import revisage.train.ReconstructorPlanFile;
import revisage.train.ReconstructorReport;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.util.Locale;
import java.util.function.Consumer;

/// `revisage train reconstructor`.
@Command(
        name = "reconstructor",
        description = {
            "Trains a network that makes faces from vectors and writes it as ONNX with its card.",
            "",
            "The plan is a JSON file: method (nbnet; naive, a re-creation; vec2face, a"
                + " re-creation), the extractor (only its answers are used), seed, data (synthetic"
                + " people or a labelled folder), pairs made of each face, who is held out;"
                + " README.md explains each. The extractor is asked once and its answers are kept."
                + " The training runs in a process of its own and keeps a checkpoint: stopped or"
                + " killed, the same command goes on from there. The output folder gets NAME.onnx,"
                + " NAME.card.json, the losses (log.jsonl), held-out faces as they form (sheet.png)"
                + " and training.json."
        },
        footer = {"", "Example: revisage train reconstructor plan.json --out nbnet/"})
final class TrainReconstructorVerb extends Verb {

    @Mixin private TrainingOptions options = new TrainingOptions();

    TrainReconstructorVerb(Engines engines) {
        super(engines);
    }

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        ReconstructorPlanFile file = ReconstructorPlanFile.read(options.plan);
        var line = new TrainingLines(spec.commandLine().getErr(), common.quiet, progress);
        ReconstructorReport report =
                engines.trainings().reconstructor(file, options.order()).run(line::show);
        return new Answer(text(report), report);
    }

    private String text(ReconstructorReport report) {
        return String.format(
                Locale.ROOT,
                "%s: %s. %d steps over %d pairs of %d faces in %.0f min, %.1f faces a second, %.2f"
                        + " of it computing.%n"
                        + "Held out (%d): cosine %.3f under the extractor, %.1f of 255 a pixel; see"
                        + " %s.%n"
                        + "ONNX (%.1f MB) and the trained network differ by %.1g of 255 at most.%n",
                options.out.resolve(report.onnx()),
                report.origin(),
                report.steps(),
                report.pairs(),
                report.faces(),
                report.seconds() / 60,
                report.facesPerSecond(),
                report.bare(),
                report.heldOut(),
                report.cosine(),
                report.error(),
                options.out.resolve("sheet.png"),
                report.bytes() / 1e6,
                report.agreement());
    }
}
