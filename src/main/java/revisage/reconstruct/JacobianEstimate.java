package revisage.reconstruct;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

import java.util.Arrays;

/// One target's idea of how the extractor's answer moves with the coefficients. Mutable scratch of
/// a search.
///
/// - `slopes` `(k, d)`: the Jacobian's transpose, a row says how one coefficient moves the answer.
///   All loops run along its rows, so that the compiler makes them wide ones.
/// - `gram` = `J J'`, `(d, d)`, kept in step so that no solve has to build it.
final class JacobianEstimate {

    private final int d;
    private final int k;
    private final float[] slopes;
    private final double[] gram;

    JacobianEstimate(int d, int k, float[] slopes, double[] gram) {
        this.d = d;
        this.k = k;
        this.slopes = slopes;
        this.gram = gram;
    }

    JacobianEstimate copy() {
        return new JacobianEstimate(d, k, slopes.clone(), gram.clone());
    }

    float[] slopes() {
        return slopes;
    }

    double[] gram() {
        return gram;
    }

    /// Gauss-Newton steps `J' (J J' + rho I)^-1 residual`, one for each rho: `(rhos, k)`.
    ///
    /// @param residual d numbers
    float[][] steps(double[] residual, double[] rhos) {
        double[][] solutions = new double[rhos.length][];
        for (int r = 0; r < rhos.length; r++) {
            var damped = new DMatrixRMaj(d, d);
            System.arraycopy(gram, 0, damped.data, 0, d * d);
            for (int i = 0; i < d; i++) {
                damped.data[i * d + i] += rhos[r];
            }
            var solver = LinearSolverFactory_DDRM.symmPosDef(d);
            if (!solver.setA(damped)) {
                throw new IllegalStateException("a damped Gram matrix that is not positive");
            }
            var solution = new DMatrixRMaj(d, 1);
            solver.solve(new DMatrixRMaj(d, 1, true, residual.clone()), solution);
            solutions[r] = solution.data;
        }
        return turned(solutions);
    }

    /// The `count` directions of unit length that move the answer most: `(count, k)`.
    float[][] strongest(int count) {
        float[][] directions = turned(LeadingVectors.of(gram, d, Math.min(count, d)));
        for (float[] along : directions) {
            double squares = 0;
            for (float a : along) {
                squares += (double) a * a;
            }
            float scale = (float) (1 / Math.sqrt(Math.max(squares, 1e-30)));
            for (int j = 0; j < k; j++) {
                along[j] *= scale;
            }
        }
        return directions;
    }

    /// Learns that a step of `step` moved the answer by `change`: the smallest change of J that
    /// says so (Broyden's rank-1 rule, *Math. Comp.* 1965).
    void learn(float[] step, double[] change) {
        double squares = 0;
        for (float s : step) {
            squares += (double) s * s;
        }
        if (squares < 1e-12) {
            return;
        }
        double[] expected = new double[d];
        for (int j = 0; j < k; j++) {
            int row = j * d;
            double s = step[j];
            for (int i = 0; i < d; i++) {
                expected[i] += s * slopes[row + i];
            }
        }
        double[] error = new double[d];
        float[] narrow = new float[d];
        for (int i = 0; i < d; i++) {
            error[i] = (change[i] - expected[i]) / squares;
            narrow[i] = (float) error[i];
        }
        for (int j = 0; j < k; j++) {
            int row = j * d;
            float s = step[j];
            for (int i = 0; i < d; i++) {
                slopes[row + i] += s * narrow[i];
            }
        }
        learn(error, expected, squares);
    }

    /// The same for a step along one axis.
    void learn(int axis, float length, double[] change) {
        double squares = (double) length * length;
        double[] error = new double[d];
        double[] expected = new double[d];
        int row = axis * d;
        for (int i = 0; i < d; i++) {
            expected[i] = (double) slopes[row + i] * length;
            error[i] = (change[i] - expected[i]) / squares;
            slopes[row + i] += (float) error[i] * length;
        }
        learn(error, expected, squares);
    }

    private void learn(double[] error, double[] expected, double squares) {
        for (int i = 0; i < d; i++) {
            double own = expected[i] + error[i] * squares;
            double off = error[i];
            int row = i * d;
            for (int j = 0; j < d; j++) {
                gram[row + j] += off * expected[j] + own * error[j];
            }
        }
    }

    /// `J' x` of several x at once: `(n)(d)` -> `(n)(k)`.
    private float[][] turned(double[][] xs) {
        int n = xs.length;
        float[] side = new float[d * n]; // (d, n): the inner loop runs over the x
        for (int c = 0; c < n; c++) {
            for (int i = 0; i < d; i++) {
                side[i * n + c] = (float) xs[c][i];
            }
        }
        float[][] out = new float[n][k];
        float[] sums = new float[n];
        for (int j = 0; j < k; j++) {
            Arrays.fill(sums, 0);
            for (int i = 0; i < d; i++) {
                float slope = slopes[j * d + i];
                int row = i * n;
                for (int c = 0; c < n; c++) {
                    sums[c] += slope * side[row + c];
                }
            }
            for (int c = 0; c < n; c++) {
                out[c][j] = sums[c];
            }
        }
        return out;
    }
}
