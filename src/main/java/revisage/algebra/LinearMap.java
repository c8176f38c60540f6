package revisage.algebra;

/// An affine map `y = (x - from) * weights + to`.
public final class LinearMap {

    private final Matrix weights;
    private final float[] from;
    private final float[] to;

    /// @param weights `(p, q)`, not copied
    /// @param from p numbers, not copied
    /// @param to q numbers, not copied
    public LinearMap(Matrix weights, float[] from, float[] to) {
        if (from.length != weights.rows() || to.length != weights.columns()) {
            throw new IllegalArgumentException(
                    "%d x %d between %d and %d"
                            .formatted(weights.rows(), weights.columns(), from.length, to.length));
        }
        this.weights = weights;
        this.from = from;
        this.to = to;
    }

    /// `(p, q)`, not copied.
    public Matrix weights() {
        return weights;
    }

    /// p numbers, not copied.
    public float[] from() {
        return from;
    }

    /// q numbers, not copied.
    public float[] to() {
        return to;
    }

    /// The answer for one point.
    ///
    /// @param x p numbers from `offset` on
    /// @return q numbers
    public float[] apply(float[] x, int offset) {
        float[] y = to.clone();
        for (int i = 0; i < from.length; i++) {
            float step = x[offset + i] - from[i];
            int row = i * to.length;
            for (int j = 0; j < to.length; j++) {
                y[j] += step * weights.data()[row + j];
            }
        }
        return y;
    }
}
