package revisage.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.TreeMap;

class GeneratorLossTest {

    private static GeneratorLoss loss(double pixel, double identity) {
        return new GeneratorLoss(
                Map.of(
                        GeneratorLoss.ADVERSARIAL, 2.0,
                        GeneratorLoss.PIXEL, pixel,
                        GeneratorLoss.IDENTITY, identity));
    }

    /// The critic's gradient is 2 x 3 = 6: the others come to 6 at least and 18 at most.
    @Test
    void weightsMoveAsLittleAsTheFactorOfThreeAsks() {
        var gradients =
                new TreeMap<>(
                        Map.of(
                                GeneratorLoss.ADVERSARIAL, 3.0,
                                GeneratorLoss.PIXEL, 0.5,
                                GeneratorLoss.IDENTITY, 2.0));
        Map<String, Double> weights = loss(50, 1).calibrated(gradients).weights();
        assertEquals(36, weights.get(GeneratorLoss.PIXEL), 1e-12);
        assertEquals(3, weights.get(GeneratorLoss.IDENTITY), 1e-12);
        assertEquals(2, weights.get(GeneratorLoss.ADVERSARIAL));
        assertEquals(loss(20, 5), loss(20, 5).calibrated(gradients));
    }

    @Test
    void aTermThatIsNotMeasuredKeepsItsWeight() {
        var gradients = new TreeMap<>(Map.of(GeneratorLoss.ADVERSARIAL, 3.0));
        assertEquals(loss(50, 0), loss(50, 0).calibrated(gradients));
    }

    /// |1 - 2|, |0 - 4|: the mean is 2.5, each slope 1/2.
    @Test
    void thePixelTermByHand() {
        try (NDManager m = Tiny.engine().newBaseManager(Device.cpu())) {
            var made = m.create(new float[] {1, 0}, new Shape(1, 2, 1, 1));
            var real = m.create(new float[] {2, 4}, new Shape(1, 2, 1, 1));
            GeneratorLoss.Term pixel = GeneratorLoss.pixel(real);
            assertEquals(2.5, pixel.of(made).getFloat(), 1e-6);
            var found =
                    GeneratorLoss.gradients(
                            Tiny.engine(), Map.of(GeneratorLoss.PIXEL, pixel), made);
            assertEquals(0.5, found.get(GeneratorLoss.PIXEL), 1e-6);
        }
    }

    /// Pictures less their mean as far apart as the vectors: two pictures less their mean are
    /// opposite, cosine -1; the vectors' cosine is 0.
    @Test
    void theBijectiveTermComparesDistances() {
        try (NDManager m = Tiny.engine().newBaseManager(Device.cpu())) {
            var given = m.create(new float[] {1, 0, 0, 1}, new Shape(2, 2));
            var made = m.create(new float[] {1, 2, 3, 0, 0, 0}, new Shape(2, 3, 1, 1));
            assertEquals(1, GeneratorLoss.bijective(given).of(made).getFloat(), 1e-6);
        }
    }
}
