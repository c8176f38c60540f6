package revisage.face;

import revisage.work.WorkException;

import java.nio.file.Path;

/// Reads JPEG and PNG files, whatever their names say: upright (the orientation that the camera
/// noted is applied), 8 bit, red-green-blue; what is transparent comes out black.
public interface PhotoDecoder {

    /// A very large photo may come at half its width and height.
    ///
    /// @throws PhotoException if the file is no JPEG or PNG, is damaged, or is too large to be
    ///   decoded safely
    Photo decode(Path file) throws WorkException;
}
