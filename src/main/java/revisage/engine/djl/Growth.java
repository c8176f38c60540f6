package revisage.engine.djl;

import java.util.Optional;
import java.util.stream.Stream;

/// The layers that growing networks have beside the common ones.
///
/// **Source** Karras, Aila, Laine, Lehtinen, Progressive Growing of GANs (ICLR 2018), section 4 and
/// appendix A; [Adain] from Huang, Belongie (ICCV 2017).
sealed interface Growth extends Layer {

    /// Added to a mean of squares before its root.
    float EPSILON = 1e-8f;

    /// The factor a weight gets when it is used: its standard deviation there, `gain /
    /// sqrt(fan-in)`.
    static float scale(Weight weight, double gain) {
        return (float) (gain / Math.sqrt(weight.fanIn()));
    }

    /// A convolution of stride 1 that keeps the side, with a bias; its kernels are N(0, 1) in
    /// memory and scaled when used, so that all learn alike.
    ///
    /// @param kernel edge, pixels, odd
    /// @param gain square root of 2 before a ReLU, else 1
    record Conv(String name, int in, int out, int kernel, double gain) implements Growth {

        Weight kernels() {
            return new Weight(name + ".weight", Weight.Role.KERNEL, out, in, kernel, kernel);
        }

        Weight bias() {
            return new Weight(name + ".bias", Weight.Role.SHIFT, out);
        }

        @Override
        public Stream<Weight> weights() {
            return Stream.of(kernels(), bias());
        }
    }

    /// A matrix in the same manner: `(b, in)` to `(b, channels, side, side)`, with one bias a
    /// channel; side 1 gives `(b, channels)`.
    record Dense(String name, int in, int channels, int side, double gain, boolean biased)
            implements Growth {

        static Dense of(String name, int in, int out, double gain) {
            return new Dense(name, in, out, 1, gain, true);
        }

        Weight matrix() {
            return new Weight(name + ".weight", Weight.Role.DENSE, channels * side * side, in);
        }

        Optional<Weight> bias() {
            return biased
                    ? Optional.of(new Weight(name + ".bias", Weight.Role.SHIFT, channels))
                    : Optional.empty();
        }

        @Override
        public Stream<Weight> weights() {
            return Stream.concat(Stream.of(matrix()), bias().stream());
        }

        @Override
        public int side(int before) {
            return side;
        }
    }

    /// Each pixel's channels, or each vector, divided by the root of their mean square.
    record PixelNorm() implements Growth {}

    /// A square picture at another size. A product with a fixed matrix from both sides, so that
    /// training and ONNX agree to the last step.
    ///
    /// @param from pixels
    /// @param to pixels
    /// @param covering a pixel is the mean of what it covers (to shrink), not bilinear
    record Resample(int from, int to, boolean covering) implements Growth {

        /// Bilinear, pixel centres at halves.
        static Resample bilinear(int from, int to) {
            return new Resample(from, to, false);
        }

        /// The mean of what a pixel covers.
        static Resample mean(int from, int to) {
            return new Resample(from, to, true);
        }

        /// `(to, from)`, each row with sum 1.
        float[] matrix() {
            float[] matrix = new float[to * from];
            for (int i = 0; i < to; i++) {
                for (int j = 0; j < from; j++) {
                    matrix[i * from + j] = (float) (covering ? covered(i, j) : near(i, j));
                }
            }
            return matrix;
        }

        private double covered(int i, int j) {
            double ratio = (double) from / to;
            double both = Math.min((i + 1) * ratio, j + 1.0) - Math.max(i * ratio, j);
            return Math.max(0, both) / ratio;
        }

        private double near(int i, int j) {
            double at = Math.clamp((i + 0.5) * from / to - 0.5, 0, from - 1.0);
            return Math.max(0, 1 - Math.abs(at - j));
        }

        @Override
        public int side(int side) {
            return to;
        }
    }

    /// Two pictures of the same, mixed: `(1 - share) before + share now`.
    ///
    /// @param share 0..1
    record Blend(Layer before, Layer now, double share) implements Growth {

        @Override
        public Stream<Weight> weights() {
            return Stream.concat(before.weights(), now.weights());
        }

        @Override
        public int side(int side) {
            return now.side(side);
        }
    }

    /// Each channel of each picture to mean 0 and deviation 1, then to what the style says.
    ///
    /// @param styled numbers of the style
    record Adain(String name, int channels, int styled) implements Growth {

        /// From the style to gains (less 1) and shifts.
        Dense affine() {
            return Dense.of(name + ".affine", styled, 2 * channels, 1);
        }

        @Override
        public Stream<Weight> weights() {
            return affine().weights();
        }
    }

    /// A body whose [Adain] layers take their style from what the body is fed with.
    ///
    /// @param mapping from the input to the style
    record Styled(Layer mapping, Layer body) implements Growth {

        @Override
        public Stream<Weight> weights() {
            return Stream.concat(mapping.weights(), body.weights());
        }

        @Override
        public int side(int side) {
            return body.side(side);
        }
    }
}
