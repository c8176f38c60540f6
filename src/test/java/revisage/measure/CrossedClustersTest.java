package revisage.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

import revisage.measure.CrossedClusters.Estimate;
import revisage.measure.CrossedClusters.Shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

class CrossedClustersTest {

    private static Estimate mean(List<Integer> who, List<Integer> whom, Shape shape, double... x) {
        double[] all = new double[x.length];
        Arrays.fill(all, 1);
        return new CrossedClusters(who, whom).of(shape, CrossedClusters.mean(x, all)).orElseThrow();
    }

    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Test
    void trialsOfDifferentPeopleGiveStudentsInterval() {
        var found = mean(upTo(5), upTo(5), Shape.PLAIN, 1, 2, 3, 4, 5);
        assertEquals(3, found.value());
        assertEquals(Math.sqrt(2.5 / 5), found.error().orElseThrow(), 1e-12);
        double far = 2.776445 * Math.sqrt(0.5); // Student's t, 4 degrees of freedom
        assertEquals(3 - far, found.both().orElseThrow().low(), 1e-5);
        assertEquals(3 + far, found.both().orElseThrow().high(), 1e-5);
    }

    @Test
    void aCrossedTableIsAsOnPaper() {
        // participants x targets: 1 2 / 3 6. Left out: participants 4.5, 1.5; targets 4, 2; pairs
        // 11/3, 10/3, 3, 2. Variances 2.25, 1, 7/6.
        var found = mean(List.of(0, 0, 1, 1), List.of(0, 1, 0, 1), Shape.PLAIN, 1, 2, 3, 6);
        assertEquals(3, found.value());
        assertEquals(1.5, found.error().orElseThrow(), 1e-12, "2.25 is more than 2.25 + 1 - 7/6");
        double t = 12.706205; // one degree of freedom
        assertEquals(3 - 1.5 * t, found.participants().orElseThrow().low(), 1e-4);
        assertEquals(3 + t, found.targets().orElseThrow().high(), 1e-4);
    }

    @Test
    void whenNeitherIsLargerTheVariancesAddUp() {
        // 0 1 2 / 1 2 3 / 2 3 4, purely additive: means left out 2.5 2 1.5 both ways: variance
        // 2/3 * 0.5 = 1/3 each; pairs: (2 - x) / 8: 8/9 * (4+1+1+1+1+4) / 64 = 1/6
        List<Integer> who = List.of(0, 0, 0, 1, 1, 1, 2, 2, 2);
        List<Integer> whom = List.of(0, 1, 2, 0, 1, 2, 0, 1, 2);
        var found = mean(who, whom, Shape.PLAIN, 0, 1, 2, 1, 2, 3, 2, 3, 4);
        assertEquals(Math.sqrt(1 / 3.0 + 1 / 3.0 - 1 / 6.0), found.error().orElseThrow(), 1e-12);
    }

    @Test
    void aShareStaysInsideAndIsWideWhereNothingFailed() {
        var all = mean(upTo(10), upTo(10), Shape.SHARE, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        assertEquals(Interval.wilson(10, 10), all.both().orElseThrow());
        var some = mean(upTo(10), upTo(10), Shape.SHARE, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0);
        double far = 2.262157 * Math.sqrt(0.16 / 9) / 0.16; // on the scale of log odds
        double low = 1 / (1 + Math.exp(-(Math.log(4) - far)));
        assertEquals(low, some.both().orElseThrow().low(), 1e-6);
        assertTrue(some.both().orElseThrow().high() < 1);
    }

    @Test
    void onePersonAloneHasNoInterval() {
        var found = mean(List.of(3, 3), List.of(0, 1), Shape.PLAIN, 1, 2);
        assertTrue(found.both().isEmpty() && found.participants().isEmpty());
        assertTrue(found.targets().isPresent());
    }

    @Test
    void whatOneTargetAloneDecidesHasNoInterval() {
        var clusters = new CrossedClusters(upTo(3), List.of(0, 1, 2));
        double[] only = {0, 0, 1};
        var found = clusters.of(Shape.PLAIN, CrossedClusters.mean(new double[] {1, 2, 3}, only));
        assertEquals(3, found.orElseThrow().value());
        assertTrue(found.orElseThrow().both().isEmpty());
        double[] nothing = new double[3];
        assertTrue(clusters.of(Shape.PLAIN, CrossedClusters.mean(only, nothing)).isEmpty());
    }

    @Test
    void nineteenOfTwentyIntervalsHoldTheTruth() {
        UniformRandomProvider dice = RandomSource.XO_RO_SHI_RO_128_PP.create(5);
        int held = 0;
        int studies = 600;
        for (int study = 0; study < studies; study++) {
            held += holds(dice, 25, 12) ? 1 : 0;
        }
        // 95 % of 600 within 3 standard errors
        assertEquals(0.95, held / (double) studies, 3 * Math.sqrt(0.95 * 0.05 / studies));
    }

    /// Half of the pairs were asked; participants scatter by 1, targets by 1, trials by 1.
    private static boolean holds(UniformRandomProvider dice, int participants, int targets) {
        var normal = ZigguratSampler.NormalizedGaussian.of(dice);
        double[] own = normal.samples(participants).toArray();
        double[] about = normal.samples(targets).toArray();
        List<Integer> who = new ArrayList<>();
        List<Integer> whom = new ArrayList<>();
        List<Double> x = new ArrayList<>();
        for (int p = 0; p < participants; p++) {
            for (int t = 0; t < targets; t++) {
                if ((p + t) % 2 == 0) {
                    who.add(p);
                    whom.add(t);
                    x.add(own[p] + about[t] + normal.sample());
                }
            }
        }
        double[] values = x.stream().mapToDouble(v -> v).toArray();
        return mean(who, whom, Shape.PLAIN, values).both().orElseThrow().holds(0);
    }
}
