package revisage.vector;

import java.nio.file.Path;
import java.util.List;

/// A vector file as it was found: read, but not yet judged (see [VectorHealth]).
///
/// @param format for people, for example `NumPy array`
/// @param numbers how the file stores them, for example `float64, big-endian`
/// @param notices what was converted or assumed, one sentence each; often empty
/// @param vectors as 32-bit floats; may hold NaN, infinities and zero vectors
public record LeakedFile(
        Path file, String format, String numbers, List<String> notices, VectorSet vectors) {

    public LeakedFile {
        notices = List.copyOf(notices);
    }

    /// The vectors, fit for an attack or a comparison.
    ///
    /// @throws VectorFileException if a vector is not finite or zero
    public VectorSet sound() throws VectorFileException, InterruptedException {
        SoundVectors.require(vectors, file);
        return vectors;
    }
}
