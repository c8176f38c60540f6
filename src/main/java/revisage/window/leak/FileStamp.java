package revisage.window.leak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/// By which one sees, without reading it, that a file was written anew.
///
/// @param bytes its size
record FileStamp(long bytes, FileTime changed) {

    /// @return empty where there is no such file
    static Optional<FileStamp> of(Path file) {
        try {
            return Optional.of(new FileStamp(Files.size(file), Files.getLastModifiedTime(file)));
        } catch (IOException _) {
            return Optional.empty(); // reading it tells what is wrong
        }
    }
}
