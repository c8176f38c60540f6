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
        var input =
                new ModelCard.Input(
                        "x",
                        112,
                        112,
                        ModelCard.Crop.WHOLE,
                        ModelCard.Channels.RGB,
                        ModelCard.Layout.NCHW,
                        List.of(127.5, 127.5, 127.5),
                        List.of(127.5, 127.5, 127.5));
        return new ModelCard(
                name,
                Integer.toHexString(
                                name.charAt(0) <= 'f'
                                        ? name.charAt(0) - 'a' + 10
                                        : name.charAt(0) % 10)
                        .repeat(64),
                input,
                new ModelCard.Output("v", dimension, false, "cosine"),
                "unknown",
                "made for a test",
                Optional.empty());
    }
}
