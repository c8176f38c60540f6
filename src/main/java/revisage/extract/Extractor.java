package revisage.extract;

import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.vector.VectorSet;
import revisage.work.WorkException;

import java.util.List;

/// Turns faces into vectors. One call at a time per instance, from any thread; native memory is
/// owned until [#close()].
public interface Extractor extends AutoCloseable {

    /// What it is and what it wants.
    ModelCard card();

    /// Where it runs and why, in words a person reads, for example `CPU, 2 threads`.
    String device();

    /// The answers for many faces, in blocks that suit the device.
    ///
    /// The result of one face may differ in the last bits with the company it comes in; the same
    /// batch gives the same bytes.
    ///
    /// @return `(n, d)`, as the network gives them (not scaled to length 1), all finite
    /// @throws ModelException if the engine fails or an answer is not finite
    /// @throws InterruptedException if stopped, within 0.2 s on a network for phones
    float[] embed(FaceBatch faces) throws WorkException, InterruptedException;

    /// As [#embed(FaceBatch)], for whole images.
    default VectorSet embed(List<FaceImage> faces) throws WorkException, InterruptedException {
        return VectorSet.of(embed(FaceBatch.of(faces)), card().dimension());
    }

    @Override
    void close();
}
