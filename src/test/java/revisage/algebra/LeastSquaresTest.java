package revisage.algebra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.match.PlainProducts;

import java.util.Random;

class LeastSquaresTest {

    @Test
    void aRidgeLineByHand() throws Exception {
        // x = -1, 0, 1 and y = 1, 2, 6: centred products 5, squares 2; with ridge 0.5 the slope is
        // 2
        LinearMap line =
                LeastSquares.ridge(
                        new Matrix(3, 1, new float[] {-1, 0, 1}),
                        new Matrix(3, 1, new float[] {1, 2, 6}),
                        0.5,
                        new PlainProducts());
        assertEquals(2, line.weights().at(0, 0), 1e-6);
        assertArrayEquals(new float[] {3 + 2 * 4}, line.apply(new float[] {9, 4}, 1), 1e-5f);
    }

    @Test
    void aNearlyUnpenalisedFitFindsTheMapThatMadeTheData() throws Exception {
        var random = new Random(2);
        Matrix x = noise(60, 4, random);
        Matrix y = Matrix.zero(60, 2);
        for (int i = 0; i < 60; i++) {
            y.data()[2 * i] = 3 * x.at(i, 0) - x.at(i, 3) + 7;
            y.data()[2 * i + 1] = x.at(i, 1) + 0.5f * x.at(i, 2) - 1;
        }
        LinearMap map = LeastSquares.ridge(x, y, 1e-6, new PlainProducts());
        assertArrayEquals(
                new float[] {3 + 7, 0.5f - 1}, map.apply(new float[] {1, 0, 1, 0}, 0), 1e-4f);
    }

    @Test
    void aHeavierRidgeShrinksTheWeights() throws Exception {
        var random = new Random(4);
        Matrix x = noise(40, 3, random);
        Matrix y = noise(40, 2, random);
        double light = squares(LeastSquares.ridge(x, y, 0.1, new PlainProducts()));
        double heavy = squares(LeastSquares.ridge(x, y, 100, new PlainProducts()));
        assertTrue(heavy < light / 4, heavy + " against " + light);
    }

    private static double squares(LinearMap map) {
        double sum = 0;
        for (float w : map.weights().data()) {
            sum += w * w;
        }
        return sum;
    }

    private static Matrix noise(int rows, int columns, Random random) {
        Matrix out = Matrix.zero(rows, columns);
        for (int i = 0; i < out.data().length; i++) {
            out.data()[i] = (float) random.nextGaussian();
        }
        return out;
    }
}
