package revisage.face;

import revisage.work.WorkException;

import java.util.List;

/// Finds faces in a photo and aligns one to the [ArcFaceTemplate]. For any number of threads.
public interface FaceFinder extends AutoCloseable {

    /// @return the faces in any order; empty if there is none
    List<FoundFace> find(Photo photo) throws WorkException;

    /// Warps the photo so that the five points fall onto the template as well as a
    /// [SimilarityTransform] can: bilinear, black where the photo ends.
    ///
    /// @throws PhotoException if the points lie so that no face can have them
    FaceImage align(Photo photo, FivePoints points) throws WorkException;

    @Override
    void close();
}
