package revisage.reconstruct;

import revisage.extract.CardFiles;
import revisage.extract.JsonRefusedException;
import revisage.extract.ModelException;
import revisage.extract.StrictJson;
import revisage.work.FileException;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads and writes the cards of generators.
public final class GeneratorCards {

    private static final long MOST_BYTES = 1 << 20;
    private static final int SCHEMA = 1;
    private static final String WHAT = "generator card";

    private GeneratorCards() {}

    /// The JSON on disk.
    ///
    /// @param schema version of this layout
    private record CardFile(int schema, GeneratorCard generator) {}

    /// Whether the card beside a model says that it makes faces. Where there is none, or none that
    /// can be read, nothing says so.
    public static boolean describes(Path onnx) {
        Path card = CardFiles.beside(onnx);
        try {
            return Files.size(card) <= MOST_BYTES
                    && StrictJson.has(
                            Files.readAllBytes(card), CardFiles.GENERATOR, WHAT, card.toString());
        } catch (IOException | JsonRefusedException _) {
            return false;
        }
    }

    /// @param onnx the network; its card lies beside it
    /// @throws ModelException if the card is missing, damaged, or says what cannot be
    public static GeneratorCard beside(Path onnx) throws WorkException {
        Path card = CardFiles.beside(onnx);
        byte[] json;
        try {
            if (!Files.exists(card)) {
                throw new ModelException(
                        "The generator %s has no card: %s does not exist.".formatted(onnx, card),
                        "Write one; README.md shows how.");
            }
            if (Files.size(card) > MOST_BYTES) {
                throw new ModelException(
                        "%s is longer than 1 MiB, so it is no card.".formatted(card),
                        "Name a generator with its own card.");
            }
            json = Files.readAllBytes(card);
        } catch (IOException e) {
            throw FileException.of("read the generator card", card, e);
        }
        try {
            if (!StrictJson.has(json, CardFiles.GENERATOR, WHAT, card.toString())) {
                throw new ModelException(
                        "%s is no network that makes faces: its card describes something else."
                                .formatted(onnx),
                        "Name a network with the card of a generator; extractors have a place of"
                                + " their own.");
            }
            int schema = StrictJson.schema(json, WHAT, card.toString()).orElse(SCHEMA);
            if (schema != SCHEMA) {
                throw new ModelException(
                        "The generator card %s has schema %d; this program knows %d."
                                .formatted(card, schema, SCHEMA),
                        "Use the program's version that it was written for.");
            }
            return StrictJson.read(json, CardFile.class, WHAT, card.toString()).generator();
        } catch (JsonRefusedException e) {
            throw new ModelException(
                    String.valueOf(e.getMessage()), "Correct the card; README.md shows one.", e);
        }
    }

    /// Whole or not at all.
    ///
    /// @param onnx the network; its card goes beside it
    public static void write(GeneratorCard card, Path onnx)
            throws WorkException, InterruptedException {
        WholeFile.write(
                "write the generator card",
                CardFiles.beside(onnx),
                StrictJson.write(new CardFile(SCHEMA, card)));
    }
}
