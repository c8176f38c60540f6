package revisage.reconstruct;

import revisage.face.FaceImage;

/// What a running search tells, as things stand.
public sealed interface SearchEvent {

    /// 0.. in the group.
    int target();

    /// Queries spent on this target so far.
    long queries();

    /// A better face was found.
    ///
    /// @param cosine with the leaked vector under the attacked extractor, -1..1
    record Improved(int target, long queries, double cosine, FaceImage face)
            implements SearchEvent {}

    /// In the middle of a round that takes seconds: this target's queries of it are spent.
    record Asked(int target, long queries) implements SearchEvent {}

    /// A round ended.
    ///
    /// @param cosine best so far
    /// @param expected queries when it will have ended, if nothing stops it before
    record Round(int target, long queries, double cosine, long expected) implements SearchEvent {}
}
