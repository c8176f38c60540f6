package revisage.engine.djl;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A network, or a part of one, as data: what it computes, not how. [Forward] computes it with DJL,
/// [OnnxGraph] writes it down; both must know every case.
///
/// Shapes are `(b, c, h, w)`, after [Flatten] `(b, d)`.
sealed interface Layer
        permits Growth,
                Layer.Conv,
                Layer.Norm,
                Layer.Prelu,
                Layer.Leaky,
                Layer.Excite,
                Layer.Flatten,
                Layer.Dense,
                Layer.Chain,
                Layer.Residual,
                Layer.Bias,
                Layer.Transposed,
                Layer.Up,
                Layer.Tanh,
                Layer.Unflatten,
                Layer.Growing {

    /// The weights in a fixed order; none where a layer does not say otherwise. Their names are
    /// unique in a network.
    default Stream<Weight> weights() {
        return Stream.empty();
    }

    /// The side of a square picture after this layer, pixels; kept where a layer does not say
    /// otherwise.
    default int side(int side) {
        return side;
    }

    /// A convolution without bias.
    ///
    /// @param kernel edge, pixels
    /// @param padding zeros on each side, pixels
    /// @param groups divides `in` and `out`; equal to both: depthwise
    record Conv(String name, int in, int out, int kernel, int stride, int padding, int groups)
            implements Layer {

        /// A full convolution that keeps the side, or divides it by the stride.
        static Conv same(String name, int in, int out, int kernel, int stride) {
            return new Conv(name, in, out, kernel, stride, kernel / 2, 1);
        }

        /// One kernel a channel.
        static Conv depthwise(String name, int channels, int kernel, int stride) {
            return new Conv(name, channels, channels, kernel, stride, kernel / 2, channels);
        }

        Weight kernels() {
            return new Weight(
                    name + ".weight", Weight.Role.KERNEL, out, in / groups, kernel, kernel);
        }

        @Override
        public Stream<Weight> weights() {
            return Stream.of(kernels());
        }

        @Override
        public int side(int side) {
            return (side + 2 * padding - kernel) / stride + 1;
        }
    }

    /// Batch normalisation over all axes but the second, the running figures moving by a tenth a
    /// batch.
    ///
    /// @param learned which of gain and shift are learned; what is not stays 1 and 0
    /// @param epsilon added to the variance
    record Norm(String name, int channels, Learned learned, double epsilon) implements Layer {

        Norm(String name, int channels, Learned learned) {
            this(name, channels, learned, 1e-5);
        }

        /// What a [Norm] learns.
        enum Learned {
            GAIN_AND_SHIFT,
            SHIFT,
            NOTHING
        }

        static Norm of(String name, int channels) {
            return new Norm(name, channels, Learned.GAIN_AND_SHIFT);
        }

        Weight gain() {
            return new Weight(
                    name + ".gain",
                    switch (learned) {
                        case GAIN_AND_SHIFT -> Weight.Role.GAIN;
                        case SHIFT -> Weight.Role.FIXED_GAIN;
                        case NOTHING -> Weight.Role.ONES;
                    },
                    channels);
        }

        Weight shift() {
            return new Weight(
                    name + ".shift",
                    learned == Learned.NOTHING ? Weight.Role.ZEROS : Weight.Role.SHIFT,
                    channels);
        }

        Weight mean() {
            return new Weight(name + ".mean", Weight.Role.MEAN, channels);
        }

        Weight variance() {
            return new Weight(name + ".variance", Weight.Role.VARIANCE, channels);
        }

        @Override
        public Stream<Weight> weights() {
            return Stream.of(gain(), shift(), mean(), variance());
        }
    }

    /// `max(x, a x)` with one learned `a` a channel, 0.25 at first.
    record Prelu(String name, int channels) implements Layer {

        Weight slope() {
            return new Weight(name + ".slope", Weight.Role.SLOPE, channels);
        }

        @Override
        public Stream<Weight> weights() {
            return Stream.of(slope());
        }
    }

    /// `max(x, slope x)`; slope 0 is ReLU.
    ///
    /// @param slope 0..1
    record Leaky(double slope) implements Layer {}

    /// Squeeze and excite: the mean of each channel through two matrices without bias (ReLU
    /// between, logistic after) scales the channel.
    record Excite(String name, int channels, int squeezed) implements Layer {

        Weight squeeze() {
            return new Weight(name + ".squeeze", Weight.Role.DENSE, squeezed, channels);
        }

        Weight excite() {
            return new Weight(name + ".excite", Weight.Role.DENSE, channels, squeezed);
        }

        @Override
        public Stream<Weight> weights() {
            return Stream.of(squeeze(), excite());
        }
    }

    /// A learned number added to each channel.
    record Bias(String name, int channels) implements Layer {

        Weight shift() {
            return new Weight(name + ".bias", Weight.Role.SHIFT, channels);
        }

        @Override
        public Stream<Weight> weights() {
            return Stream.of(shift());
        }
    }

    /// A transposed convolution, kernel 4, stride 2, padding 1, without bias: doubles the side.
    ///
    /// It is kept as what it is the same as: an output pixel sees 2x2 pixels of the input, by one
    /// of four kernels, as its row and column are even or odd. Kernel `(2 a + b) out + o` makes the
    /// pixels of channel `o` whose row has parity `a` and whose column has parity `b`.
    record Transposed(String name, int in, int out) implements Layer {

        /// Places in the 4x4 kernel for parity 0 and 1, from the upper (left) pixel on.
        private static final int[][] PLACES = {{3, 1}, {2, 0}};

        Weight kernels() {
            return new Weight(name + ".weight", Weight.Role.KERNEL, 4 * out, in, 2, 2);
        }

        /// The kernels as a transposed convolution has them: `(in, out, 4, 4)`.
        float[] asFourByFour(float[] kernels) {
            float[] four = new float[kernels.length];
            int at = 0;
            for (int phase = 0; phase < 4; phase++) {
                for (int o = 0; o < out; o++) {
                    for (int i = 0; i < in; i++) {
                        for (int yx = 0; yx < 4; yx++) {
                            int y = PLACES[phase / 2][yx / 2];
                            int x = PLACES[phase % 2][yx % 2];
                            four[((i * out + o) * 4 + y) * 4 + x] = kernels[at++];
                        }
                    }
                }
            }
            return four;
        }

        @Override
        public Stream<Weight> weights() {
            return Stream.of(kernels());
        }

        @Override
        public int side(int side) {
            return 2 * side;
        }
    }

    /// Doubles the side; each pixel becomes four.
    record Up() implements Layer {

        @Override
        public int side(int side) {
            return 2 * side;
        }
    }

    /// The hyperbolic tangent.
    record Tanh() implements Layer {}

    /// `(b, c s s)` -> `(b, c, s, s)`.
    ///
    /// @param pixels s
    record Unflatten(int channels, int pixels) implements Layer {

        @Override
        public int side(int side) {
            return pixels;
        }
    }

    /// Units whose answers are put behind the input, channel by channel.
    ///
    /// @param dense whether a unit sees the input and all answers before it; else it sees only the
    ///   answer of the unit before (the first one the input)
    record Growing(List<Layer> units, boolean dense) implements Layer {

        public Growing {
            units = List.copyOf(units);
        }

        @Override
        public Stream<Weight> weights() {
            return units.stream().flatMap(Layer::weights);
        }
    }

    /// `(b, c, h, w)` -> `(b, c h w)`.
    record Flatten() implements Layer {

        @Override
        public int side(int side) {
            return 1;
        }
    }

    /// A matrix, with a bias where wanted.
    record Dense(String name, int in, int out, boolean biased) implements Layer {

        Weight matrix() {
            return new Weight(name + ".weight", Weight.Role.DENSE, out, in);
        }

        Optional<Weight> bias() {
            return biased
                    ? Optional.of(new Weight(name + ".bias", Weight.Role.SHIFT, out))
                    : Optional.empty();
        }

        @Override
        public Stream<Weight> weights() {
            return Stream.concat(Stream.of(matrix()), bias().stream());
        }
    }

    /// One after the other.
    record Chain(List<Layer> layers) implements Layer {

        public Chain {
            layers = List.copyOf(layers);
        }

        static Chain of(Layer... layers) {
            return new Chain(List.of(layers));
        }

        @Override
        public Stream<Weight> weights() {
            return layers.stream().flatMap(Layer::weights);
        }

        @Override
        public int side(int side) {
            int s = side;
            for (Layer layer : layers) {
                s = layer.side(s);
            }
            return s;
        }
    }

    /// The sum of a body and a shortcut, both fed with the same; an empty [Chain] is the identity.
    record Residual(Layer body, Layer shortcut) implements Layer {

        @Override
        public Stream<Weight> weights() {
            return Stream.concat(body.weights(), shortcut.weights());
        }

        @Override
        public int side(int side) {
            return body.side(side);
        }
    }
}
