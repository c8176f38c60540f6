package revisage.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;

import java.util.Optional;

/// Computes [Growth] layers with DJL. What it makes belongs to the manager of its input.
///
/// @param style of the [Growth.Adain] layers, `(b, styled)`
record GrowthForward(Forward forward, Optional<NDArray> style) {

    private static final Shape ONE = new Shape(1, 1);

    NDArray of(Growth layer, NDArray x) {
        return switch (layer) {
            case Growth.Conv c ->
                    Conv2d.conv2d(
                                    x,
                                    kernels(c, x.getManager()),
                                    forward.weights().of(c.bias()),
                                    ONE,
                                    new Shape(c.kernel() / 2, c.kernel() / 2),
                                    ONE,
                                    1)
                            .singletonOrThrow();
            case Growth.Dense d -> dense(d, x);
            case Growth.PixelNorm _ ->
                    x.div(x.square().mean(new int[] {1}, true).add(Growth.EPSILON).sqrt());
            case Growth.Resample r -> resample(r, x);
            case Growth.Blend b ->
                    Fading.mixed(forward.of(b.before(), x), forward.of(b.now(), x), b.share());
            case Growth.Adain a -> adain(a, x);
            case Growth.Styled s -> forward.styled(forward.of(s.mapping(), x)).of(s.body(), x);
        };
    }

    /// The kernels as they are used.
    NDArray kernels(Growth.Conv c, NDManager m) {
        return scaled(c.kernels(), c.gain(), m);
    }

    /// The matrix as it is used.
    NDArray matrix(Growth.Dense d, NDManager m) {
        return scaled(d.matrix(), d.gain(), m);
    }

    private NDArray scaled(Weight weight, double gain, NDManager m) {
        NDArray scaled = Factor.times(forward.weights().of(weight), Growth.scale(weight, gain));
        // The result would live as long as the weight otherwise.
        scaled.attach(m);
        return scaled;
    }

    private NDArray dense(Growth.Dense d, NDArray x) {
        NDManager m = x.getManager();
        NDArray y = Linear.linear(x, matrix(d, m), null).singletonOrThrow();
        if (d.side() > 1) {
            y = y.reshape(-1, d.channels(), d.side(), d.side()); // (b, c h w) -> (b, c, h, w)
        }
        if (d.bias().isEmpty()) {
            return y;
        }
        NDArray bias = forward.weights().of(d.bias().get());
        NDArray each = d.side() > 1 ? bias.reshape(1, d.channels(), 1, 1) : bias.reshape(1, -1);
        each.attach(m);
        return y.add(each);
    }

    static NDArray resample(Growth.Resample r, NDArray x) {
        if (r.from() == r.to()) {
            return x;
        }
        NDArray matrix = x.getManager().create(r.matrix(), new Shape(r.to(), r.from()));
        return matrix.matMul(x).matMul(matrix.transpose()); // (b, c, h, w) -> (b, c, to, to)
    }

    private NDArray adain(Growth.Adain a, NDArray x) {
        NDArray given =
                style.orElseThrow(() -> new IllegalStateException("no style for " + a.name()));
        Shape shape = x.getShape();
        NDArray flat = x.reshape(shape.get(0), shape.get(1), -1); // (b, c, h, w) -> (b, c, h w)
        int[] plane = {2};
        NDArray centred = flat.sub(flat.mean(plane, true));
        NDArray spread = centred.square().mean(plane, true).add(Growth.EPSILON).sqrt();
        NDArray unit = centred.div(spread).reshape(shape);
        NDArray affine = dense(a.affine(), given).reshape(-1, 2, a.channels(), 1, 1);
        return unit.mul(affine.get(":, 0").add(1f)).add(affine.get(":, 1"));
    }
}
