package revisage.lineup;

import revisage.extract.StrictJson;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Answers as they travel from a page or another machine: one JSON file.
///
/// @param schema version of this layout, 1
/// @param study fingerprint of the plan they answer
/// @param entries in the order they were made
public record AnswerFile(int schema, String study, List<Entry> entries) {

    /// The layout this program writes and reads.
    public static final int SCHEMA = 1;

    public AnswerFile {
        entries = List.copyOf(entries);
        if (schema != SCHEMA) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT, "schema is %d; this program knows %d.", schema, SCHEMA));
        }
    }

    /// @throws revisage.extract.JsonRefusedException with the place, for example `entries[17]`
    public static AnswerFile read(Path file) throws WorkException {
        try {
            return StrictJson.read(
                    Files.readAllBytes(file), AnswerFile.class, "file of answers", "" + file);
        } catch (IOException e) {
            throw FileException.of("read the answers", file, e);
        }
    }
}
