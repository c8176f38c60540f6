package revisage.vector;

import com.sun.management.OperatingSystemMXBean;

import revisage.work.FileException;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;

/// Memory for the numbers of a [VectorSet]. What the machine does not have is refused before it is
/// taken: a small file may claim much.
public final class FloatMemory {

    /// Larger sets lie beside the heap, so that they need no larger `-Xmx`.
    private static final long MOST_ON_HEAP = 1 << 22;

    private static final double MOST_OF_MACHINE = 0.8;

    private FloatMemory() {}

    /// All zero; freed when nobody uses it any more.
    ///
    /// @throws FileException if there is not so much memory
    public static MemorySegment of(long floats) throws FileException {
        if (floats <= MOST_ON_HEAP) {
            return MemorySegment.ofArray(new float[(int) floats]);
        }
        try {
            return bytes(Math.multiplyExact(floats, Float.BYTES));
        } catch (ArithmeticException _) {
            throw tooMuch(Long.MAX_VALUE);
        }
    }

    /// All zero, beside the heap; freed when nobody uses it any more.
    ///
    /// @throws FileException if there is not so much memory
    public static MemorySegment bytes(long bytes) throws FileException {
        if (bytes > MOST_OF_MACHINE * machine()) {
            throw tooMuch(bytes);
        }
        try {
            return Arena.ofAuto().allocate(Math.max(1, bytes), Long.BYTES).asSlice(0, bytes);
        } catch (OutOfMemoryError _) {
            throw tooMuch(bytes);
        }
    }

    static FileException tooMuch(long bytes) {
        return new FileException(
                "The vectors need %,d MB of memory, which are not there.".formatted(bytes >> 20),
                "Use a machine with more memory, or a 32-bit .npy file, which is not loaded.");
    }

    private static long machine() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }
}
