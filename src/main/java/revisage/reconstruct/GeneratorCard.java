package revisage.reconstruct;

import revisage.extract.ModelCard;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a network that makes faces from vectors is, and of which extractor: no magic numbers in
/// code. Any ONNX generator can be used through such a card.
///
/// Written as JSON beside the network (`G.onnx` -> `G.card.json`).
///
/// @param name short name, shown everywhere
/// @param sha256 of the ONNX file, 64 hexadecimal digits
/// @param method `nbnet`, `naive`, `vec2face`, or another's own word in lower case
/// @param origin who described it; says re-creation where the original is not known in full
/// @param input what the network wants
/// @param output what it gives
/// @param extractor whose vectors it was trained for: no other's are taken
/// @param licence of the weights, or `unknown`
/// @param source where the file comes from
/// @param training how it was trained, where known
public record GeneratorCard(
        String name,
        String sha256,
        String method,
        String origin,
        Input input,
        Output output,
        Attacked extractor,
        String licence,
        String source,
        Optional<Training> training) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern METHOD = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    public GeneratorCard {
        text("name", name);
        text("origin", origin);
        text("licence", licence);
        text("source", source);
        hash("sha256", sha256);
        if (!METHOD.matcher(method).matches()) {
            throw new IllegalArgumentException(
                    "method is up to 32 of a-z, 0-9 and '-', not '" + method + "'");
        }
    }

    /// The method as tables and pages name it: a re-creation says so.
    public String methodName() {
        return origin.contains("re-creation") ? method + " (re-creation)" : method;
    }

    private static void text(String what, String value) {
        if (value.isBlank() || value.length() > 2000) {
            throw new IllegalArgumentException(what + " has 1 to 2000 characters");
        }
    }

    private static void hash(String what, String value) {
        if (!HASH.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    what + " is 64 digits 0-9 and a-f, not '" + value + "'");
        }
    }

    /// @param name of the ONNX input, `(n, dimension)`
    /// @param dimension d, 1..65536
    /// @param unitLength whether it wants vectors of length 1; else as the extractor gave them
    public record Input(String name, int dimension, boolean unitLength) {

        public Input {
            text("name", name);
            if (dimension < 1 || dimension > 1 << 16) {
                throw new IllegalArgumentException("dimension is 1..65536, not " + dimension);
            }
        }
    }

    /// How the network's answer becomes an aligned face: `p = v * scale + mean` a channel, 0..255,
    /// then a resize to 112x112.
    ///
    /// @param name of the ONNX output
    /// @param side of the square picture, 4..1024 pixels: the whole aligned face
    /// @param channels order of the colours
    /// @param layout order of the axes
    /// @param mean one a channel in the network's order
    /// @param scale one a channel in the network's order, not 0
    public record Output(
            String name,
            int side,
            ModelCard.Channels channels,
            ModelCard.Layout layout,
            List<Double> mean,
            List<Double> scale) {

        public Output {
            text("name", name);
            mean = List.copyOf(mean);
            scale = List.copyOf(scale);
            if (side < 4 || side > 1024) {
                throw new IllegalArgumentException("side is 4..1024, not " + side);
            }
            ModelCard.requireScaling(mean, scale);
        }
    }

    /// The extractor whose vectors it understands.
    ///
    /// @param sha256 of its ONNX file
    public record Attacked(String name, String sha256) {

        public Attacked {
            text("extractor's name", name);
            hash("extractor's sha256", sha256);
        }
    }

    /// @param data in words
    /// @param seed of the plan
    /// @param plan SHA-256 of the complete plan
    /// @param steps done
    /// @param losses the last means by name
    /// @param eyes network whose features were compared, with its hash, where there was one
    public record Training(
            String data,
            long seed,
            String plan,
            long steps,
            java.util.SortedMap<String, Double> losses,
            Optional<String> eyes) {}
}
