package revisage.store;

import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A temporary folder in memory, where there is such a place: a sync to the disk costs nothing
/// there, and logs are synced with every record.
public final class InMemory implements TempDirFactory {

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
            throws IOException {
        Path shelf = Path.of("/dev/shm");
        return Files.isWritable(shelf)
                ? Files.createTempDirectory(shelf, "revisage")
                : Files.createTempDirectory("revisage");
    }
}
