package revisage.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ForwardTest {

    private static Weights weights(
            NDManager manager, List<Weight> known, Map<String, float[]> values) {
        return new Weights(manager, known, known.stream().map(w -> values.get(w.name())).toList());
    }

    @Test
    void everyLayerGivesWhatPlainLoopsGive() {
        Backbone backbone = Tiny.backbone();
        Map<String, float[]> values = Tiny.values(backbone, 5);
        float[] faces = Tiny.faces(3, 6);
        try (NDManager manager = Tiny.engine().newBaseManager(Device.cpu())) {
            float[] given =
                    new Forward(weights(manager, backbone.weights(), values), false)
                            .of(backbone.layers(), manager.create(faces, new Shape(3, 3, 112, 112)))
                            .toFloatArray();
            var plain = new PlainForward(values);
            for (int i = 0; i < 3; i++) {
                double[] pixels = new double[3 * 112 * 112];
                for (int j = 0; j < pixels.length; j++) {
                    pixels[j] = faces[i * pixels.length + j];
                }
                double[] right =
                        plain.of(backbone.layers(), new PlainForward.Picture(3, 112, pixels))
                                .data();
                for (int j = 0; j < right.length; j++) {
                    // Sums of some hundred 32-bit products, values about 1.
                    assertEquals(right[j], given[i * right.length + j], 1e-4);
                }
            }
        }
    }

    @Test
    void whileItLearnsABatchIsNormalisedByItsOwnFigures() {
        var norm = Layer.Norm.of("n", 1);
        var values =
                Map.of(
                        "n.gain", new float[] {2},
                        "n.shift", new float[] {1},
                        "n.mean", new float[] {10},
                        "n.variance", new float[] {4});
        try (NDManager manager = Tiny.engine().newBaseManager(Device.cpu())) {
            Weights weights = weights(manager, norm.weights().toList(), values);
            // Mean 4, variance 5 (20/3 as an estimate of the population's).
            NDArray x = manager.create(new float[] {1, 3, 5, 7}, new Shape(4, 1, 1, 1));
            float[] given = new Forward(weights, true).of(norm, x).toFloatArray();
            double root = Math.sqrt(5 + 1e-5);
            assertArrayEquals(
                    new float[] {
                        (float) (1 - 6 / root),
                        (float) (1 - 2 / root),
                        (float) (1 + 2 / root),
                        (float) (1 + 6 / root)
                    },
                    given,
                    1e-5f);
            assertEquals(0.9 * 10 + 0.1 * 4, weights.of(norm.mean()).getFloat(), 1e-5);
            assertEquals(0.9 * 4 + 0.1 * 20 / 3, weights.of(norm.variance()).getFloat(), 1e-5);
        }
    }

    @Test
    void theSlopeOfDoublingIsTheSumOverTheFourPixels() {
        try (NDManager manager = Tiny.engine().newBaseManager(Device.cpu())) {
            Weights nothing = weights(manager, List.of(), Map.of());
            NDArray x = manager.create(new float[] {3, 5}, new Shape(1, 1, 1, 2));
            x.setRequiresGradient(true);
            NDArray weighted = manager.create(new float[] {1, 2, 3, 4, 5, 6, 7, 8});
            try (GradientCollector collector = Tiny.engine().newGradientCollector()) {
                NDArray up = new Forward(nothing, true).of(new Layer.Up(), x);
                assertArrayEquals(
                        new float[] {3, 3, 5, 5, 3, 3, 5, 5}, up.flatten().toFloatArray());
                collector.backward(up.flatten().mul(weighted).sum());
            }
            assertArrayEquals(
                    new float[] {1 + 2 + 5 + 6, 3 + 4 + 7 + 8}, x.getGradient().toFloatArray());
        }
    }
}
