package revisage.algebra;

import revisage.work.WorkException;

/// Big matrix products, done by an engine on all cores or on a GPU.
public interface Products extends AutoCloseable {

    /// `left * right`: `(m, k) x (k, n) -> (m, n)`, 32-bit floats.
    ///
    /// @throws IllegalArgumentException if the inner sizes differ
    /// @throws InterruptedException if stopped; stopping takes less than a second
    Matrix times(Matrix left, Matrix right) throws WorkException, InterruptedException;

    /// Keeps `right` where the engine computes, for many products with it.
    ///
    /// @param right `(k, n)`
    Fixed fix(Matrix right) throws WorkException;

    @Override
    void close();

    /// A right-hand side that is used again and again.
    interface Fixed extends AutoCloseable {

        /// `left * right`: `(m, k) x (k, n) -> (m, n)`.
        ///
        /// @param left `m * k` floats from the start of the array on
        /// @param out `m * n` floats from the start of the array on are written
        void times(float[] left, int m, float[] out) throws WorkException, InterruptedException;

        @Override
        void close();
    }
}
