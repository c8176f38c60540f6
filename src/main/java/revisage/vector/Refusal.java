package revisage.vector;

import java.nio.file.Path;

/// Makes the sentences with which one file is refused.
///
/// @param kind what the file was taken for, for example `a safetensors file`
public record Refusal(Path file, String kind) {

    private static final String REMEDY =
            "Make the file again, or ask whoever made it; nothing of it was used.";

    /// @param reason goes on after "but", without a full stop
    public VectorFileException because(String reason) {
        return new VectorFileException(sentence(reason), REMEDY);
    }

    /// @param reason goes on after "but", without a full stop
    public VectorFileException because(String reason, Throwable cause) {
        return new VectorFileException(sentence(reason), REMEDY, cause);
    }

    /// @param reason goes on after "but", without a full stop
    /// @param remedy one sentence
    public VectorFileException because(String reason, String remedy) {
        return new VectorFileException(sentence(reason), remedy);
    }

    private String sentence(String reason) {
        return "%s looks like %s, but %s.".formatted(file, kind, reason);
    }
}
