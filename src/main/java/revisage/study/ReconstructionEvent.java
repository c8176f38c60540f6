package revisage.study;

import revisage.face.FaceImage;
import revisage.reconstruct.SearchEvent;
import revisage.store.Reconstruction;
import revisage.work.Progress;

/// What a run over many targets tells.
public sealed interface ReconstructionEvent {

    /// How the whole stands.
    record Standing(Progress progress) implements ReconstructionEvent {}

    /// One target moved on.
    ///
    /// @param row of the leaked vectors, 0..
    /// @param event counts its target within the group; `row` is the one to go by
    record Searching(int row, SearchEvent event) implements ReconstructionEvent {}

    /// One target is done: its picture and its row are on the disk.
    ///
    /// @param target of the leaked vectors, 0..
    record Rebuilt(int target, Reconstruction row, FaceImage face) implements ReconstructionEvent {}
}
