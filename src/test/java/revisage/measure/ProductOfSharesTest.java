package revisage.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class ProductOfSharesTest {

    @Test
    void distancesAddLikeSidesOfARightAngle() {
        var half = new Interval(0.4, 0.6);
        var found = ProductOfShares.interval(0.5, half, 0.5, half);
        assertEquals(0.25 * Math.exp(-Math.sqrt(2) * Math.log(1.25)), found.low(), 1e-12);
        assertEquals(0.25 * Math.exp(Math.sqrt(2) * Math.log(1.2)), found.high(), 1e-12);
    }

    @Test
    void whatIsCertainChangesNothing() {
        var sure = new Interval(1, 1);
        var some = new Interval(0.2, 0.5);
        var found = ProductOfShares.interval(1, sure, 0.3, some);
        assertEquals(0.2, found.low(), 1e-12);
        assertEquals(0.5, found.high(), 1e-12);
    }

    @Test
    void neverSeenIsNotImpossible() {
        var found = ProductOfShares.interval(0, new Interval(0, 0.1), 0.5, new Interval(0.4, 0.6));
        assertEquals(new Interval(0, 0.06), new Interval(found.low(), round(found.high())));
        var open = ProductOfShares.interval(0.1, new Interval(0, 0.3), 0.5, new Interval(0.4, 0.6));
        assertEquals(0, open.low());
    }

    @Test
    void nineteenOfTwentyIntervalsHoldTheTruth() {
        var dice = RandomSource.XO_RO_SHI_RO_128_PP.create(11);
        var machine = BinomialDistribution.of(100, 0.6).createSampler(dice);
        var people = BinomialDistribution.of(80, 0.45).createSampler(dice);
        int held = 0;
        for (int i = 0; i < 4000; i++) {
            int m = machine.sample();
            int p = people.sample();
            var found =
                    ProductOfShares.interval(
                            m / 100.0, Interval.wilson(m, 100), p / 80.0, Interval.wilson(p, 80));
            held += found.holds(0.27) ? 1 : 0;
        }
        assertTrue(held >= 0.94 * 4000 && held <= 0.965 * 4000, held + " of 4000");
    }

    private static double round(double value) {
        return Math.round(value * 1e9) / 1e9;
    }
}
