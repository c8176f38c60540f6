package revisage.reconstruct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

import revisage.algebra.Matrix;

import java.util.Arrays;

class AnchorsTest {

    private static final int D = 9;
    private final Matrix answers = units(40, D, 1);
    private final double[] vector = unit(ToyFaces.gaussian(D, 77));

    @Test
    void asManyAnchorsAsDimensionsRecoverTheVector() {
        Anchors anchors = Anchors.choose(answers, CommonOps_DDRM.identity(D), D, 1);
        assertEquals(D, anchors.rows().length);
        assertArrayEquals(vector, anchors.estimate(scores(anchors)), 1e-6);
    }

    @Test
    void withoutAPriorFewerAnchorsGiveTheProjectionOnTheirSpan() {
        Anchors anchors = Anchors.choose(answers, CommonOps_DDRM.identity(D), 4, 1);
        var a = new DMatrixRMaj(4, D);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < D; j++) {
                a.set(i, j, answers.at(anchors.rows()[i], j));
            }
        }
        var inverse = new DMatrixRMaj(D, 4);
        CommonOps_DDRM.pinv(a, inverse);
        var projection = new DMatrixRMaj(D, 1);
        CommonOps_DDRM.mult(inverse, new DMatrixRMaj(4, 1, true, scores(anchors)), projection);
        assertArrayEquals(unit(projection.data), anchors.estimate(scores(anchors)), 1e-6);
    }

    @Test
    void whatIsUnknownIsThePriorWithoutTheSpanOfTheAnchors() {
        DMatrixRMaj prior = Anchors.secondMoment(units(60, D, 5));
        Anchors anchors = Anchors.choose(answers, prior, 4, 1);
        for (int row : anchors.rows()) {
            var a = new DMatrixRMaj(D, 1);
            for (int j = 0; j < D; j++) {
                a.data[j] = answers.at(row, j);
            }
            var told = new DMatrixRMaj(D, 1);
            CommonOps_DDRM.mult(anchors.unknown(), a, told);
            assertEquals(0, CommonOps_DDRM.dot(a, told), 1e-8);
        }
        double left = CommonOps_DDRM.trace(anchors.unknown());
        assertTrue(left > 0.05 && left < 0.95, () -> "left " + left);
    }

    @Test
    void itStopsWhenTheShareAskedForIsKnown() {
        Anchors anchors = Anchors.choose(answers, CommonOps_DDRM.identity(D), D, 5.0 / D);
        assertEquals(5, anchors.rows().length);
    }

    @Test
    void theSameRowIsNeverChosenTwice() {
        var twice = new Matrix(4, 2, new float[] {1, 0, 1, 0, 0, 1, 0, 1});
        Anchors anchors = Anchors.choose(twice, CommonOps_DDRM.identity(2), 4, 1);
        assertArrayEquals(new int[] {0, 2}, anchors.rows());
    }

    private double[] scores(Anchors anchors) {
        return Arrays.stream(anchors.rows())
                .mapToDouble(
                        row -> {
                            double sum = 0;
                            for (int j = 0; j < D; j++) {
                                sum += answers.at(row, j) * vector[j];
                            }
                            return sum;
                        })
                .toArray();
    }

    static Matrix units(int n, int d, long seed) {
        Matrix rows = Matrix.zero(n, d);
        for (int i = 0; i < n; i++) {
            double[] row = unit(ToyFaces.gaussian(d, seed * 1000 + i));
            for (int j = 0; j < d; j++) {
                rows.data()[i * d + j] = (float) row[j];
            }
        }
        return rows;
    }

    static double[] unit(double[] values) {
        double length = Math.sqrt(Arrays.stream(values).map(v -> v * v).sum());
        return Arrays.stream(values).map(v -> v / length).toArray();
    }
}
