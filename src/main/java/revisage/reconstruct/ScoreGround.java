package revisage.reconstruct;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

import revisage.algebra.LinearMap;
import revisage.algebra.Matrix;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What all targets of a score search share: the anchors, where to start, and the directions in
/// which the extractor's answer moves.
///
/// The directions are the right singular vectors `v_i` of the shared Jacobian, each `s_i / (s_i^2 +
/// rho)` long: a step of length 1 turns the answer by about 1, as far as the Jacobian is right, and
/// directions that hardly move it are left short.
final class ScoreGround {

    private static final double SHARE_KNOWN = 0.65;
    private static final int MOST_DIRECTIONS = 256;
    private static final double DIRECTION_DAMPING = 3e-3;

    /// Standard deviation of the slope along one of 128 directions that the Jacobian does not
    /// explain; for other numbers of directions the whole stays the same.
    private static final double SLOPE_DEVIATION = 0.05;

    private final SharedKnowledge shared;
    private final Anchors anchors;
    private final SharedStart nearest;
    private final double[] intercept;
    private final double[] singular;
    private final float[][] left;
    private final float[][] right;
    private final double[] prior;

    /// @param mostAnchors queries a target that may be spent on them
    ScoreGround(SharedKnowledge shared, int mostAnchors) {
        this.shared = shared;
        nearest = new SharedStart(shared);
        DMatrixRMaj secondMoment = Anchors.secondMoment(shared.publicAnswers());
        anchors = Anchors.choose(shared.sampleAnswers(), secondMoment, mostAnchors, SHARE_KNOWN);
        LinearMap map = shared.jacobian();
        int d = shared.dimension();
        int k = shared.components();
        int n = Math.min(MOST_DIRECTIONS, Math.min(d, k));
        singular = new double[n];
        left = new float[n][];
        right = new float[n][k];
        decompose(SharedStart.jacobian(shared), map.weights());
        float[] origin = map.apply(new float[k], 0);
        intercept = new double[d];
        Arrays.setAll(intercept, i -> origin[i]);
        prior = turned(anchors.unknown());
    }

    private void decompose(JacobianEstimate jacobian, Matrix weights) {
        int d = weights.columns();
        var eigen = DecompositionFactory_DDRM.eig(d, true, true);
        if (!eigen.decompose(new DMatrixRMaj(d, d, true, jacobian.gram()))) {
            throw new IllegalStateException("eigenvalues did not converge");
        }
        Integer[] order = new Integer[d];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal()));
        for (int i = 0; i < singular.length; i++) {
            double[] vector = eigen.getEigenVector(order[i]).data;
            singular[i] = Math.sqrt(Math.max(1e-12, eigen.getEigenvalue(order[i]).getReal()));
            left[i] = new float[d];
            for (int j = 0; j < d; j++) {
                left[i][j] = (float) vector[j];
            }
            for (int l = 0; l < weights.rows(); l++) {
                double dot = 0;
                for (int j = 0; j < d; j++) {
                    dot += weights.at(l, j) * vector[j];
                }
                right[i][l] = (float) (dot / singular[i]);
            }
        }
    }

    /// `U' C U`, `(n, n)`: a covariance of answers as one of slopes.
    private double[] turned(DMatrixRMaj covariance) {
        int n = singular.length;
        int d = covariance.numRows;
        double[] out = new double[n * n];
        double[] row = new double[d];
        for (int i = 0; i < n; i++) {
            Arrays.fill(row, 0);
            for (int a = 0; a < d; a++) {
                for (int b = 0; b < d; b++) {
                    row[b] += left[i][a] * covariance.data[a * d + b];
                }
            }
            for (int j = 0; j < n; j++) {
                for (int b = 0; b < d; b++) {
                    out[i * n + j] += row[b] * left[j][b];
                }
            }
        }
        return out;
    }

    int anchors() {
        return anchors.rows().length;
    }

    /// Coefficients of the picture to show, by place.
    float[] anchor(int place) {
        int row = anchors.rows()[place];
        return shared.sampleCoefficients().rows(row, row + 1).data();
    }

    /// Most likely vector, length 1.
    double[] estimate(double[] scores) {
        return anchors.estimate(scores);
    }

    /// What is believed of the slope before anything was tried.
    SlopeBelief belief() {
        double deviation = SLOPE_DEVIATION * Math.sqrt(128.0 / singular.length);
        return new SlopeBelief(singular.length, prior, deviation * deviation);
    }

    /// Faces that probably answer with this vector.
    ///
    /// @param vector d numbers, length 1
    List<float[]> starts(double[] vector) {
        float[] target = new float[vector.length];
        for (int i = 0; i < target.length; i++) {
            target[i] = (float) vector[i];
        }
        float[] natural = nearest.towards(target).apply(0);
        float[] half = natural.clone();
        for (int i = 0; i < half.length; i++) {
            half[i] *= 0.5f;
        }
        float[] nothing = new float[natural.length];
        return List.of(
                towards(nothing, vector, 1e-2, 1),
                towards(natural, vector, 1e-2, 1),
                towards(half, vector, 1e-2, 1));
    }

    /// `c + length * J' (J J' + rho I)^-1 (v - answer(c))`, the answer as the Jacobian sees it.
    private float[] towards(float[] from, double[] vector, double rho, double length) {
        double[] step = new double[singular.length];
        for (int i = 0; i < step.length; i++) {
            double expected = 0;
            for (int l = 0; l < from.length; l++) {
                expected += right[i][l] * from[l];
            }
            double missing = -singular[i] * expected;
            for (int j = 0; j < vector.length; j++) {
                missing += left[i][j] * (vector[j] - intercept[j]);
            }
            step[i] = length * missing * singular[i] / (singular[i] * singular[i] + rho);
        }
        return along(from, step);
    }

    /// Where a step along the directions leads.
    float[] moved(float[] from, double[] step) {
        double[] scaled = new double[step.length];
        for (int i = 0; i < step.length; i++) {
            scaled[i] = step[i] * singular[i] / (singular[i] * singular[i] + DIRECTION_DAMPING);
        }
        return along(from, scaled);
    }

    private float[] along(float[] from, double[] weights) {
        double[] sum = new double[from.length];
        for (int i = 0; i < weights.length; i++) {
            for (int l = 0; l < sum.length; l++) {
                sum[l] += weights[i] * right[i][l];
            }
        }
        float[] to = from.clone();
        for (int l = 0; l < to.length; l++) {
            to[l] += (float) sum[l];
        }
        return to;
    }
}
