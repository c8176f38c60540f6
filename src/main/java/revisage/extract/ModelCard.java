package revisage.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an extractor is and how its input is made from an aligned face: no magic numbers in code.
///
/// Written as JSON beside the model (`F.onnx` -> `F.card.json`).
///
/// @param name short name, shown everywhere
/// @param sha256 of the model file, 64 hexadecimal digits
/// @param input what the network wants
/// @param output what it gives
/// @param licence of the weights, or `unknown`
/// @param source where the file comes from
/// @param paper where the network is described, where known
public record ModelCard(
        String name,
        String sha256,
        Input input,
        Output output,
        String licence,
        String source,
        Optional<String> paper) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public ModelCard {
        text("name", name);
        text("licence", licence);
        text("source", source);
        paper.ifPresent(p -> text("paper", p));
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException(
                    "sha256 is 64 digits 0-9 and a-f, not '" + sha256 + "'");
        }
    }

    private static void text(String what, String value) {
        if (value.isBlank() || value.length() > 1000) {
            throw new IllegalArgumentException(what + " has 1 to 1000 characters");
        }
    }

    /// @throws IllegalArgumentException if these are not three numbers each, or a scale is 0
    public static void requireScaling(List<Double> mean, List<Double> scale) {
        if (mean.size() != 3 || !mean.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("mean is three numbers, one a channel, not " + mean);
        }
        if (scale.size() != 3 || !scale.stream().allMatch(s -> Double.isFinite(s) && s != 0)) {
            throw new IllegalArgumentException(
                    "scale is three numbers other than 0, one a channel, not " + scale);
        }
    }

    private static void range(String what, int value, int from, int to) {
        if (value < from || value > to) {
            throw new IllegalArgumentException(
                    "%s is %d..%d, not %d".formatted(what, from, to, value));
        }
    }

    /// d, 1 or more.
    public int dimension() {
        return output.dimension();
    }

    /// The same extractor with another preprocessing.
    public ModelCard with(Input other) {
        return new ModelCard(name, sha256, other, output, licence, source, paper);
    }

    /// How pixels become the network's input: crop of the 112x112 face, resize if `width` or
    /// `height` differ from the crop, then `(p - mean) / scale` for each channel in the network's
    /// order.
    ///
    /// @param name of the ONNX input
    /// @param width pixels
    /// @param height pixels
    /// @param crop part of the aligned 112x112 face that is shown
    /// @param channels order of the colours
    /// @param layout order of the axes
    /// @param mean one a channel in the network's order, 0..255
    /// @param scale one a channel in the network's order, not 0
    public record Input(
            String name,
            int width,
            int height,
            Crop crop,
            Channels channels,
            Layout layout,
            List<Double> mean,
            List<Double> scale) {

        public Input {
            text("name", name);
            range("width", width, 1, 1024);
            range("height", height, 1, 1024);
            mean = List.copyOf(mean);
            scale = List.copyOf(scale);
            requireScaling(mean, scale);
        }
    }

    /// @param x left column, 0..111
    /// @param y top row, 0..111
    /// @param width 1..112 - x
    /// @param height 1..112 - y
    public record Crop(int x, int y, int width, int height) {

        /// The whole aligned face.
        public static final Crop WHOLE = new Crop(0, 0, 112, 112);

        public Crop {
            range("x", x, 0, 111);
            range("y", y, 0, 111);
            range("width", width, 1, 112 - x);
            range("height", height, 1, 112 - y);
        }
    }

    /// @param name of the ONNX output
    /// @param dimension d
    /// @param unitLength whether the network scales its answers to length 1
    /// @param metric how two answers are compared; only `cosine` is known
    public record Output(String name, int dimension, boolean unitLength, String metric) {

        public Output {
            text("name", name);
            range("dimension", dimension, 1, 1 << 16);
            if (!metric.equals("cosine")) {
                throw new IllegalArgumentException("metric is 'cosine', not '" + metric + "'");
            }
        }
    }

    /// Order of the colours.
    public enum Channels {
        RGB,
        BGR
    }

    /// Order of the axes.
    public enum Layout {
        NCHW,
        NHWC
    }
}
