package revisage.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/// A fixed network that looks at faces: its features can be compared, with a gradient back to the
/// pixels. It learns nothing.
///
/// @param looks what it does, in order
/// @param features names of the looks whose results are compared
/// @param side of the faces it looks at, pixels; as they come where there is none
record Eyes(List<Look> looks, List<String> features, OptionalInt side) {

    /// The name of the faces themselves.
    static final String FACES = "";

    /// One thing it does. Every look has one result, of its name.
    sealed interface Look {

        String name();

        /// @param of the name of what it looks at
        /// @param kernels `(out, in / groups, k, k)`
        /// @param bias `(out)`
        record Conv(
                String name,
                String of,
                NDArray kernels,
                NDArray bias,
                int stride,
                int padding,
                int groups)
                implements Look {}

        /// `max(x, slope x)`.
        ///
        /// @param slope `(1, c, 1, 1)` or one number
        record Slope(String name, String of, NDArray slope) implements Look {}

        /// `gain x + shift` a channel, both `(1, c, 1, 1)`.
        record Scaled(String name, String of, NDArray gain, NDArray shift) implements Look {}

        /// The sum of two.
        record Sum(String name, String of, String other) implements Look {}

        /// The mean of 2x2 pixels.
        record Halved(String name, String of) implements Look {}
    }

    Eyes {
        looks = List.copyOf(looks);
        features = List.copyOf(features);
    }

    /// @param faces `(b, 3, h, h)`, red-green-blue, -1..1
    /// @return `(b, c, y, x)` each, in the order of the features
    List<NDArray> of(NDArray faces) {
        Map<String, NDArray> seen = new HashMap<>();
        seen.put(FACES, resized(faces));
        for (Look look : looks) {
            seen.put(look.name(), look(look, seen));
        }
        var found = new ArrayList<NDArray>();
        features.forEach(f -> found.add(at(seen, f)));
        return found;
    }

    private static NDArray at(Map<String, NDArray> seen, String name) {
        return Objects.requireNonNull(seen.get(name), name);
    }

    private static NDArray look(Look look, Map<String, NDArray> seen) {
        return switch (look) {
            case Look.Conv c ->
                    Conv2d.conv2d(
                                    at(seen, c.of),
                                    c.kernels,
                                    c.bias,
                                    new Shape(c.stride, c.stride),
                                    new Shape(c.padding, c.padding),
                                    new Shape(1, 1),
                                    c.groups)
                            .singletonOrThrow();
            case Look.Slope s -> {
                NDArray x = at(seen, s.of);
                NDArray above = Activation.relu(x);
                yield above.add(x.sub(above).mul(s.slope));
            }
            case Look.Scaled s -> at(seen, s.of).mul(s.gain).add(s.shift);
            case Look.Sum s -> at(seen, s.of).add(at(seen, s.other));
            case Look.Halved h ->
                    Pool.avgPool2d(
                            at(seen, h.of),
                            new Shape(2, 2),
                            new Shape(2, 2),
                            new Shape(0, 0),
                            false,
                            true);
        };
    }

    /// Bilinear, as two products with one fixed matrix.
    private NDArray resized(NDArray faces) {
        int from = (int) faces.getShape().get(3);
        int to = side.orElse(from);
        if (from == to) {
            return faces;
        }
        float[] rows = new float[to * from];
        for (int i = 0; i < to; i++) {
            double at = Math.clamp((i + 0.5) * from / to - 0.5, 0, from - 1.0);
            int first = Math.min((int) at, from - 2);
            rows[i * from + first] = (float) (1 - (at - first));
            rows[i * from + first + 1] = (float) (at - first);
        }
        NDArray matrix = faces.getManager().create(rows, new Shape(to, from));
        NDArray narrow = faces.matMul(matrix.transpose()); // (b, c, h, from) -> (b, c, h, side)
        return narrow.swapAxes(2, 3).matMul(matrix.transpose()).swapAxes(2, 3);
    }

    /// Mean over the features of `mean (a - b)^2 / mean b^2`: each counts alike.
    ///
    /// @param made has a gradient
    /// @return one number
    NDArray difference(NDArray made, NDArray faces) {
        List<NDArray> own = of(made);
        List<NDArray> wanted = of(faces);
        NDList parts = new NDList();
        for (int i = 0; i < own.size(); i++) {
            NDArray goal = wanted.get(i);
            NDArray size = goal.square().mean().add(1e-6f);
            parts.add(own.get(i).sub(goal).square().mean().div(size));
        }
        NDArray sum = parts.get(0);
        for (int i = 1; i < parts.size(); i++) {
            sum = sum.add(parts.get(i));
        }
        return Factor.times(sum, 1.0 / parts.size());
    }
}
