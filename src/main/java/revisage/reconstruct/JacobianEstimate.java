package revisage.reconstruct;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/// One target's idea of how the extractor's answer moves with the coefficients. Mutable scratch of
/// a search.
///
/// - `jacobian` `(d, k)`; `gram` = `jacobian * jacobian'`, `(d, d)`, kept in step so that no solve
///   has to build it.
final class JacobianEstimate {

    private final int d;
    private final int k;
    private final float[] jacobian;
    private final double[] gram;

    JacobianEstimate(int d, int k, float[] jacobian, double[] gram) {
        this.d = d;
        this.k = k;
        this.jacobian = jacobian;
        this.gram = gram;
    }

    JacobianEstimate copy() {
        return new JacobianEstimate(d, k, jacobian.clone(), gram.clone());
    }

    float[] jacobian() {
        return jacobian;
    }

    double[] gram() {
        return gram;
    }

    /// Gauss-Newton steps `J' (J J' + rho I)^-1 residual`, one for each rho: `(rhos, k)`.
    ///
    /// @param residual d numbers
    float[][] steps(double[] residual, double[] rhos) {
        float[][] steps = new float[rhos.length][];
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
            steps[r] = turned(solution.data);
        }
        return steps;
    }

    /// The `count` directions of unit length that move the answer most: `(count, k)`.
    float[][] strongest(int count) {
        double[][] leading = LeadingVectors.of(gram, d, Math.min(count, d));
        float[][] directions = new float[leading.length][];
        for (int i = 0; i < directions.length; i++) {
            float[] along = turned(leading[i]);
            double squares = 0;
            for (float a : along) {
                squares += (double) a * a;
            }
            float scale = (float) (1 / Math.sqrt(Math.max(squares, 1e-30)));
            for (int j = 0; j < k; j++) {
                along[j] *= scale;
            }
            directions[i] = along;
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
        double[] error = new double[d];
        double[] expected = new double[d];
        for (int i = 0; i < d; i++) {
            double dot = dot(i * k, step);
            expected[i] = dot;
            error[i] = (change[i] - dot) / squares;
            float e = (float) error[i];
            for (int j = 0; j < k; j++) {
                jacobian[i * k + j] += e * step[j];
            }
        }
        learn(error, expected, squares);
    }

    /// The same for a step along one axis.
    void learn(int axis, float length, double[] change) {
        double squares = (double) length * length;
        double[] error = new double[d];
        double[] expected = new double[d];
        for (int i = 0; i < d; i++) {
            expected[i] = (double) jacobian[i * k + axis] * length;
            error[i] = (change[i] - expected[i]) / squares;
            jacobian[i * k + axis] += (float) error[i] * length;
        }
        learn(error, expected, squares);
    }

    private void learn(double[] error, double[] expected, double squares) {
        for (int i = 0; i < d; i++) {
            double own = expected[i] + error[i] * squares;
            for (int j = 0; j < d; j++) {
                gram[i * d + j] += error[i] * expected[j] + own * error[j];
            }
        }
    }

    /// Four sums at once: one would wait for itself.
    private double dot(int row, float[] step) {
        double a = 0;
        double b = 0;
        double c = 0;
        double e = 0;
        int j = 0;
        for (; j + 3 < k; j += 4) {
            a += (double) jacobian[row + j] * step[j];
            b += (double) jacobian[row + j + 1] * step[j + 1];
            c += (double) jacobian[row + j + 2] * step[j + 2];
            e += (double) jacobian[row + j + 3] * step[j + 3];
        }
        for (; j < k; j++) {
            a += (double) jacobian[row + j] * step[j];
        }
        return a + b + c + e;
    }

    /// `J' x`: d numbers -> k numbers.
    private float[] turned(double[] x) {
        float[] out = new float[k];
        for (int i = 0; i < d; i++) {
            float w = (float) x[i];
            for (int j = 0; j < k; j++) {
                out[j] += w * jacobian[i * k + j];
            }
        }
        return out;
    }
}
