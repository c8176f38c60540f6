package revisage.train;

import revisage.extract.Extractors;
import revisage.face.FaceFinder;
import revisage.face.Photo;
import revisage.face.PhotoDecoder;
import revisage.reconstruct.Generators;
import revisage.work.WorkException;

import java.nio.file.Path;

/// What a training needs from the cellar. Filled once, in `app`.
///
/// @param portraits synthetic people
/// @param photos reads pictures
/// @param pictures reads pictures that lie in memory
/// @param finders opens a face finder
/// @param trainees the engine that learns
/// @param reconstructors the same for reconstructors
/// @param extractors the engine that the result is checked with, and that is asked
/// @param generators the same for reconstructors
public record TrainingTools(
        Portraits portraits,
        PhotoDecoder photos,
        Pictures pictures,
        Finders finders,
        Trainees trainees,
        ReconstructorTrainees reconstructors,
        Extractors extractors,
        Generators generators) {

    /// Decodes pictures that lie in memory. For any number of threads.
    @FunctionalInterface
    public interface Pictures {

        /// @param picture JPEG or PNG
        /// @param from the file it comes from, for messages
        Photo decode(byte[] picture, Path from) throws WorkException;
    }

    /// Opens face finders.
    @FunctionalInterface
    public interface Finders {

        /// @param yunet a YuNet ONNX file. The caller closes the finder.
        FaceFinder open(Path yunet) throws WorkException;
    }
}
