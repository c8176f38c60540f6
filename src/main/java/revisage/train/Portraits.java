package revisage.train;

import revisage.face.FaceImage;

/// People made by code.
@FunctionalInterface
public interface Portraits {

    /// The same face for the same numbers, on every machine. For any number of threads.
    ///
    /// @param population seed of the people
    /// @param person 0 or more
    /// @param photo 0 or more
    FaceImage portrait(long population, int person, int photo);
}
