package revisage.cloud;

import revisage.extract.JsonRefusedException;
import revisage.extract.StrictJson;
import revisage.work.FileException;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Replay bundles: the [Answers] of a job as a JSON file, so that figures can be drawn again and
/// studies run again without an account. No picture, no vector and no name is inside.
public final class AnswersFile {

    /// Its usual name.
    public static final String NAME = "answers.json";

    private static final int SCHEMA = 1;

    private AnswersFile() {}

    /// Writes the file whole or not at all.
    public static void write(Answers answers, Path file)
            throws WorkException, InterruptedException {
        byte[] json = StrictJson.write(answers);
        WholeFile.write("keep the answers", file, half -> Files.write(half, json));
    }

    /// @throws CloudPlanException if it is none, damaged, or of a newer program
    public static Answers read(Path file) throws WorkException {
        try {
            byte[] json = Files.readAllBytes(file);
            int schema = StrictJson.schema(json, "answers", file.toString()).orElse(SCHEMA);
            if (schema > SCHEMA) {
                throw new CloudPlanException(
                        "The answers %s have schema %d, this program knows up to %d."
                                .formatted(file, schema, SCHEMA),
                        "Use a newer version of the program.");
            }
            return StrictJson.read(json, Answers.class, "answers", file.toString());
        } catch (JsonRefusedException e) {
            throw new CloudPlanException(
                    String.valueOf(e.getMessage()),
                    "Name a file that 'revisage cloud match' wrote.",
                    e);
        } catch (IOException e) {
            throw FileException.of("read the answers", file, e);
        }
    }
}
