package revisage.face;

import revisage.work.WorkException;

import java.util.List;

/// Finds faces in a photo and aligns one to the [ArcFaceTemplate].
public interface FaceFinder extends AutoCloseable {

    /// @return the faces in any order; empty if there is none
    List<FoundFace> find(Photo photo) throws WorkException;

    /// Warps the photo so that the five points fall onto the template: bilinear, black border.
    FaceImage align(Photo photo, FivePoints points);

    @Override
    void close();
}
