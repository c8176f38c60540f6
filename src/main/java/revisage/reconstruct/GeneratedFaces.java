package revisage.reconstruct;

import revisage.algebra.Matrix;
import revisage.face.FaceBatch;
import revisage.work.WorkException;

/// What a trained network makes of vectors: no query, no search.
public final class GeneratedFaces implements UnaskedRun {

    private final Matrix targets;
    private final Generator generator;

    /// @param targets `(m, d)`
    /// @param generator stays the caller's
    public GeneratedFaces(Matrix targets, Generator generator) {
        this.targets = targets;
        this.generator = generator;
    }

    @Override
    public Findings findings() throws WorkException, InterruptedException {
        FaceBatch made = generator.faces(targets.data(), targets.rows());
        return UnaskedRun.findings(made.pixels(), targets.rows());
    }
}
