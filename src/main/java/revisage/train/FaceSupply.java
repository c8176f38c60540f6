package revisage.train;

import revisage.face.FaceImage;
import revisage.work.WorkException;

import java.util.Optional;

/// Where a [FaceStock] gets its faces. For any number of threads.
public interface FaceSupply {

    /// What decides the faces: a stock of something else is made anew.
    String fingerprint();

    /// How many are offered.
    int count();

    /// People, numbered from 0 on.
    int people();

    /// The person of offer `i`.
    int person(int i);

    /// @return nothing where the picture cannot be used
    /// @throws WorkException if the fault does not lie with this one picture
    Optional<FaceImage> face(int i) throws WorkException, InterruptedException;
}
