package revisage.study;

import java.nio.file.Path;
import java.util.Optional;

/// A face that somebody tries to recognise.
///
/// @param id of the source photo
/// @param person whom it shows, or is meant to show
/// @param image the picture
/// @param made how, if it was reconstructed; empty for a photo
public record Probe(String id, String person, Path image, Optional<Made> made) {

    /// @param queries faces shown to the attacked extractor
    /// @param cosine under the attacked extractor, -1..1
    public record Made(long queries, double cosine) {}
}
