package revisage.face;

import revisage.work.WorkException;

import java.nio.file.Path;

/// Reads JPEG and PNG files, whatever their names say.
public interface PhotoDecoder {

    /// @throws PhotoException if the file is no JPEG or PNG, is damaged, or is too large to be
    ///   decoded safely
    Photo decode(Path file) throws WorkException;
}
