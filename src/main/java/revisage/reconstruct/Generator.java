package revisage.reconstruct;

import revisage.face.FaceBatch;
import revisage.work.WorkException;

/// Turns vectors into faces: a trained network. One call at a time per instance; native memory is
/// owned until [#close()].
public interface Generator extends AutoCloseable {

    /// What it is, and of which extractor.
    GeneratorCard card();

    /// Where it runs, in words a person reads.
    String device();

    /// @param vectors `(n, d)` as they leaked, any length
    /// @return n faces, 0..255, not rounded
    /// @throws revisage.extract.ModelException if the engine fails or an answer is not finite
    FaceBatch faces(float[] vectors, int n) throws WorkException, InterruptedException;

    @Override
    void close();
}
