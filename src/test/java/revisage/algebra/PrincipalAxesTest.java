package revisage.algebra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import revisage.match.PlainProducts;

import java.util.Random;

class PrincipalAxesTest {

    @Test
    void fourPointsOnACrossHaveTheAxesOfTheCross() throws Exception {
        Matrix cross = new Matrix(4, 3, new float[] {5, 3, 1, 5, -1, 1, 6, 1, 1, 4, 1, 1});
        PrincipalAxes found = PrincipalAxes.of(cross, 2, 1, new PlainProducts(), _ -> {});
        assertArrayEquals(new float[] {5, 1, 1}, found.mean(), 1e-6f);
        assertEquals(1, Math.abs(found.axes().at(0, 1)), 1e-5);
        assertEquals(1, Math.abs(found.axes().at(1, 0)), 1e-5);
        // variances by hand: (4 + 4) / 4 along the second coordinate, (1 + 1) / 4 along the first
        assertArrayEquals(
                new float[] {(float) Math.sqrt(2), (float) Math.sqrt(0.5)},
                found.deviations(),
                1e-5f);
    }

    @Test
    void axesAreOrthonormalAndKeepTheVarianceTheyWereMadeWith() throws Exception {
        int n = 120;
        int d = 400;
        int k = 20;
        Matrix data = Matrix.zero(n, d);
        var random = new Random(3);
        float[] scales = new float[k];
        for (int j = 0; j < k; j++) {
            scales[j] = 100f / (1 + j);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                data.data()[i * d + j] = 0.01f * (float) random.nextGaussian();
            }
            for (int j = 0; j < k; j++) { // the planted axes are the unit vectors 7 j
                data.data()[i * d + 7 * j] += scales[j] * (float) random.nextGaussian();
            }
        }
        double total = variance(data);
        PrincipalAxes found = PrincipalAxes.of(data, k, 5, new PlainProducts(), _ -> {});
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                double dot = 0;
                for (int j = 0; j < d; j++) {
                    dot += (double) found.axes().at(a, j) * found.axes().at(b, j);
                }
                assertEquals(a == b ? 1 : 0, dot, 2e-3, a + " and " + b);
            }
        }
        double kept = 0;
        for (float deviation : found.deviations()) {
            kept += deviation * deviation;
        }
        assertEquals(total, kept, total * 1e-4);
    }

    @Test
    void theSameSeedGivesTheSameAxes() throws Exception {
        float[] first = axesOfNoise(9).axes().data();
        assertArrayEquals(first, axesOfNoise(9).axes().data());
    }

    @Test
    void asManyAxesAsRowsAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> PrincipalAxes.of(Matrix.zero(5, 9), 5, 1, new PlainProducts(), _ -> {}));
    }

    @Test
    void dataWithoutEnoughDirectionsAreRefused() {
        assertThrows(
                AlgebraException.class,
                () -> PrincipalAxes.of(Matrix.zero(5, 9), 3, 1, new PlainProducts(), _ -> {}));
    }

    private static PrincipalAxes axesOfNoise(long seed) throws Exception {
        Matrix data = Matrix.zero(30, 50);
        var random = new Random(1);
        for (int i = 0; i < data.data().length; i++) {
            data.data()[i] = (float) random.nextGaussian();
        }
        return PrincipalAxes.of(data, 6, seed, new PlainProducts(), _ -> {});
    }

    private static double variance(Matrix data) {
        double sum = 0;
        for (int j = 0; j < data.columns(); j++) {
            double mean = 0;
            double squares = 0;
            for (int i = 0; i < data.rows(); i++) {
                mean += data.at(i, j) / (double) data.rows();
                squares += (double) data.at(i, j) * data.at(i, j) / data.rows();
            }
            sum += squares - mean * mean;
        }
        return sum;
    }
}
