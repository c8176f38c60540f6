package revisage.train;

import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.extract.ModelCard;
import revisage.extract.StrictJson;
import revisage.face.FaceImage;
import revisage.face.PlaneScaling;
import revisage.reconstruct.Generator;
import revisage.reconstruct.GeneratorCard;
import revisage.reconstruct.GeneratorCards;
import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.Sha256;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// What is done when a reconstructor has learned: the ONNX file, checked against what was trained,
/// its card and the report.
record ReconstructorEnding(
        ReconstructorPlan plan, PlanPaths paths, Path out, TrainingTools tools, String version) {

    /// Largest difference of a pixel that is let pass, 0..255.
    private static final double CLOSE = 0.5;

    private static final int CHECKED = 32;

    /// @param steps done
    /// @param shown faces in this run
    record Outcome(long steps, Course course, LossTally tally, long shown) {}

    ReconstructorReport write(
            ReconstructorTrainee trainee,
            TrainingFaces faces,
            PairStock stock,
            int heldOut,
            HeldOutSheet sheet,
            Extractor extractor,
            Outcome outcome,
            Consumer<? super TrainingEvent> events)
            throws WorkException, InterruptedException {
        events.accept(
                new TrainingEvent.Preparing(new Progress("Writing the reconstructor", 0, 0, "")));
        ReconstructorPlan whole =
                plan.with(plan.method().chosen().calibrated(trainee.calibrated()));
        HeldOutSheet.Look look = sheet.look(trainee, outcome.steps());
        Path onnx = out.resolve(plan.name() + ".onnx");
        WholeFile.write("write the reconstructor", onnx, trainee::export);
        String hash = Sha256.of(onnx);
        GeneratorCards.write(card(whole, trainee, extractor.card(), hash, outcome), onnx);
        double agreement = agreement(trainee, onnx, stock);
        if (!(agreement < CLOSE)) {
            throw new TrainingException(
                    String.format(
                            Locale.ROOT,
                            "%s differs from the trained network by %.2g of 255.",
                            onnx,
                            agreement),
                    "Nothing is lost: the checkpoint is whole; report this.");
        }
        json("plan.json", whole);
        LossTally tally = outcome.tally();
        var report =
                new ReconstructorReport(
                        version,
                        whole,
                        plan.method().chosen().origin(),
                        extractor.card().sha256(),
                        outcome.steps() == outcome.course().steps(),
                        stock.count() / plan.making().each(),
                        stock.count(),
                        heldOut,
                        faces.unusable(),
                        trainee.parameters(),
                        trainee.device(),
                        outcome.steps(),
                        tally.means(),
                        tally.seconds(),
                        tally.loopSeconds() == 0 ? 0 : outcome.shown() / tally.loopSeconds(),
                        tally.bare(),
                        look.error(),
                        look.cosine(),
                        agreement,
                        onnx.getFileName().toString(),
                        bytes(onnx),
                        hash);
        json("training.json", report);
        return report;
    }

    private static long bytes(Path onnx) throws WorkException {
        try {
            return Files.size(onnx);
        } catch (IOException e) {
            throw FileException.of("read the reconstructor", onnx, e);
        }
    }

    private void json(String name, Object value) throws WorkException, InterruptedException {
        WholeFile.write("write the report", out.resolve(name), StrictJson.write(value));
    }

    private GeneratorCard card(
            ReconstructorPlan whole,
            ReconstructorTrainee trainee,
            ModelCard extractor,
            String hash,
            Outcome outcome)
            throws WorkException, InterruptedException {
        ReconstructorMethod method = plan.method().chosen();
        String planHash = Sha256.of(StrictJson.write(whole.anywhere()));
        String source =
                String.format(
                        Locale.ROOT,
                        "Trained by Revisage %s: %s, seed %d, %s, %d steps; plan %s.",
                        version,
                        method.method(),
                        plan.seed(),
                        plan.data().words(),
                        outcome.steps(),
                        planHash.substring(0, 16));
        List<Double> middle = List.of(127.5, 127.5, 127.5);
        return new GeneratorCard(
                plan.name(),
                hash,
                method.method(),
                method.origin(),
                new GeneratorCard.Input("vector", trainee.dimension(), true),
                new GeneratorCard.Output(
                        "face",
                        trainee.side(),
                        ModelCard.Channels.RGB,
                        ModelCard.Layout.NCHW,
                        middle,
                        middle),
                new GeneratorCard.Attacked(extractor.name(), extractor.sha256()),
                plan.data().synthetic().isPresent() ? "Apache-2.0" : "unknown",
                source,
                Optional.of(
                        new GeneratorCard.Training(
                                plan.data().words(),
                                plan.seed(),
                                planHash,
                                outcome.steps(),
                                outcome.tally().means(),
                                eyes(extractor))));
    }

    /// Whose features were compared. That it was the attacked extractor itself must be seen.
    private Optional<String> eyes(ModelCard extractor) throws WorkException, InterruptedException {
        Optional<Path> eyes = plan.method().chosen().eyes(paths);
        if (eyes.isEmpty()) {
            return Optional.empty();
        }
        String hash = Sha256.of(eyes.get());
        String words = "%s, SHA-256 %s".formatted(eyes.get().getFileName(), hash);
        return Optional.of(
                hash.equals(extractor.sha256())
                        ? words + ": the attacked extractor itself, so its insides were used"
                        : words);
    }

    private double agreement(ReconstructorTrainee trainee, Path onnx, PairStock stock)
            throws WorkException, InterruptedException {
        var scaling = new PlaneScaling(trainee.side(), FaceImage.SIDE);
        float[] vector = new float[stock.dimension()];
        float[] own = new float[Batch.FACE];
        double most = 0;
        int n = Math.min(CHECKED, stock.count());
        try (Generator generator = tools.generators().open(onnx, DeviceChoice.CPU)) {
            for (int i = 0; i < n; i++) {
                stock.vector((int) ((long) i * stock.count() / n), vector, 0);
                float[] given = generator.faces(vector, 1).pixels();
                scaling.resize(trainee.faces(vector, 1), 0, own, 0, 3);
                int plane = Batch.FACE / 3;
                for (int j = 0; j < Batch.FACE; j++) {
                    double pixel = Math.clamp(own[j % 3 * plane + j / 3] * 127.5 + 127.5, 0, 255);
                    most = Math.max(most, Math.abs(pixel - given[j]));
                }
            }
        }
        return most;
    }
}
