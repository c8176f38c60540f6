package revisage.extract;

import revisage.work.FileException;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads, writes and finds model cards.
public final class CardFiles {

    /// A card is a page, not a book.
    private static final long MOST_BYTES = 1 << 20;

    private static final int SCHEMA = 1;

    /// The key that only the card of a network that makes faces has at the top.
    public static final String GENERATOR = "generator";

    private CardFiles() {}

    /// Where the card of a model lies: `F.onnx` -> `F.card.json`, `F` -> `F.card.json`.
    public static Path beside(Path model) {
        String name = String.valueOf(model.getFileName());
        return model.resolveSibling(name.replaceFirst("(?i)\\.onnx$", "") + ".card.json");
    }

    /// @throws ModelException if the card is missing, damaged, or says what cannot be
    public static ModelCard read(Path card) throws WorkException {
        byte[] json;
        try {
            long bytes = Files.size(card);
            if (bytes > MOST_BYTES) {
                throw new ModelException(
                        "The model card %s has %d bytes, far too many for a card."
                                .formatted(card, bytes),
                        "Name a JSON model card.");
            }
            json = Files.readAllBytes(card);
        } catch (IOException e) {
            throw FileException.of("read the model card", card, e);
        }
        return parse(json, card.toString());
    }

    /// Whole or not at all.
    public static void write(ModelCard card, Path file) throws WorkException, InterruptedException {
        WholeFile.write("write the model card", file, StrictJson.write(CardFile.of(card)));
    }

    /// The card that the program brings for a model it knows, if it does.
    ///
    /// @param sha256 of the model file
    public static Optional<ModelCard> known(String sha256) throws WorkException {
        String name = "cards/" + sha256 + ".json";
        try (InputStream in = CardFiles.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(parse(in.readAllBytes(), name));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the program's own file " + name + " cannot be read", e);
        }
    }

    private static ModelCard parse(byte[] json, String where) throws WorkException {
        try {
            if (StrictJson.has(json, GENERATOR, "model card", where)) {
                throw new ModelException(
                        "%s is the card of a network that makes faces, not of an extractor."
                                .formatted(where),
                        "Name an extractor here, and the network where faces are rebuilt.");
            }
            int schema = StrictJson.schema(json, "model card", where).orElse(SCHEMA);
            if (schema > SCHEMA) {
                throw new ModelException(
                        "The model card %s has schema %d, this program knows up to %d."
                                .formatted(where, schema, SCHEMA),
                        "Use a newer version of the program.");
            }
            return StrictJson.read(json, CardFile.class, "model card", where).card();
        } catch (JsonRefusedException e) {
            throw new ModelException(
                    String.valueOf(e.getMessage()),
                    "Correct the card, or let 'revisage extractor probe' write one.",
                    e);
        }
    }

    /// The JSON on disk.
    ///
    /// @param schema version of this layout, 1 or more
    private record CardFile(
            int schema,
            String name,
            String sha256,
            ModelCard.Input input,
            ModelCard.Output output,
            String licence,
            String source,
            Optional<String> paper) {

        static CardFile of(ModelCard card) {
            return new CardFile(
                    SCHEMA,
                    card.name(),
                    card.sha256(),
                    card.input(),
                    card.output(),
                    card.licence(),
                    card.source(),
                    card.paper());
        }

        CardFile {
            if (schema < 1) {
                throw new IllegalArgumentException("schema is 1 or more, not " + schema);
            }
            // While Jackson still knows the place: what no card can say is refused as the file's
            // fault.
            var _ = new ModelCard(name, sha256, input, output, licence, source, paper);
        }

        ModelCard card() {
            return new ModelCard(name, sha256, input, output, licence, source, paper);
        }
    }
}
