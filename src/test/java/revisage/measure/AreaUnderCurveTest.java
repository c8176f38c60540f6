package revisage.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class AreaUnderCurveTest {

    private static double of(double[] numbers, boolean... success) {
        return new AreaUnderCurve(numbers, success).all().orElseThrow();
    }

    @Test
    void pairsAreCountedAsOnPaper() {
        // successes 3, 4 against failures 2, 3: wins 1, 1, 1 and one draw of 4
        assertEquals(3.5 / 4, of(new double[] {3, 4, 2, 3}, true, true, false, false));
        assertEquals(0.5, of(new double[] {1, 1, 1}, true, false, true));
        assertEquals(0, of(new double[] {1, 2}, true, false));
    }

    @Test
    void successesAloneSayNothing() {
        assertTrue(new AreaUnderCurve(new double[] {1}, new boolean[] {true}).all().isEmpty());
    }

    @Test
    void itIsWhatEveryPairCountedSlowlyGives() {
        var dice = RandomSource.XO_RO_SHI_RO_128_PP.create(3);
        int count = 61;
        double[] numbers = dice.ints(count, 1, 6).asDoubleStream().toArray();
        boolean[] success = new boolean[count];
        double wins = 0;
        double pairs = 0;
        for (int i = 0; i < count; i++) {
            success[i] = dice.nextBoolean();
        }
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                if (success[i] && !success[j]) {
                    pairs++;
                    wins += (Math.signum(numbers[i] - numbers[j]) + 1) / 2;
                }
            }
        }
        assertEquals(wins / pairs, of(numbers, success), 1e-12);
    }
}
