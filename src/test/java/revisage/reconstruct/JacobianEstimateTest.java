package revisage.reconstruct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Random;

class JacobianEstimateTest {

    @Test
    void aDampedStepByHand() {
        // J = (2 0; 0 1), rho = 1: J'(JJ' + I)^-1 r = (2 r0 / 5, r1 / 2)
        var estimate =
                new JacobianEstimate(2, 2, new float[] {2, 0, 0, 1}, new double[] {4, 0, 0, 1});
        assertArrayEquals(
                new float[] {4, 3},
                estimate.steps(new double[] {10, 6}, new double[] {1})[0],
                1e-6f);
    }

    @Test
    void theStrongestDirectionMovesTheAnswerMost() {
        var estimate =
                new JacobianEstimate(2, 2, new float[] {2, 0, 0, 1}, new double[] {4, 0, 0, 1});
        float[][] directions = estimate.strongest(2);
        assertEquals(1, Math.abs(directions[0][0]), 1e-6);
        assertEquals(1, Math.abs(directions[1][1]), 1e-6);
    }

    @Test
    void whatWasLearntHoldsForThatStepAndNothingElse() {
        int d = 3;
        int k = 5;
        var random = new Random(1);
        float[] start = new float[d * k];
        for (int i = 0; i < start.length; i++) {
            start[i] = (float) random.nextGaussian();
        }
        var estimate = new JacobianEstimate(d, k, start.clone(), gram(start, d, k));
        float[] step = {1, 2, 0, -1, 0.5f};
        double[] change = {0.3, -2, 1};
        estimate.learn(step, change);
        assertArrayEquals(change, times(estimate.slopes(), step, d, k), 1e-5);
        float[] across = {2, -1, 7, 0, 0}; // orthogonal to the step
        assertArrayEquals(times(start, across, d, k), times(estimate.slopes(), across, d, k), 1e-5);
    }

    @Test
    void aStepAlongAnAxisTeachesWhatTheSameStepWrittenOutTeaches() {
        int d = 3;
        int k = 4;
        var random = new Random(5);
        float[] start = new float[d * k];
        for (int i = 0; i < start.length; i++) {
            start[i] = (float) random.nextGaussian();
        }
        var along = new JacobianEstimate(d, k, start.clone(), gram(start, d, k));
        var written = new JacobianEstimate(d, k, start.clone(), gram(start, d, k));
        double[] change = {0.4, -1, 2};
        along.learn(2, 0.7f, change);
        written.learn(new float[] {0, 0, 0.7f, 0}, change);
        assertArrayEquals(written.slopes(), along.slopes(), 1e-5f);
        assertArrayEquals(written.gram(), along.gram(), 1e-5);
    }

    @Test
    void theGramMatrixStaysInStepWithTheJacobian() {
        int d = 4;
        int k = 7;
        var random = new Random(6);
        float[] start = new float[d * k];
        for (int i = 0; i < start.length; i++) {
            start[i] = (float) random.nextGaussian();
        }
        var estimate = new JacobianEstimate(d, k, start.clone(), gram(start, d, k));
        for (int round = 0; round < 50; round++) {
            float[] step = new float[k];
            for (int j = 0; j < k; j++) {
                step[j] = (float) random.nextGaussian();
            }
            estimate.learn(step, random.doubles(d, -1, 1).toArray());
        }
        assertArrayEquals(gram(estimate.slopes(), d, k), estimate.gram(), 1e-4);
    }

    private static double[] gram(float[] j, int d, int k) {
        double[] out = new double[d * d];
        for (int a = 0; a < d; a++) {
            for (int b = 0; b < d; b++) {
                for (int i = 0; i < k; i++) {
                    out[a * d + b] += (double) j[i * d + a] * j[i * d + b];
                }
            }
        }
        return out;
    }

    private static double[] times(float[] j, float[] x, int d, int k) {
        double[] out = new double[d];
        for (int a = 0; a < d; a++) {
            for (int i = 0; i < k; i++) {
                out[a] += (double) j[i * d + a] * x[i];
            }
        }
        return out;
    }
}
