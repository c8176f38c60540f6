package revisage.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;

import org.junit.jupiter.api.Test;

import revisage.train.Recipe;

import java.util.List;
import java.util.Optional;

class OptimiserTest {

    private static Recipe recipe(String optimiser, double clip) {
        return new Recipe(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(optimiser),
                Optional.empty(),
                Optional.of(0.9),
                Optional.of(0.01),
                Optional.empty(),
                Optional.empty(),
                Optional.of(clip));
    }

    /// One number, its loss half its square times `slope`: the gradient is `slope` times itself.
    private static double[] steps(Recipe recipe, Weight.Role role, double slope, int count) {
        try (NDManager manager = Tiny.engine().newBaseManager(Device.cpu())) {
            var weight = new Weight("w", role, 1);
            var weights = new Weights(manager, List.of(weight), List.of(new float[] {2}));
            var optimiser = new Optimiser(manager, Optimiser.Rule.of(recipe), weights);
            double[] values = new double[count + 1];
            for (int i = 0; i < count; i++) {
                try (NDManager m = manager.newSubManager()) {
                    NDArray w = weights.of(weight);
                    try (GradientCollector collector = Tiny.engine().newGradientCollector()) {
                        NDArray loss = w.square().sum().mul((float) (slope / 2));
                        loss.attach(m);
                        collector.backward(loss);
                    }
                    values[count] = optimiser.step(m, 0.1, i + 1);
                    values[i] = w.getFloat();
                }
            }
            return values;
        }
    }

    @Test
    void momentumIsKeptAndKernelsArePulledTowardsZero() {
        double[] given = steps(recipe("sgd", 100), Weight.Role.KERNEL, 1, 2);
        double v = 2 + 0.01 * 2;
        double w = 2 - 0.1 * v;
        assertEquals(w, given[0], 1e-6);
        v = 0.9 * v + w + 0.01 * w;
        assertEquals(w - 0.1 * v, given[1], 1e-6);
    }

    @Test
    void gainsAreNotPulled() {
        assertEquals(2 - 0.1 * 2, steps(recipe("sgd", 100), Weight.Role.GAIN, 1, 1)[0], 1e-6);
    }

    @Test
    void aLongGradientIsCutToItsLength() {
        double[] given = steps(recipe("sgd", 5), Weight.Role.GAIN, 100, 1);
        assertEquals(2 - 0.1 * 5, given[0], 1e-5);
        assertEquals(200, given[1], 1e-3);
    }

    @Test
    void adamStepsByTheRateWhateverTheGradient() {
        double[] given = steps(recipe("adam", 1e5), Weight.Role.GAIN, 3, 2);
        // First step: mean and spread are unbiased to the gradient itself and its length.
        assertEquals(1.9, given[0], 1e-5);
        double g1 = 6;
        double g2 = 3 * 1.9;
        double mean = (0.9 * 0.1 * g1 + 0.1 * g2) / (1 - 0.81);
        double spread = (0.999 * 0.001 * g1 * g1 + 0.001 * g2 * g2) / (1 - 0.999 * 0.999);
        assertEquals(1.9 - 0.1 * mean / Math.sqrt(spread), given[1], 1e-5);
    }

    @Test
    void adamsPullIsBesideTheGradient() {
        double given = steps(recipe("adam", 1e5), Weight.Role.DENSE, 3, 1)[0];
        assertEquals(2 * (1 - 0.1 * 0.01) - 0.1, given, 1e-5);
    }
}
