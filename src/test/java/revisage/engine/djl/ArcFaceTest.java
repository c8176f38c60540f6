package revisage.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;

import org.junit.jupiter.api.Test;

class ArcFaceTest {

    private static final double S = 4;
    private static final double M = 0.5;

    /// Two centres at 0 and 90 degrees, faces at the given angles, all of class 0.
    private static double loss(double... degrees) {
        try (NDManager manager = Tiny.engine().newBaseManager(Device.cpu())) {
            float[] faces = new float[2 * degrees.length];
            for (int i = 0; i < degrees.length; i++) {
                // Length 3: it must not matter.
                faces[2 * i] = (float) (3 * Math.cos(Math.toRadians(degrees[i])));
                faces[2 * i + 1] = (float) (3 * Math.sin(Math.toRadians(degrees[i])));
            }
            NDArray vectors = manager.create(faces, new Shape(degrees.length, 2));
            NDArray centres = manager.create(new float[] {5, 0, 0, 0.1f}, new Shape(2, 2));
            NDArray labels = manager.create(new long[degrees.length]);
            return new ArcFace(S, M).of(vectors, centres, labels).loss().getFloat();
        }
    }

    private static double crossEntropy(double own, double other) {
        return Math.log(Math.exp(S * own) + Math.exp(S * other)) - S * own;
    }

    @Test
    void theAngleToTheOwnCentreGrowsByTheMargin() {
        double angle = Math.toRadians(30);
        double right = crossEntropy(Math.cos(angle + M), Math.sin(angle));
        assertEquals(right, loss(30), 1e-5);
    }

    @Test
    void theLossIsTheMeanOverTheBatch() {
        assertEquals((loss(10) + loss(70)) / 2, loss(10, 70), 1e-6);
    }

    @Test
    void beyondPiALineStandsForTheCosine() {
        // 170 degrees and half a radian are more than 180 degrees.
        double angle = Math.toRadians(170);
        double guarded = Math.cos(angle) - M * Math.sin(Math.PI - M);
        assertEquals(crossEntropy(guarded, Math.sin(angle)), loss(170), 1e-5);
    }

    @Test
    void withoutMarginItIsPlainCrossEntropyOfCosines() {
        try (NDManager manager = Tiny.engine().newBaseManager(Device.cpu())) {
            NDArray vectors = manager.create(new float[] {3, 4}, new Shape(1, 2));
            NDArray centres = manager.create(new float[] {1, 0, 0, 1}, new Shape(2, 2));
            NDArray labels = manager.create(new long[] {1});
            ArcFace.Value value = new ArcFace(S, 0).of(vectors, centres, labels);
            assertEquals(crossEntropy(0.8, 0.6), value.loss().getFloat(), 1e-5);
            assertArrayEquals(new float[] {0.6f, 0.8f}, value.cosines().toFloatArray(), 1e-6f);
        }
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        try (NDManager manager = Tiny.engine().newBaseManager(Device.cpu())) {
            double angle = Math.toRadians(40);
            NDArray vectors =
                    manager.create(
                            new float[] {(float) Math.cos(angle), (float) Math.sin(angle)},
                            new Shape(1, 2));
            vectors.setRequiresGradient(true);
            NDArray centres = manager.create(new float[] {1, 0, 0, 1}, new Shape(2, 2));
            NDArray labels = manager.create(new long[] {0});
            try (GradientCollector collector = Tiny.engine().newGradientCollector()) {
                collector.backward(new ArcFace(S, M).of(vectors, centres, labels).loss());
            }
            float[] gradient = vectors.getGradient().toFloatArray();
            double along = -Math.sin(angle) * gradient[0] + Math.cos(angle) * gradient[1];
            double step = 1; // degrees
            double slope = (loss(40 + step) - loss(40 - step)) / Math.toRadians(2 * step);
            // Along the circle; across it nothing changes.
            assertEquals(slope, along, 1e-2);
            double across = Math.cos(angle) * gradient[0] + Math.sin(angle) * gradient[1];
            assertEquals(0, across, 1e-5);
        }
    }
}
