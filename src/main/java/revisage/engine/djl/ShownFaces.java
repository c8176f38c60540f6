package revisage.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Faces where PyTorch reads them: one buffer for all, because direct memory comes back only when
/// the collector passes. For one thread.
final class ShownFaces {

    private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

    /// Some faces of a batch, valid until the next call.
    ///
    /// @param pixels `(b, 3, side, side)`
    /// @param from number of the first
    /// @return `(n, 3, side, side)`
    NDArray of(NDManager m, float[] pixels, int from, int n, int side) {
        int each = 3 * side * side;
        int bytes = Math.multiplyExact(n * each, Float.BYTES);
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        }
        ByteBuffer here = buffer.slice(0, bytes).order(ByteOrder.nativeOrder());
        here.asFloatBuffer().put(pixels, from * each, n * each);
        return m.create(here, new Shape(n, 3, side, side), DataType.FLOAT32);
    }
}
