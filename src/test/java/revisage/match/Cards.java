package revisage.match;

import revisage.extract.ModelCard;

import java.util.List;
import java.util.Optional;

/// Model cards for tests.
public final class Cards {

    private Cards() {}

    /// A card of this dimension; its hash is the name's first letter (a..z), 64 times; a digit for
    /// letters behind f.
    public static ModelCard of(String name, int dimension) {
        char first = name.charAt(0);
        String digit = Integer.toHexString(first <= 'f' ? first - 'a' + 10 : first % 10);
        return of(name, digit.repeat(64), "x", "v", dimension);
    }

    /// A card of whole faces, scaled to -1..1.
    ///
    /// @param input name of the tensor
    /// @param output name of the tensor
    public static ModelCard of(
            String name, String sha256, String input, String output, int dimension) {
        List<Double> middle = List.of(127.5, 127.5, 127.5);
        return new ModelCard(
                name,
                sha256,
                new ModelCard.Input(
                        input,
                        112,
                        112,
                        ModelCard.Crop.WHOLE,
                        ModelCard.Channels.RGB,
                        ModelCard.Layout.NCHW,
                        middle,
                        middle),
                new ModelCard.Output(output, dimension, false, "cosine"),
                "unknown",
                "made for a test",
                Optional.empty());
    }
}
