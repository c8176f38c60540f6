package revisage.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;

import java.util.Optional;

/// Computes a [Layer] with DJL. What it makes belongs to the manager of its input.
///
/// @param weights by name
/// @param training whether batch normalisation takes the batch's own figures and follows them
/// @param style of the [Growth.Adain] layers
record Forward(Weights weights, boolean training, Optional<NDArray> style) {

    private static final Shape ONE = new Shape(1, 1);

    /// Momentum of the running figures as DJL counts it: what is kept of the old.
    private static final float KEPT = 0.9f;

    Forward(Weights weights, boolean training) {
        this(weights, training, Optional.empty());
    }

    Forward styled(NDArray other) {
        return new Forward(weights, training, Optional.of(other));
    }

    GrowthForward growth() {
        return new GrowthForward(this, style);
    }

    NDArray of(Layer layer, NDArray x) {
        return switch (layer) {
            case Growth g -> growth().of(g, x);
            case Layer.Conv c ->
                    Conv2d.conv2d(
                                    x,
                                    weights.of(c.kernels()),
                                    null,
                                    new Shape(c.stride(), c.stride()),
                                    new Shape(c.padding(), c.padding()),
                                    ONE,
                                    c.groups())
                            .singletonOrThrow();
            case Layer.Norm n -> norm(n, x);
            case Layer.Prelu p -> prelu(p, x);
            case Layer.Leaky l ->
                    l.slope() == 0
                            ? Activation.relu(x)
                            : Activation.leakyRelu(x, (float) l.slope());
            case Layer.Excite e -> excite(e, x);
            case Layer.Flatten _ -> x.reshape(x.getShape().get(0), -1); // (b, c, h, w) -> (b, d)
            case Layer.Dense d -> dense(d, x);
            case Layer.Chain c -> {
                NDArray y = x;
                for (Layer part : c.layers()) {
                    y = of(part, y);
                }
                yield y;
            }
            case Layer.Bias b -> {
                NDArray shift =
                        x.getManager()
                                .from(weights.of(b.shift()))
                                .reshape(new Shape(1, b.channels(), 1, 1));
                shift.attach(x.getManager());
                yield x.add(shift);
            }
            case Layer.Transposed t -> transposed(t, x);
            case Layer.Up _ -> up(x);
            case Layer.Tanh _ -> Activation.tanh(x);
            case Layer.Unflatten u ->
                    x.reshape(x.getShape().get(0), u.channels(), u.pixels(), u.pixels());
            case Layer.Growing g -> growing(g, x);
            case Layer.Residual r -> of(r.body(), x).add(of(r.shortcut(), x));
        };
    }

    private NDArray growing(Layer.Growing g, NDArray x) {
        NDArray all = x;
        NDArray seen = x;
        for (Layer unit : g.units()) {
            NDArray more = of(unit, seen);
            all = all.concat(more, 1);
            seen = g.dense() ? all : more;
        }
        return all;
    }

    /// `(b, c, h, w)` -> `(b, c, 2 h, 2 w)`; 0 is DJL's number for the nearest pixel.
    static NDArray up(NDArray x) {
        long[] sides = {2 * x.getShape().get(2), 2 * x.getShape().get(3)};
        return x.getNDArrayInternal().interpolation(sides, 0, false);
    }

    private NDArray transposed(Layer.Transposed t, NDArray x) {
        long h = x.getShape().get(2);
        long out = t.out();
        NDArray four =
                Conv2d.conv2d(x, weights.of(t.kernels()), null, ONE, ONE, ONE, 1)
                        .singletonOrThrow(); // (b, 4 c, h + 1, w + 1)
        NDList rows = new NDList();
        for (int a = 0; a < 2; a++) {
            NDList columns = new NDList();
            for (int b = 0; b < 2; b++) {
                int phase = 2 * a + b;
                columns.add(
                        four.get(
                                new NDIndex()
                                        .addAllDim()
                                        .addSliceDim(phase * out, (phase + 1) * out)
                                        .addSliceDim(a, a + h)
                                        .addSliceDim(b, b + h)));
            }
            rows.add(NDArrays.stack(columns, 4)); // (b, c, h, w, 2)
        }
        return NDArrays.stack(rows, 3) // (b, c, h, 2, w, 2)
                .reshape(x.getShape().get(0), t.out(), 2 * h, 2 * h);
    }

    private NDArray norm(Layer.Norm n, NDArray x) {
        return BatchNorm.batchNorm(
                        x,
                        weights.of(n.mean()),
                        weights.of(n.variance()),
                        weights.of(n.gain()),
                        weights.of(n.shift()),
                        1,
                        KEPT,
                        (float) n.epsilon(),
                        training)
                .singletonOrThrow();
    }

    /// DJL's own block is not implemented for PyTorch: `relu(x) - a relu(-x)`.
    private NDArray prelu(Layer.Prelu p, NDArray x) {
        Shape channelwise = new Shape(1, p.channels(), 1, 1);
        NDArray slope = x.getManager().from(weights.of(p.slope())).reshape(channelwise);
        slope.attach(x.getManager());
        NDArray above = Activation.relu(x);
        return above.add(x.sub(above).mul(slope));
    }

    private NDArray excite(Layer.Excite e, NDArray x) {
        long b = x.getShape().get(0);
        NDArray mean = x.reshape(b, e.channels(), -1).mean(new int[] {2}); // (b, c, h, w) -> (b, c)
        NDArray squeezed =
                Activation.relu(
                        Linear.linear(mean, weights.of(e.squeeze()), null).singletonOrThrow());
        NDArray scale =
                Activation.sigmoid(
                        Linear.linear(squeezed, weights.of(e.excite()), null).singletonOrThrow());
        return x.mul(scale.reshape(b, e.channels(), 1, 1));
    }

    private NDArray dense(Layer.Dense d, NDArray x) {
        NDList y =
                d.bias().isPresent()
                        ? Linear.linear(x, weights.of(d.matrix()), weights.of(d.bias().get()))
                        : Linear.linear(x, weights.of(d.matrix()), null);
        return y.singletonOrThrow();
    }
}
