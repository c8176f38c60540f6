package revisage.face;

import java.nio.file.Path;
import revisage.work.WorkException;

/// Reads JPEG and PNG files, whatever their names say.
public interface PhotoDecoder {

    /// @throws PhotoException if the file is no JPEG or PNG, is damaged, or is too large to be decoded safely
    Photo decode(Path file) throws WorkException;
}
