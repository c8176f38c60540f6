package revisage.reconstruct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

import revisage.work.Kept;

class SlopeBeliefTest {

    private static final int N = 6;
    private final double[] slope = {0.05, -0.02, 0.03, 0, -0.06, 0.01};

    private static SlopeBelief fresh() {
        return new SlopeBelief(N, new double[N * N], 0.05 * 0.05);
    }

    private double score(double[] y, double bend) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += slope[i] * y[i] - bend * y[i] * y[i] / 2;
        }
        return sum;
    }

    private SlopeBelief taught(double bend) {
        SlopeBelief belief = fresh();
        for (int repeat = 0; repeat < 40; repeat++) {
            for (int i = 0; i < N; i++) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    double[] y = new double[N];
                    y[i] = sign * 0.3;
                    belief.observe(y, score(y, bend));
                }
            }
        }
        return belief;
    }

    @Test
    void probesInEveryDirectionTellTheSlope() {
        // Never exactly: the prior draws to nought, the noise is thought to be 0.006.
        assertArrayEquals(slope, taught(0.7).slope(), 0.002);
    }

    @Test
    void aQuadraticKnownWellIsClimbedToItsTop() {
        SlopeBelief belief = taught(0.7);
        var normal =
                ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(1L));
        double[] step = belief.step(normal, 10);
        for (int i = 0; i < N; i++) {
            assertEquals(slope[i] / 0.7, step[i], 0.02);
        }
    }

    @Test
    void aStepIsNeverLongerThanAllowed() {
        var normal =
                ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(1L));
        double squares = 0;
        for (double s : fresh().step(normal, 0.01)) {
            squares += s * s;
        }
        assertEquals(0.01, Math.sqrt(squares), 1e-9);
    }

    @Test
    void afterAMoveTheSlopeIsThatOfTheNewPlace() {
        SlopeBelief belief = taught(0.7);
        double[] y = {0.1, 0, 0, 0, -0.1, 0};
        belief.move(y);
        double[] moved = slope.clone();
        moved[0] -= 0.07;
        moved[4] += 0.07;
        assertArrayEquals(moved, belief.slope(), 0.003);
    }

    @Test
    void itAgreesWithRegressionInOneDimension() {
        // One observation of w by hand: prior variance p, step y, noise r; bend is also unsure.
        var belief = new SlopeBelief(1, new double[1], 0.04);
        double y = 0.2;
        double gain = 0.03;
        double r = 0.003 + 0.03 * y * y;
        double variance = 0.04 * y * y + 0.16 * Math.pow(y * y / 2, 2) + r * r;
        double expected = 0.04 * y / variance * (gain + y * y / 2);
        belief.observe(new double[] {y}, gain);
        assertEquals(expected, belief.slope()[0], 1e-12);
    }

    @Test
    void keptAndRestoredItBelievesTheSame() {
        SlopeBelief belief = taught(0.5);
        SlopeBelief other = fresh();
        other.restore(belief.keep(Kept.nothing(), "x."), "x.");
        belief.move(new double[] {0.1, 0, 0, 0, 0, 0});
        other.move(new double[] {0.1, 0, 0, 0, 0, 0});
        assertArrayEquals(belief.slope(), other.slope());
        assertTrue(belief.slope()[0] != slope[0]);
    }
}
