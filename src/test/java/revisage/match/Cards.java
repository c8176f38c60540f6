package revisage.match;

import revisage.extract.ModelCard;

import java.util.List;
import java.util.Optional;

/// Model cards for tests.
public final class Cards {

    private Cards() {}

    /// A card of this dimension; its hash is the name's first letter, 64 times.
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
                name.substring(0, 1).repeat(64),
                input,
                new ModelCard.Output("v", dimension, false, "cosine"),
                "unknown",
                "made for a test",
                Optional.empty());
    }
}
