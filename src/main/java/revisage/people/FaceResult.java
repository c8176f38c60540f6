package revisage.people;

import revisage.face.FaceImage;

import java.util.List;

/// What became of one picture.
public sealed interface FaceResult {

    /// Which picture.
    Portrait portrait();

    /// There is a face.
    ///
    /// @param face aligned
    /// @param sha256 of the aligned pixels, 64 hexadecimal digits: the same face has the same,
    ///   whatever the file
    /// @param notes what a person should know, in short phrases; mostly none
    record Usable(Portrait portrait, FaceImage face, String sha256, List<String> notes)
            implements FaceResult {

        public Usable {
            notes = List.copyOf(notes);
        }
    }

    /// The picture cannot be used.
    ///
    /// @param reason in a short phrase or sentence
    record Excluded(Portrait portrait, String reason) implements FaceResult {}
}
