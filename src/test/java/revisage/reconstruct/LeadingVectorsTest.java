package revisage.reconstruct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Random;

final class LeadingVectorsTest {

    @Test
    void theVectorsOfADiagonalAreItsAxesByFallingValue() {
        double[] matrix = {2, 0, 0, 0, 5, 0, 0, 0, 3};
        double[][] found = LeadingVectors.of(matrix, 3, 2);
        assertEquals(2, found.length);
        assertEquals(1, Math.abs(found[0][1]), 1e-12);
        assertEquals(1, Math.abs(found[1][2]), 1e-12);
    }

    /// Against the whole decomposition, on the kind of spectrum a Jacobian has.
    @Test
    void fewOfALargeMatrixSpanNearlyWhatTheWholeDecompositionGives() {
        int d = 300;
        int count = 40;
        double[] matrix = falling(d);
        double[][] whole = LeadingVectors.of(matrix, d, d);
        double[][] few = LeadingVectors.of(matrix, d, count);
        double caught = 0;
        double best = 0;
        for (int i = 0; i < count; i++) {
            caught += quadratic(matrix, few[i]);
            best += quadratic(matrix, whole[i]);
            assertEquals(1, dot(few[i], few[i]), 1e-9);
            for (int j = 0; j < i; j++) {
                assertEquals(0, dot(few[i], few[j]), 1e-9);
            }
        }
        assertTrue(caught <= best * (1 + 1e-9) && caught > 0.995 * best, caught / best + "");
    }

    @Test
    void theSameMatrixGivesTheSameVectors() {
        double[] matrix = falling(260);
        assertArrayEquals(
                LeadingVectors.of(matrix, 260, 30)[29], LeadingVectors.of(matrix, 260, 30)[29]);
    }

    /// `A' A` with columns that fall off as 1 / (1 + j).
    private static double[] falling(int d) {
        var random = new Random(7);
        double[][] a = new double[d][d];
        for (double[] row : a) {
            for (int j = 0; j < d; j++) {
                row[j] = random.nextGaussian() / (1 + j);
            }
        }
        double[] out = new double[d * d];
        for (double[] row : a) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    out[i * d + j] += row[i] * row[j];
                }
            }
        }
        return out;
    }

    private static double quadratic(double[] matrix, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                sum += x[i] * matrix[i * x.length + j] * x[j];
            }
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
