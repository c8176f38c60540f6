package revisage.extract;

import java.util.List;
import java.util.Optional;

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
        String name, String sha256, Input input, Output output, String licence, String source, Optional<String> paper) {

    /// d, 1 or more.
    public int dimension() {
        return output.dimension();
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
            mean = List.copyOf(mean);
            scale = List.copyOf(scale);
        }
    }

    /// @param x left column, 0..111
    /// @param y top row, 0..111
    /// @param width 1..112 - x
    /// @param height 1..112 - y
    public record Crop(int x, int y, int width, int height) {

        /// The whole aligned face.
        public static final Crop WHOLE = new Crop(0, 0, 112, 112);
    }

    /// @param name of the ONNX output
    /// @param dimension d
    /// @param unitLength whether the network scales its answers to length 1
    /// @param metric how two answers are compared; only `cosine` is known
    public record Output(String name, int dimension, boolean unitLength, String metric) {}

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
