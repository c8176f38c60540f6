package revisage.study;

import revisage.extract.StrictJson;
import revisage.store.StoreException;
import revisage.work.FileException;
import revisage.work.Sha256;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Everything that decides the faces of a run, written into its folder as `reconstruction.json`:
/// for the reader, and so that a folder is gone on with only by the same run.
///
/// @param schema version of this layout, 1
/// @param settings of the search, in words
/// @param targets how many
/// @param group how many of them are searched together
/// @param secondsATarget at most, or `unlimited`
/// @param basis SHA-256 of its file
/// @param extractor name
/// @param extractorSha256 of its file
/// @param card SHA-256 over what it says of the input
/// @param vectors SHA-256 over the leaked vectors, their ids and people
record ReconstructionSettings(
        int schema,
        String method,
        String search,
        String settings,
        long seed,
        int targets,
        int group,
        String secondsATarget,
        String basis,
        String extractor,
        String extractorSha256,
        String card,
        String vectors) {

    static final String FILE = "reconstruction.json";

    /// One hash over all.
    String fingerprint() {
        return Sha256.of(StrictJson.write(this));
    }

    /// Writes them into a folder that is new to us, or finds the same there.
    ///
    /// @throws StoreException if the folder holds a run with other settings
    void claim(Path folder) throws WorkException, InterruptedException {
        Path file = folder.resolve(FILE);
        byte[] mine = StrictJson.write(this);
        if (!Files.exists(file)) {
            WholeFile.write("write the settings", file, mine);
            return;
        }
        ReconstructionSettings there = read(file);
        Map<String, Object> theirs = there.words();
        for (Map.Entry<String, Object> word : words().entrySet()) {
            Object other = theirs.getOrDefault(word.getKey(), "");
            if (!word.getValue().equals(other)) {
                throw new StoreException(
                        "%s holds reconstructions made with %s %s, not %s."
                                .formatted(folder, word.getKey(), other, word.getValue()),
                        "Name another folder, or delete this one if it is not needed any more.");
            }
        }
    }

    /// What a run has written.
    static ReconstructionSettings read(Path file) throws WorkException {
        try {
            return StrictJson.read(
                    Files.readAllBytes(file),
                    ReconstructionSettings.class,
                    "file",
                    file.toString());
        } catch (IOException e) {
            throw FileException.of("read the settings", file, e);
        }
    }

    private Map<String, Object> words() {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("schema", schema);
        words.put("method", method);
        words.put("search", search);
        words.put("the settings", settings);
        words.put("seed", seed);
        words.put("a number of targets of", targets);
        words.put("groups of", group);
        words.put("seconds a target", secondsATarget);
        words.put("the extractor", extractor);
        words.put("an extractor of SHA-256", extractorSha256);
        words.put("a card of SHA-256", card);
        words.put("a basis of SHA-256", basis);
        words.put("vectors of SHA-256", vectors);
        return words;
    }
}
