package revisage.reconstruct;

import revisage.face.FaceImage;

import java.util.List;

/// What a group of searches found, one entry a target.
///
/// @param faces rounded to 8 bit
/// @param targets one a face, in the same order
public record Findings(List<FaceImage> faces, List<Target> targets) {

    public Findings {
        faces = List.copyOf(faces);
        targets = List.copyOf(targets);
        if (faces.size() != targets.size()) {
            throw new IllegalArgumentException("one entry a face");
        }
    }

    /// How one target was searched.
    ///
    /// @param queries spent
    /// @param cosine best of the search, -1..1; the 8-bit face's own is measured at the hand-over
    /// @param trace best cosine over queries, rising in both
    /// @param ending why it stopped
    public record Target(long queries, double cosine, List<Mark> trace, Ending ending) {

        public Target {
            trace = List.copyOf(trace);
        }
    }

    /// A place on the way.
    ///
    /// @param queries spent when it was reached
    /// @param cosine best so far, -1..1 (the reference search: best of the current generation)
    public record Mark(long queries, double cosine) {}

    /// Why a search stopped.
    public enum Ending {
        /// The cosine asked for was reached.
        REACHED,
        /// More queries would gain little.
        PLATEAU,
        /// The budget was spent.
        BUDGET
    }
}
