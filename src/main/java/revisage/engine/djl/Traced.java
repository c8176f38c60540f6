package revisage.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;

import java.util.function.UnaryOperator;

/// A value together with the way its slope goes back to the pictures it was computed from.
///
/// DJL differentiates once; a penalty on the length of a gradient needs it twice. So the first
/// gradient is written out here in operations that DJL can differentiate: a convolution goes back
/// as one with turned kernels, a mean as copies, LeakyReLU as its mask. Exact, and nothing leaks.
///
/// @param value of the step
/// @param back from the slope of a sum by `value` to its slope by the pictures
record Traced(NDArray value, UnaryOperator<NDArray> back) {

    private static final Shape ONE = new Shape(1, 1);
    private static final Shape TWO = new Shape(2, 2);
    private static final Shape NONE = new Shape(0, 0);

    /// The pictures.
    static Traced of(NDArray pictures) {
        return new Traced(pictures, UnaryOperator.identity());
    }

    Traced conv(GrowthForward forward, Growth.Conv c) {
        return new Traced(
                forward.of(c, value),
                g -> {
                    NDArray straight = forward.kernels(c, g.getManager());
                    // (out, in, k, k) -> (in, out, k, k), turned by half a circle
                    NDArray turned = straight.transpose(1, 0, 2, 3).flip(2, 3);
                    Shape padding = new Shape(c.kernel() / 2, c.kernel() / 2);
                    return back.apply(
                            Conv2d.conv2d(g, turned, null, ONE, padding, ONE, 1)
                                    .singletonOrThrow());
                });
    }

    Traced dense(GrowthForward forward, Growth.Dense d) {
        return new Traced(
                forward.of(d, value), g -> back.apply(g.matMul(forward.matrix(d, g.getManager()))));
    }

    Traced leaky(float slope) {
        NDArray x = value;
        return new Traced(
                Activation.leakyRelu(x, slope),
                g -> {
                    NDArray mask = x.gt(0f).toType(x.getDataType(), false);
                    return back.apply(g.mul(mask.mul(1 - slope).add(slope)));
                });
    }

    /// Means of 2x2 pixels.
    Traced halve() {
        return new Traced(
                Pool.avgPool2d(value, TWO, TWO, NONE, false, true),
                g -> back.apply(Factor.times(Forward.up(g), 0.25)));
    }

    /// `(b, c, h, w)` -> `(b, c h w)`.
    Traced flat() {
        Shape shape = value.getShape();
        return new Traced(value.reshape(shape.get(0), -1), g -> back.apply(g.reshape(shape)));
    }

    /// The part of this and of another from the same pictures.
    ///
    /// @param share of the other
    Traced mixed(Traced other, double share) {
        return new Traced(
                Fading.mixed(value, other.value, share),
                g ->
                        back.apply(Factor.times(g, 1 - share))
                                .add(other.back.apply(Factor.times(g, share))));
    }

    /// One more channel: how much the pictures of a group differ, the mean over channels and
    /// pixels, the same number everywhere. Picture `i` belongs to group `i mod (b / group)`.
    ///
    /// @param most pictures in a group, a divisor of b unless b is smaller
    Traced deviation(int most) {
        Shape shape = value.getShape();
        long b = shape.get(0);
        long group = Math.min(most, b);
        long groups = b / group;
        long each = shape.get(1) * shape.get(2) * shape.get(3);
        NDArray members = value.reshape(group, groups, each);
        NDArray centred = members.sub(members.mean(new int[] {0}, true));
        NDArray spread = centred.square().mean(new int[] {0}, true).add(Growth.EPSILON).sqrt();
        Shape one = new Shape(b, 1, shape.get(2), shape.get(3));
        NDArray figure =
                spread.mean(new int[] {2}, true) // (1, groups, 1)
                        .broadcast(new Shape(group, groups, one.get(2) * one.get(3)))
                        .reshape(one);
        return new Traced(
                value.concat(figure, 1),
                g -> {
                    NDArray own = g.get(":, :" + shape.get(1));
                    NDArray by =
                            g.get(":, " + shape.get(1) + ":")
                                    .reshape(group, groups, -1)
                                    .sum(new int[] {0, 2}, true); // (1, groups, 1)
                    NDArray part = Factor.times(by, 1.0 / (each * group));
                    return back.apply(own.add(centred.div(spread).mul(part).reshape(shape)));
                });
    }
}
