package revisage.reconstruct;

import revisage.face.FaceImage;
import revisage.work.Kept;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A method that makes its faces at once: no query, no search, nothing to keep.
interface UnaskedRun extends SearchRun {

    @Override
    default boolean ended() {
        return true;
    }

    @Override
    default void advance(Consumer<? super SearchEvent> events) {}

    @Override
    default Kept state() {
        return Kept.nothing();
    }

    /// Nothing was asked, so no cosine is known to the search.
    ///
    /// @param pixels of `count` faces, 0..255
    static Findings findings(float[] pixels, int count) {
        var faces = new ArrayList<FaceImage>();
        var found = new ArrayList<Findings.Target>();
        for (int i = 0; i < count; i++) {
            faces.add(FaceImage.rounded(pixels, i * FaceImage.VALUES));
            found.add(new Findings.Target(0, 0, List.of(), Findings.Ending.BUDGET));
        }
        return new Findings(faces, found);
    }
}
