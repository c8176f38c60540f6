package revisage.extract;

import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/// A plan that a person wrote, as it lies on disk.
///
/// @param <X> how its reader refuses
public final class PlanText<X extends WorkException> {

    /// No plan that a person wrote is longer. Bytes.
    private static final long LONGEST = 1 << 20;

    private final Refusal<X> refusal;
    private final long longest;

    /// @param refusal of the room that reads
    public PlanText(Refusal<X> refusal) {
        this(refusal, LONGEST);
    }

    /// @param longest of a plan that the program wrote for itself, in bytes
    public PlanText(Refusal<X> refusal, long longest) {
        this.refusal = refusal;
        this.longest = longest;
    }

    /// Makes the reader's own exception.
    ///
    /// @param <X> its kind
    @FunctionalInterface
    public interface Refusal<X extends WorkException> {

        /// @param sentence what is wrong, and where
        /// @param remedy what to do
        X of(String sentence, String remedy);
    }

    /// @param schema the version of the layout that this program knows
    /// @throws X if it is too long or of another version
    /// @throws JsonRefusedException with the place and, for a misspelt key, the one that was meant
    public <T> T read(Path file, Class<T> type, int schema) throws WorkException {
        byte[] json;
        try {
            if (Files.size(file) > longest) {
                throw refusal.of(
                        "%s is longer than %d MiB, so it is no plan."
                                .formatted(file, longest >> 20),
                        "Name a plan file.");
            }
            json = Files.readAllBytes(file);
        } catch (IOException e) {
            throw FileException.of("read the plan", file, e);
        }
        OptionalInt said = StrictJson.schema(json, "plan", file.toString());
        if (said.isPresent() && said.getAsInt() != schema) {
            throw refusal.of(
                    "The plan %s has schema %d; this program knows %d."
                            .formatted(file, said.getAsInt(), schema),
                    "Use the program's version that it was written for.");
        }
        return StrictJson.read(json, type, "plan", file.toString());
    }
}
