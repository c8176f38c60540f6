package revisage.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/// A product with a number that a gradient may pass through.
///
/// DJL's own `mul(Number)` and `div(Number)` put the number into memory of Java's and let go of it
/// at once; PyTorch reads it again on the way back, when the collector may have given that memory
/// to others. Seen as gradients of 0 and of 1e34.
final class Factor {

    private Factor() {}

    /// `x` times `number`.
    static NDArray times(NDArray x, double number) {
        try (NDArray owned = x.getManager().full(new Shape(), (float) number)) {
            return x.mul(owned);
        }
    }
}
