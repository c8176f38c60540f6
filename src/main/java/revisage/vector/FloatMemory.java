package revisage.vector;

import revisage.work.FileException;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Memory for the numbers of a [VectorSet].
public final class FloatMemory {

    /// Larger sets lie beside the heap, so that they need no larger `-Xmx`.
    private static final long MOST_ON_HEAP = 1 << 22;

    private FloatMemory() {}

    /// All zero; freed when nobody uses it any more.
    ///
    /// @throws FileException if there is not so much memory
    public static MemorySegment of(long floats) throws FileException {
        try {
            if (floats <= MOST_ON_HEAP) {
                return MemorySegment.ofArray(new float[(int) floats]);
            }
            return Arena.ofAuto().allocate(Math.multiplyExact(floats, Float.BYTES), Float.BYTES);
        } catch (OutOfMemoryError | ArithmeticException _) {
            throw new FileException(
                    "%,d vector components do not fit into the memory.".formatted(floats),
                    "Use a machine with more memory, or a 32-bit .npy file, which is not loaded.");
        }
    }
}
