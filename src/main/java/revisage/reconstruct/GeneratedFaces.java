package revisage.reconstruct;

import revisage.algebra.Matrix;
import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.work.Kept;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What a trained network makes of vectors: no query, no search.
public final class GeneratedFaces implements SearchRun {

    private final Matrix targets;
    private final Generator generator;

    /// @param targets `(m, d)`
    /// @param generator stays the caller's
    public GeneratedFaces(Matrix targets, Generator generator) {
        this.targets = targets;
        this.generator = generator;
    }

    @Override
    public boolean ended() {
        return true;
    }

    @Override
    public void advance(Consumer<? super SearchEvent> events) {}

    @Override
    public Kept state() {
        return Kept.nothing();
    }

    @Override
    public Findings findings() throws WorkException, InterruptedException {
        FaceBatch made = generator.faces(targets.data(), targets.rows());
        var faces = new ArrayList<FaceImage>();
        var found = new ArrayList<Findings.Target>();
        for (int i = 0; i < targets.rows(); i++) {
            faces.add(FaceImage.rounded(made.pixels(), i * FaceImage.VALUES));
            found.add(new Findings.Target(0, 0, List.of(), Findings.Ending.BUDGET));
        }
        return new Findings(faces, found);
    }
}
