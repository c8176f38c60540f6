package revisage.engine.opencv;

import revisage.face.FaceFinder;
import revisage.face.FaceImage;
import revisage.face.FivePoints;
import revisage.face.FoundFace;
import revisage.face.Photo;

import java.nio.file.Path;
import java.util.List;

/// Finds faces with OpenCV's `FaceDetectorYN`.
public final class YuNetFinder implements FaceFinder {

    /// @param model a YuNet ONNX file
    public YuNetFinder(Path model) {}

    @Override
    public List<FoundFace> find(Photo photo) {
        throw new IllegalStateException("not built yet");
    }

    @Override
    public FaceImage align(Photo photo, FivePoints points) {
        throw new IllegalStateException("not built yet");
    }

    @Override
    public void close() {}
}
