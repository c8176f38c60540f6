package revisage.reconstruct;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

import java.util.Arrays;

/// One target's idea of how the extractor's answer moves with the coefficients. Mutable scratch of
/// a search.
///
/// - `slopes` `(k, d)`: the Jacobian's transpose, a row says how one coefficient moves the answer.
/// - `gram` = `J J'`, `(d, d)`, kept in step so that no solve has to build it.
///
/// Rows are arrays of their own and all loops run along them with one index: only then may the
/// compiler make them wide, as it cannot tell whether shifted ones overlap.
final class JacobianEstimate {

    private final int d;
    private final int k;
    private final float[][] slopes;
    private final double[][] gram;

    /// @param slopes `(k, d)`, copied
    /// @param gram `(d, d)`, copied
    JacobianEstimate(int d, int k, float[] slopes, double[] gram) {
        this.d = d;
        this.k = k;
        this.slopes = new float[k][];
        this.gram = new double[d][];
        Arrays.setAll(this.slopes, j -> Arrays.copyOfRange(slopes, j * d, (j + 1) * d));
        Arrays.setAll(this.gram, i -> Arrays.copyOfRange(gram, i * d, (i + 1) * d));
    }

    JacobianEstimate copy() {
        return new JacobianEstimate(d, k, slopes(), gram());
    }

    /// A copy, `(k, d)`.
    float[] slopes() {
        float[] out = new float[k * d];
        for (int j = 0; j < k; j++) {
            System.arraycopy(slopes[j], 0, out, j * d, d);
        }
        return out;
    }

    /// A copy, `(d, d)`.
    double[] gram() {
        double[] out = new double[d * d];
        for (int i = 0; i < d; i++) {
            System.arraycopy(gram[i], 0, out, i * d, d);
        }
        return out;
    }

    /// Gauss-Newton steps `J' (J J' + rho I)^-1 residual`, one for each rho: `(rhos, k)`.
    ///
    /// @param residual d numbers
    float[][] steps(double[] residual, double[] rhos) {
        double[][] solutions = new double[rhos.length][];
        for (int r = 0; r < rhos.length; r++) {
            var damped = new DMatrixRMaj(d, d, true, gram());
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
        float[][] directions = turned(LeadingVectors.of(gram(), d, Math.min(count, d)));
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
            float[] row = slopes[j];
            double s = step[j];
            for (int i = 0; i < d; i++) {
                expected[i] += s * row[i];
            }
        }
        double[] error = new double[d];
        float[] narrow = new float[d];
        for (int i = 0; i < d; i++) {
            error[i] = (change[i] - expected[i]) / squares;
            narrow[i] = (float) error[i];
        }
        for (int j = 0; j < k; j++) {
            float[] row = slopes[j];
            float s = step[j];
            for (int i = 0; i < d; i++) {
                row[i] += s * narrow[i];
            }
        }
        learn(error, expected, squares);
    }

    /// The same for a step along one axis.
    void learn(int axis, float length, double[] change) {
        double squares = (double) length * length;
        double[] error = new double[d];
        double[] expected = new double[d];
        float[] row = slopes[axis];
        for (int i = 0; i < d; i++) {
            expected[i] = (double) row[i] * length;
            error[i] = (change[i] - expected[i]) / squares;
            row[i] += (float) error[i] * length;
        }
        learn(error, expected, squares);
    }

    private void learn(double[] error, double[] expected, double squares) {
        for (int i = 0; i < d; i++) {
            double[] row = gram[i];
            double own = expected[i] + error[i] * squares;
            double off = error[i];
            for (int j = 0; j < d; j++) {
                row[j] += off * expected[j] + own * error[j];
            }
        }
    }

    /// `J' x` of several x at once: `(n)(d)` -> `(n)(k)`.
    private float[][] turned(double[][] xs) {
        int n = xs.length;
        float[][] side = new float[d][n]; // the inner loop runs over the x
        for (int c = 0; c < n; c++) {
            for (int i = 0; i < d; i++) {
                side[i][c] = (float) xs[c][i];
            }
        }
        float[][] out = new float[n][k];
        float[] sums = new float[n];
        for (int j = 0; j < k; j++) {
            Arrays.fill(sums, 0);
            for (int i = 0; i < d; i++) {
                add(slopes[j][i], side[i], sums);
            }
            for (int c = 0; c < n; c++) {
                out[c][j] = sums[c];
            }
        }
        return out;
    }

    private static void add(float times, float[] row, float[] sums) {
        for (int c = 0; c < sums.length; c++) {
            sums[c] += times * row[c];
        }
    }
}
