package revisage.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

class BalanceTest {

    private static TreeMap<String, Double> gradients(double critic, double pixel, double identity) {
        return new TreeMap<>(
                Map.of(
                        GeneratorLoss.ADVERSARIAL, critic,
                        GeneratorLoss.PIXEL, pixel,
                        GeneratorLoss.IDENTITY, identity));
    }

    /// Roots of 1 x 4, 2 x 8, 3 x 27.
    @Test
    void theMeanIsGeometric() {
        Balance two = Balance.NOTHING.and(gradients(1, 2, 3)).and(gradients(4, 8, 27));
        assertEquals(2, two.count());
        assertEquals(2, two.means().get(GeneratorLoss.ADVERSARIAL), 1e-12);
        assertEquals(4, two.means().get(GeneratorLoss.PIXEL), 1e-12);
        assertEquals(9, two.means().get(GeneratorLoss.IDENTITY), 1e-12);
        assertEquals(two, Balance.of(two.numbers()));
        assertEquals(Balance.NOTHING, Balance.of(Balance.NOTHING.numbers()));
    }

    @Test
    void whatHasNoGradientHasNoMean() {
        Balance one = Balance.NOTHING.and(gradients(1, 2, 0));
        assertFalse(one.means().containsKey(GeneratorLoss.IDENTITY));
        assertEquals(2, one.means().size());
    }

    @Test
    void itIsMeasuredOftenThenSeldom() {
        assertTrue(Balance.NOTHING.due(7));
        Balance balance = Balance.NOTHING;
        for (int i = 0; i < Balance.ENOUGH; i++) {
            assertFalse(balance.enough());
            balance = balance.and(gradients(1, 1, 1));
            assertFalse(balance.due(7));
            assertTrue(balance.due(64));
        }
        assertTrue(balance.enough());
        assertFalse(balance.due(4));
    }

    /// A critic whose slope swings tenfold from step to step: one look is up to three times off,
    /// the weights of 32 looks move by no more than a few in a hundred at the end.
    @Test
    void theWeightsSettleThoughTheCriticSwings() {
        for (int seed = 0; seed < 20; seed++) {
            var dice = new Random(seed);
            Balance balance = Balance.NOTHING;
            var loss =
                    new GeneratorLoss(
                            Map.of(
                                    GeneratorLoss.ADVERSARIAL, 1.0,
                                    GeneratorLoss.PIXEL, 50.0,
                                    GeneratorLoss.IDENTITY, 50.0));
            double before = 0;
            for (int i = 0; i < Balance.ENOUGH; i++) {
                double swing = Math.pow(10, dice.nextDouble(-0.5, 0.5));
                balance = balance.and(gradients(swing, 0.005, 1));
                before = loss.weights().getOrDefault(GeneratorLoss.PIXEL, 0.0);
                loss = loss.calibrated(balance.means());
            }
            double after = loss.weights().getOrDefault(GeneratorLoss.PIXEL, 0.0);
            assertEquals(1, after / before, 0.08, "seed " + seed);
            // The critic's true mean is 1: pixel 200 to 600, identity 1 to 3, within the mean's
            // own error of 0.66 / sqrt(32) = 12 in a hundred, three times.
            assertTrue(after > 140 && after < 850, seed + ": " + after);
            double identity = loss.weights().getOrDefault(GeneratorLoss.IDENTITY, 0.0);
            assertTrue(identity > 0.7 && identity < 4.3, seed + ": " + identity);
        }
    }
}
