package revisage.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import revisage.train.Grown;

import java.util.Arrays;
import java.util.List;

class GrowingTest {

    private static final Growing SMALL = new Growing(6, List.of(5, 4, 3), false);

    private static long count(List<Weight> weights) {
        return weights.stream().mapToLong(Weight::size).sum();
    }

    @Test
    void thePapersGeneratorHasItsWeights() {
        Growing full = Growing.full(128, false);
        assertEquals(List.of(512, 512, 512, 512, 256, 128), full.widths());
        // Dense 512 -> 512 x 16 and one conv; two convs a level; colours 3 w + 3 at each.
        long w = 512;
        long same = 9 * w * w + w;
        long stem = w * w * 16 + w + same;
        long to32 = 3 * 2 * same;
        long to64 = (9 * w * 256 + 256) + (9 * 256 * 256 + 256);
        long to128 = (9 * 256 * 128 + 128) + (9 * 128 * 128 + 128);
        long colours = 4 * (3 * w + 3) + (3 * 256 + 3) + (3 * 128 + 3);
        assertEquals(stem + to32 + to64 + to128 + colours, count(full.weights()));
        assertEquals(22_933_394, count(full.weights()));
        // What the authors' program prints for 1024 pixels.
        assertEquals(23_079_115, count(Growing.full(1024, false).weights()));
    }

    @Test
    void eightMatricesAndAPairOfFiguresAChannelSteerTheAdaptiveOne() {
        Growing adaptive = Growing.full(128, true);
        long mapping = 8 * (512 * 512 + 512);
        // After the dense and each of the eleven convs: 512 -> 2 w, with a bias.
        long channels = 512 * 8 + 256 * 2 + 128 * 2;
        assertEquals(
                count(Growing.full(128, false).weights()) + mapping + channels * 2 * 513,
                count(adaptive.weights()));
    }

    @Test
    void aVectorsLengthDoesNotMatter() {
        try (NDManager m = Tiny.engine().newBaseManager(Device.cpu())) {
            NDArray x = m.create(new float[] {3, 4}, new Shape(1, 2));
            Weights none = new Weights(m, List.of(), List.of());
            float[] y = new Forward(none, false).of(new Growth.PixelNorm(), x).toFloatArray();
            // Mean square 12.5, root 3.5355.
            assertArrayEquals(new float[] {0.848528f, 1.131371f}, y, 1e-6f);
        }
    }

    @Test
    void aWeightIsScaledWhenItIsUsed() {
        try (NDManager m = Tiny.engine().newBaseManager(Device.cpu())) {
            var conv = new Growth.Conv("c", 2, 1, 1, Math.sqrt(2));
            var weights =
                    new Weights(
                            m,
                            conv.weights().toList(),
                            List.of(new float[] {3, -1}, new float[] {0.5f}));
            NDArray x = m.create(new float[] {2, 10}, new Shape(1, 2, 1, 1));
            // Gain root 2 over root of fan-in 2 is 1: 3 * 2 - 10 + 0.5.
            assertEquals(-3.5f, new Forward(weights, false).of(conv, x).toFloatArray()[0], 1e-6f);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachLevelDoublesTheSide(boolean adaptive) {
        Growing net = new Growing(6, List.of(5, 4, 3), adaptive);
        try (NDManager m = Tiny.engine().newBaseManager(Device.cpu())) {
            var forward = new Forward(GrowingCriticTest.weights(m, net.weights(), 1), false);
            NDArray vectors = m.create(GrowingCriticTest.noise(12, 2), new Shape(2, 6));
            for (int level = 0; level < 3; level++) {
                Layer layers = net.at(new Grown(level, 1));
                int side = 4 << level;
                assertEquals(new Shape(2, 3, side, side), forward.of(layers, vectors).getShape());
                assertEquals(side, layers.side(1));
            }
            Layer large = net.at(new Grown(2, 0.5), 112);
            assertEquals(new Shape(2, 3, 112, 112), forward.of(large, vectors).getShape());
            assertEquals(112, large.side(1));
        }
    }

    @Test
    void aNewLevelFadesInFromTheOneBefore() {
        try (NDManager m = Tiny.engine().newBaseManager(Device.cpu())) {
            var forward = new Forward(GrowingCriticTest.weights(m, SMALL.weights(), 1), false);
            NDArray vectors = m.create(GrowingCriticTest.noise(6, 2), new Shape(1, 6));
            float[] before =
                    Forward.up(forward.of(SMALL.at(new Grown(0, 1)), vectors)).toFloatArray();
            float[] after = forward.of(SMALL.at(new Grown(1, 1)), vectors).toFloatArray();
            float[] quarter = forward.of(SMALL.at(new Grown(1, 0.25)), vectors).toFloatArray();
            for (int i = 0; i < quarter.length; i++) {
                assertEquals(0.75f * before[i] + 0.25f * after[i], quarter[i], 1e-5f);
            }
            assertFalse(Arrays.equals(before, after));
        }
    }

    @Test
    void realFacesFadeAlike() {
        try (NDManager m = Tiny.engine().newBaseManager(Device.cpu())) {
            float[] pixels = new float[3 * 16 * 16];
            pixels[0] = 16;
            NDArray face = m.create(pixels, new Shape(1, 3, 16, 16));
            // The one bright pixel is a quarter of a pixel at side 8, a sixteenth at side 4.
            float[] sharp = Fading.seen(face, new Grown(1, 1)).toFloatArray();
            assertEquals(4, sharp[0], 1e-6);
            assertEquals(0, sharp[1], 1e-6);
            float[] faded = Fading.seen(face, new Grown(1, 0.5)).toFloatArray();
            assertEquals(2.5, faded[0], 1e-6);
            assertEquals(0.5, faded[1], 1e-6);
            assertEquals(0.5, faded[9], 1e-6);
            assertEquals(0, faded[2], 1e-6);
        }
    }

    @Test
    void aPictureGrowsBilinearlyAndShrinksToMeans() {
        assertArrayEquals(
                new float[] {1, 0, 0.75f, 0.25f, 0.25f, 0.75f, 0, 1},
                Growth.Resample.bilinear(2, 4).matrix(),
                1e-6f);
        assertArrayEquals(
                new float[] {2f / 3, 1f / 3, 0, 0, 1f / 3, 2f / 3},
                Growth.Resample.mean(3, 2).matrix(),
                1e-6f);
    }
}
