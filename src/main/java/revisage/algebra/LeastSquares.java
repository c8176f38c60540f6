package revisage.algebra;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

import revisage.work.WorkException;

/// Linear regression.
public final class LeastSquares {

    private LeastSquares() {}

    /// Ridge regression with an intercept that is not penalised: the map `x -> y` that minimises
    /// `sum |y_i - map(x_i)|^2 + ridge * |weights|^2`.
    ///
    /// **Source** Hoerl and Kennard, *Ridge regression*, Technometrics 1970.
    ///
    /// @param x `(n, p)`
    /// @param y `(n, q)`
    /// @param ridge above 0
    public static LinearMap ridge(Matrix x, Matrix y, double ridge, Products products)
            throws WorkException, InterruptedException {
        if (x.rows() != y.rows() || x.rows() == 0 || !(ridge > 0)) {
            throw new IllegalArgumentException(
                    "%d and %d rows, ridge %s".formatted(x.rows(), y.rows(), ridge));
        }
        float[] from = columnMeans(x);
        float[] to = columnMeans(y);
        Matrix centred = centred(x, from);
        Matrix turned = centred.transposed();
        DMatrixRMaj normal = toDouble(products.times(turned, centred));
        for (int i = 0; i < normal.numRows; i++) {
            normal.add(i, i, ridge);
        }
        DMatrixRMaj right = toDouble(products.times(turned, centred(y, to)));
        var solver = LinearSolverFactory_DDRM.symmPosDef(normal.numRows);
        if (!solver.setA(normal)) {
            throw new IllegalStateException("a ridge matrix that is not positive definite");
        }
        var weights = new DMatrixRMaj(normal.numRows, right.numCols);
        solver.solve(right, weights);
        return new LinearMap(toFloat(weights), from, to);
    }

    private static float[] columnMeans(Matrix x) {
        double[] sums = new double[x.columns()];
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.columns(); j++) {
                sums[j] += x.at(i, j);
            }
        }
        float[] means = new float[x.columns()];
        for (int j = 0; j < means.length; j++) {
            means[j] = (float) (sums[j] / x.rows());
        }
        return means;
    }

    private static Matrix centred(Matrix x, float[] means) {
        Matrix out = Matrix.zero(x.rows(), x.columns());
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.columns(); j++) {
                out.data()[i * x.columns() + j] = x.at(i, j) - means[j];
            }
        }
        return out;
    }

    private static DMatrixRMaj toDouble(Matrix m) {
        var out = new DMatrixRMaj(m.rows(), m.columns());
        for (int i = 0; i < m.data().length; i++) {
            out.data[i] = m.data()[i];
        }
        return out;
    }

    private static Matrix toFloat(DMatrixRMaj m) {
        float[] out = new float[m.getNumElements()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) m.data[i];
        }
        return new Matrix(m.numRows, m.numCols, out);
    }
}
