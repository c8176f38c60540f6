package revisage.algebra;

import revisage.work.WorkException;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Big matrix products, done by an engine on all cores or on a GPU.
///
/// Each number of a result is a sum of `k` products of 32-bit floats, added in 32 bit (or more) in
/// any order: the error is below `k * 2^-24` times the lengths of the two vectors. Shorter formats
/// (TF32) are not allowed: exact searches build on the bound.
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

        /// As above, with a left side that may lie in a mapped file: an engine need not copy it.
        ///
        /// @param left `m * k` floats in the machine's byte order
        default void times(MemorySegment left, int m, float[] out)
                throws WorkException, InterruptedException {
            times(left.toArray(ValueLayout.JAVA_FLOAT_UNALIGNED), m, out);
        }

        @Override
        void close();
    }
}
