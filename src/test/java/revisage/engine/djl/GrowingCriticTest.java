package revisage.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import revisage.train.Grown;
import revisage.work.Dice;

import java.util.List;
import java.util.Random;

class GrowingCriticTest {

    private static final GrowingCritic SMALL = new GrowingCritic(List.of(6, 5, 4), 7);

    static Weights weights(NDManager manager, List<Weight> known, long seed) {
        return new Weights(
                manager,
                known,
                known.stream()
                        .map(
                                w -> {
                                    float[] values =
                                            Weights.start(
                                                    w,
                                                    Backbone.Start.NORMAL,
                                                    Dice.seed(seed, Dice.of(w.name())));
                                    if (w.role() == Weight.Role.SHIFT) {
                                        var dice = new Random(seed + w.name().hashCode());
                                        for (int i = 0; i < values.length; i++) {
                                            values[i] = (float) (0.3 * dice.nextGaussian());
                                        }
                                    }
                                    return values;
                                })
                        .toList());
    }

    static float[] noise(int n, long seed) {
        var dice = new Random(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = dice.nextFloat(-1, 1);
        }
        return values;
    }

    private static long count(List<Weight> weights) {
        return weights.stream().mapToLong(Weight::size).sum();
    }

    @Test
    void thePapersCriticHasItsWeights() {
        // Per level colours 4 w, conv 9 w w + w, conv 9 w v + v (v of the level below); at 4 pixels
        // 513 -> 512, then 8192 -> 512 -> 1. Widths 512 512 512 512 256 128.
        long levels = 0;
        int[] widths = {512, 512, 512, 512, 256, 128};
        for (int l = 5; l > 0; l--) {
            long w = widths[l];
            long v = widths[l - 1];
            levels += 4 * w + 9 * w * w + w + 9 * w * v + v;
        }
        long last = 4 * 512 + 9 * 513 * 512 + 512 + 8192 * 512 + 512 + 513;
        assertEquals(levels + last, count(GrowingCritic.full(128).weights()));
        // What the authors' program prints for 1024 pixels.
        assertEquals(23_087_249, count(GrowingCritic.full(1024).weights()));
    }

    /// Four pictures in two groups of two: channel values 1 and 3 differ by a deviation of 1.
    @Test
    void theDeviationOfAGroupIsOneMoreChannel() {
        try (NDManager m = Tiny.engine().newBaseManager(Device.cpu())) {
            NDArray x = m.create(new float[] {1, 5, 3, 5}, new Shape(4, 1, 1, 1));
            float[] with = Traced.of(x).deviation(2).value().toFloatArray();
            // Pictures 0 and 2 are group 0 (deviation 1), 1 and 3 are group 1 (the root of 1e-8).
            assertArrayEquals(new float[] {1, 1, 5, 1e-4f, 3, 1, 5, 1e-4f}, with, 1e-6f);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "1, 0.3", "2, 1", "2, 0.6"})
    void theSlopeIsTheOneTheEngineFinds(int level, double share) {
        var grown = new Grown(level, share);
        try (NDManager m = Tiny.engine().newBaseManager(Device.cpu())) {
            Weights weights = weights(m, SMALL.weights(), 1);
            Shape shape = new Shape(8, 3, grown.side(), grown.side());
            NDArray pictures = m.create(noise((int) shape.size(), 2), shape);
            float[] ours = GrowingCritic.slope(SMALL.of(weights, pictures, grown)).toFloatArray();
            pictures.setRequiresGradient(true);
            try (GradientCollector collector = Tiny.engine().newGradientCollector()) {
                collector.backward(SMALL.of(weights, pictures, grown).value().sum());
            }
            assertArrayEquals(pictures.getGradient().toFloatArray(), ours, 2e-5f);
        }
    }

    /// Against PyTorch's own second derivative, which DJL does not offer because it leaks.
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0.3", "2, 1"})
    void thePenaltyHasTheGradientOfTheSecondDerivative(int level, double share) {
        var grown = new Grown(level, share);
        try (NDManager m = Tiny.engine().newBaseManager(Device.cpu())) {
            Weights weights = weights(m, SMALL.weights(), 1);
            Shape shape = new Shape(4, 3, grown.side(), grown.side());
            NDArray pictures = m.create(noise((int) shape.size(), 2), shape);
            try (GradientCollector collector = Tiny.engine().newGradientCollector()) {
                collector.backward(
                        penalty(GrowingCritic.slope(SMALL.of(weights, pictures, grown))));
            }
            List<float[]> ours = gradients(weights);

            pictures.setRequiresGradient(true);
            try (GradientCollector collector = Tiny.engine().newGradientCollector()) {
                NDArray sum = SMALL.of(weights, pictures, grown).value().sum();
                JniUtils.backward((PtNDArray) sum, (PtNDArray) m.ones(new Shape()), true, true);
                NDArray slope = pictures.getGradient();
                weights.known().forEach(w -> JniUtils.zeroGrad((PtNDArray) weights.of(w)));
                collector.backward(penalty(slope));
            }
            List<float[]> truth = gradients(weights);
            double largest = 0;
            for (int i = 0; i < truth.size(); i++) {
                double difference = 0;
                for (int j = 0; j < truth.get(i).length; j++) {
                    difference = Math.max(difference, Math.abs(truth.get(i)[j] - ours.get(i)[j]));
                    largest = Math.max(largest, Math.abs(truth.get(i)[j]));
                }
                assertTrue(difference < 1e-4, weights.known().get(i).name() + " by " + difference);
            }
            assertTrue(largest > 0.05, "the largest gradient is " + largest);
        }
    }

    private static NDArray penalty(NDArray slope) {
        return slope.square().sum(new int[] {1, 2, 3}).sqrt().sub(1f).square().mean();
    }

    private static List<float[]> gradients(Weights weights) {
        return weights.known().stream()
                .map(
                        w -> {
                            NDArray gradient = weights.of(w).getGradient();
                            float[] values = gradient.toFloatArray();
                            gradient.subi(gradient);
                            return values;
                        })
                .toList();
    }

    /// The whole loss along one weight, against a difference of two values.
    @Test
    void theLossFallsAsItsGradientSays() {
        var grown = new Grown(1, 0.5);
        var loss = new CriticLoss(10, 0.001);
        try (NDManager m = Tiny.engine().newBaseManager(Device.cpu())) {
            Weights weights = weights(m, SMALL.weights(), 3);
            Shape shape = new Shape(4, 3, 8, 8);
            NDArray real = m.create(noise((int) shape.size(), 4), shape);
            NDArray made = m.create(noise((int) shape.size(), 5), shape);
            float[] mix = {0.1f, 0.9f, 0.5f, 0.3f};
            try (GradientCollector collector = Tiny.engine().newGradientCollector()) {
                collector.backward(loss.of(SMALL, weights, real, made, mix, grown).loss());
            }
            NDArray weight = weights.named("level1.conv1.weight");
            float[] gradient = weight.getGradient().toFloatArray();
            double square = 0;
            for (float g : gradient) {
                square += g * g;
            }
            float step = (float) (1e-3 / Math.sqrt(square));
            NDArray along = m.create(gradient, weight.getShape()).mul(step);
            weight.addi(along);
            double above = loss.of(SMALL, weights, real, made, mix, grown).loss().getFloat();
            weight.subi(along.mul(2f));
            double below = loss.of(SMALL, weights, real, made, mix, grown).loss().getFloat();
            // A kink of LeakyReLU may lie between the two values: hence one in fifty.
            assertEquals(1, (above - below) / (2 * step * square), 0.02);
        }
    }
}
