package revisage.match;

import revisage.algebra.Matrix;
import revisage.algebra.Products;

/// Products in plain Java, 32 bit, summed from the end: another order than any engine's.
public final class PlainProducts implements Products {

    @Override
    public Matrix times(Matrix left, Matrix right) {
        float[] out = new float[left.rows() * right.columns()];
        multiply(left.data(), left.rows(), right, out);
        return new Matrix(left.rows(), right.columns(), out);
    }

    @Override
    public Fixed fix(Matrix right) {
        return new Fixed() {
            @Override
            public void times(float[] left, int m, float[] out) {
                multiply(left, m, right, out);
            }

            @Override
            public void close() {}
        };
    }

    private static void multiply(float[] left, int m, Matrix right, float[] out) {
        for (int r = 0; r < m; r++) {
            for (int c = 0; c < right.columns(); c++) {
                float sum = 0;
                for (int i = right.rows() - 1; i >= 0; i--) {
                    sum += left[r * right.rows() + i] * right.at(i, c);
                }
                out[r * right.columns() + c] = sum;
            }
        }
    }

    @Override
    public void close() {}
}
