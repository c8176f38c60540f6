package revisage.train;

import revisage.extract.CardFiles;
import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.extract.ModelCard;
import revisage.extract.StrictJson;
import revisage.face.FaceImage;
import revisage.work.Progress;
import revisage.work.Sha256;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// What is done when all is learned: the ONNX file, checked against what was trained, its card and
/// the report.
record Ending(ExtractorPlan plan, Path out, TrainingTools tools, String version) {

    /// Largest difference that is let pass. The vectors have a length of about 20.
    private static final double CLOSE = 1e-4;

    private static final int CHECKED = 100;

    TrainingReport write(
            Trainee trainee,
            TrainingFaces faces,
            Split split,
            HeldOutPeople yardstick,
            Schedule schedule,
            long steps,
            Tally tally,
            Consumer<? super TrainingEvent> events)
            throws WorkException, InterruptedException {
        say(events, "Comparing held-out people");
        Optional<Figures> figures = yardstick.figures(trainee, Integer.MAX_VALUE);
        say(events, "Writing the extractor");
        Path onnx = out.resolve(plan.name() + ".onnx");
        WholeFile.write("write the extractor", onnx, trainee::export);
        String hash = Sha256.of(onnx);
        ModelCard card = card(hash, trainee.dimension(), figures, schedule.epoch(steps));
        List<FaceImage> checked = some(faces.all());
        double agreement = agreement(trainee, onnx, card, checked);
        if (!(agreement < CLOSE)) {
            throw new TrainingException(
                    String.format(
                            Locale.ROOT,
                            "%s differs from the trained network by %.2g, more than %.0g.",
                            onnx,
                            agreement,
                            CLOSE),
                    "Nothing is lost: the checkpoint is whole; report this.");
        }
        CardFiles.write(card, CardFiles.beside(onnx));
        json("plan.json", plan);
        var report =
                new TrainingReport(
                        version,
                        plan,
                        steps == schedule.steps(),
                        split.count(),
                        split.classes(),
                        faces.unusable(),
                        trainee.parameters(),
                        trainee.device(),
                        steps,
                        schedule.epoch(steps),
                        tally.meanLoss(),
                        tally.seconds(),
                        figures,
                        agreement,
                        checked.size(),
                        onnx.getFileName().toString(),
                        hash);
        json("training.json", report);
        return report;
    }

    private static void say(Consumer<? super TrainingEvent> events, String what) {
        events.accept(new TrainingEvent.Preparing(new Progress(what, 0, 0, "")));
    }

    private void json(String name, Object value) throws WorkException, InterruptedException {
        WholeFile.write("write the report", out.resolve(name), StrictJson.write(value));
    }

    private ModelCard card(String hash, int dimension, Optional<Figures> figures, double epochs) {
        var source = new StringBuilder();
        source.append(
                String.format(
                        Locale.ROOT,
                        "Trained by Revisage %s: network %s, seed %d, %s, %.1f epochs; plan %s.",
                        version,
                        plan.network(),
                        plan.seed(),
                        plan.data().words(),
                        epochs,
                        Sha256.of(StrictJson.write(plan)).substring(0, 16)));
        figures.ifPresent(
                f ->
                        source.append(
                                String.format(
                                        Locale.ROOT,
                                        " On %d held-out people (%d photos): verification accuracy"
                                            + " %.4f, TAR at FMR 1e-3 %s, rank-1 %.4f (one photo"
                                            + " enrolled: %.4f), EER %.4f.",
                                        f.people(),
                                        f.photos(),
                                        f.accuracy(),
                                        f.tarAtFmr1e3()
                                                .map(t -> String.format(Locale.ROOT, "%.4f", t))
                                                .orElse("unknown"),
                                        f.rankOne(),
                                        f.rankOneOfOnePhoto(),
                                        f.equalErrorRate())));
        List<Double> middle = List.of(127.5, 127.5, 127.5);
        return new ModelCard(
                plan.name(),
                hash,
                new ModelCard.Input(
                        "face",
                        FaceImage.SIDE,
                        FaceImage.SIDE,
                        ModelCard.Crop.WHOLE,
                        ModelCard.Channels.RGB,
                        ModelCard.Layout.NCHW,
                        middle,
                        middle),
                new ModelCard.Output("vector", dimension, false, "cosine"),
                "Apache-2.0",
                source.toString(),
                Optional.of("ArcFace, arXiv 1801.07698"));
    }

    private static List<FaceImage> some(LabelledFaces faces)
            throws WorkException, InterruptedException {
        var some = new ArrayList<FaceImage>();
        byte[] rgb = new byte[FaceImage.VALUES];
        int n = Math.min(CHECKED, faces.count());
        for (int i = 0; i < n; i++) {
            faces.copy((int) ((long) i * faces.count() / n), rgb);
            some.add(new FaceImage(rgb));
        }
        return some;
    }

    private double agreement(Trainee trainee, Path onnx, ModelCard card, List<FaceImage> faces)
            throws WorkException, InterruptedException {
        double most = 0;
        try (Extractor extractor = tools.extractors().open(onnx, card, DeviceChoice.CPU)) {
            float[] given = extractor.embed(faces).toArray();
            for (int i = 0; i < faces.size(); i++) {
                float[] pixels = new float[Batch.FACE];
                Augmenter.plain(faces.get(i).toRgb(), pixels, 0);
                float[] own = trainee.vectors(pixels, 1);
                for (int j = 0; j < own.length; j++) {
                    most = Math.max(most, Math.abs(own[j] - given[i * own.length + j]));
                }
            }
        }
        return most;
    }
}
