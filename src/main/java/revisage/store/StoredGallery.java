package revisage.store;

import revisage.match.Gallery;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A gallery with all that is kept beside it.
///
/// @param gallery the vectors and whose they are
/// @param extractor where the model file lay when the gallery was made; it may have moved since
/// @param alignment how faces were cut out: `as they are`, or the finder and which face was taken
/// @param excluded pictures that could not be used
/// @param pictures the enrolled faces as small JPEGs, if they were kept
public record StoredGallery(
        Gallery gallery,
        Optional<Path> extractor,
        String alignment,
        List<Excluded> excluded,
        Optional<PictureStrip> pictures) {

    public StoredGallery {
        excluded = List.copyOf(excluded);
    }

    /// A picture that could not be used.
    ///
    /// @param id its path below the folder
    /// @param reason in a short phrase
    public record Excluded(String id, String person, String reason) {}
}
