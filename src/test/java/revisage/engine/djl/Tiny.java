package revisage.engine.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;

import revisage.engine.djl.Layer.Chain;
import revisage.engine.djl.Layer.Conv;
import revisage.engine.djl.Layer.Dense;
import revisage.engine.djl.Layer.Excite;
import revisage.engine.djl.Layer.Flatten;
import revisage.engine.djl.Layer.Leaky;
import revisage.engine.djl.Layer.Norm;
import revisage.engine.djl.Layer.Prelu;
import revisage.engine.djl.Layer.Residual;
import revisage.extract.ModelCard;
import revisage.reconstruct.GeneratorCard;
import revisage.reconstruct.GeneratorCards;
import revisage.train.ExtractorPlan;
import revisage.train.Recipe;
import revisage.train.TrainingData;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A network with every kind of layer, small enough for plain loops.
final class Tiny {

    private Tiny() {}

    static Backbone backbone() {
        return new Backbone("tiny", layers(), 16, Backbone.Start.HE_UNIFORM, "none");
    }

    private static Layer layers() {
        Layer first =
                Chain.of(
                        Norm.of("a.norm1", 6),
                        Conv.same("a.conv1", 6, 8, 3, 2),
                        Norm.of("a.norm2", 8),
                        new Prelu("a.act", 8),
                        Conv.depthwise("a.conv2", 8, 5, 1),
                        Norm.of("a.norm3", 8),
                        new Leaky(0),
                        new Excite("a.excite", 8, 3));
        Layer shortcut = Chain.of(new Conv("a.short", 6, 8, 1, 2, 0, 1), Norm.of("a.shortnorm", 8));
        Layer second = Chain.of(Conv.same("b.conv", 8, 8, 3, 1), new Leaky(0.1));
        return Chain.of(
                new Conv("stem", 3, 6, 8, 8, 0, 1),
                Norm.of("stem.norm", 6),
                new Prelu("stem.act", 6),
                new Residual(first, shortcut),
                new Residual(second, new Chain(List.of())),
                new Conv("gather", 8, 8, 7, 1, 0, 8),
                new Flatten(),
                new Dense("fc", 8, 16, true),
                new Norm("last", 16, Norm.Learned.SHIFT));
    }

    /// Values that leave nothing at 0 or 1, so that what is forgotten shows.
    static Map<String, float[]> values(Backbone backbone, long seed) {
        var dice = new Random(seed);
        var values = new HashMap<String, float[]>();
        for (Weight weight : backbone.weights()) {
            float[] some = new float[weight.size()];
            for (int i = 0; i < some.length; i++) {
                some[i] =
                        (float)
                                switch (weight.role()) {
                                    case VARIANCE -> 0.5 + dice.nextDouble();
                                    case GAIN -> 0.5 + dice.nextDouble();
                                    case FIXED_GAIN, ONES -> 1;
                                    case ZEROS -> 0;
                                    case KERNEL, DENSE -> dice.nextGaussian() * 0.3;
                                    case SHIFT, MEAN, SLOPE -> dice.nextGaussian() * 0.2;
                                };
            }
            values.put(weight.name(), some);
        }
        return values;
    }

    static float[] faces(int n, long seed) {
        var dice = new Random(seed);
        float[] pixels = new float[n * 3 * 112 * 112];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = dice.nextFloat(-1, 1);
        }
        return pixels;
    }

    static Engine engine() {
        return Engine.getEngine("PyTorch");
    }

    static ExtractorPlan plan(Recipe recipe, double margin) {
        var synthetic = new TrainingData.Synthetic(1, 10, 10, Optional.empty());
        return new ExtractorPlan(
                        1,
                        "tiny",
                        "res-small",
                        7,
                        new TrainingData(
                                Optional.of(synthetic),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty(),
                        Optional.of(recipe),
                        Optional.of(
                                new ExtractorPlan.Loss(
                                        Optional.of(16.0), Optional.of(margin), Optional.empty())),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .complete();
    }

    static Recipe recipe(int batch, int part, String optimiser) {
        return new Recipe(
                Optional.of(1.0),
                Optional.of(batch),
                Optional.of(part),
                Optional.of(optimiser),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static DjlTrainee trainee(ExtractorPlan plan, int classes) {
        Engine engine = engine();
        return new DjlTrainee(
                engine, engine.newBaseManager(Device.cpu()), backbone(), plan, classes, "CPU");
    }

    /// Writes a card beside a file that makes faces.
    static void card(Path onnx, int dimension, int side)
            throws WorkException, InterruptedException {
        List<Double> middle = List.of(127.5, 127.5, 127.5);
        var card =
                new GeneratorCard(
                        "tiny",
                        Sha256.of(onnx),
                        "nbnet",
                        "a test",
                        new GeneratorCard.Input("vector", dimension, true),
                        new GeneratorCard.Output(
                                "face",
                                side,
                                ModelCard.Channels.RGB,
                                ModelCard.Layout.NCHW,
                                middle,
                                middle),
                        new GeneratorCard.Attacked("f", "0".repeat(64)),
                        "unknown",
                        "a test",
                        Optional.empty());
        GeneratorCards.write(card, onnx);
    }
}
