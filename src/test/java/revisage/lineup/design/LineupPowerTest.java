package revisage.lineup.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

import revisage.measure.CrossedClusters;

import java.util.ArrayList;
import java.util.List;

class LineupPowerTest {

    @Test
    void theFormulaIsAsOnPaper() {
        // 0.01 / 25 + 0.04 / 16 + 0.25 / 100 = 0.0054; Student's t, 15 degrees: 2.1314 + 0.8662
        var power = LineupPower.of(25, 16, 100);
        assertEquals((2.1314 + 0.8662) * Math.sqrt(0.0054), power.fromChance(), 1e-4);
        // 2 (0.04 / 32 + 0.25 / 100)
        assertEquals((2.1314 + 0.8662) * Math.sqrt(0.0075), power.betweenMethods(), 1e-4);
    }

    @Test
    void moreOfAnythingSeesMore() {
        double few = LineupPower.of(20, 10, 100).fromChance();
        assertTrue(LineupPower.of(40, 10, 200).fromChance() < few);
        assertTrue(LineupPower.of(20, 20, 100).fromChance() < few);
        assertTrue(LineupPower.of(2, 1, 2).hopeless());
    }

    @Test
    void aDifferenceOfThisSizeIsFoundInFourOfFiveStudiesOrMoreAndHalfOfItIsNot() {
        double size = LineupPower.of(PARTICIPANTS, TARGETS, PARTICIPANTS * EACH).fromChance();
        double all = found(size);
        assertTrue(all >= 0.8 && all < 0.98, "found " + all); // p (1 - p) is below 1/4 here
        double half = found(size / 2);
        assertTrue(half > 0.2 && half < 0.6, "found " + half);
    }

    private static final int PARTICIPANTS = 30;
    private static final int TARGETS = 16;
    private static final int EACH = 4;

    /// Share of studies that tell this difference from chance.
    private static double found(double difference) {
        int participants = PARTICIPANTS;
        int targets = TARGETS;
        int each = EACH;
        double chance = 0.2;
        double truth = chance + difference;
        var dice = RandomSource.XO_RO_SHI_RO_128_PP.create(8);
        int found = 0;
        int studies = 400;
        for (int study = 0; study < studies; study++) {
            double[] people = dice.doubles(participants, -1, 1).map(u -> u * 0.1732).toArray();
            double[] about = dice.doubles(targets, -1, 1).map(u -> u * 0.3464).toArray();
            List<Integer> who = new ArrayList<>();
            List<Integer> whom = new ArrayList<>();
            List<Double> right = new ArrayList<>();
            for (int p = 0; p < participants; p++) {
                for (int i = 0; i < each; i++) {
                    int t = (p * each + i) % targets;
                    who.add(p);
                    whom.add(t);
                    right.add(dice.nextDouble() < truth + people[p] + about[t] ? 1.0 : 0.0);
                }
            }
            double[] values = right.stream().mapToDouble(r -> r).toArray();
            double[] every = new double[values.length];
            java.util.Arrays.fill(every, 1);
            var interval =
                    new CrossedClusters(who, whom)
                            .of(CrossedClusters.Shape.SHARE, CrossedClusters.mean(values, every))
                            .orElseThrow()
                            .both()
                            .orElseThrow();
            found += interval.low() > chance ? 1 : 0;
        }
        return found / (double) studies;
    }
}
