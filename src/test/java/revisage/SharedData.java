package revisage;

import org.junit.jupiter.api.Assumptions;

import java.nio.file.Files;
import java.nio.file.Path;

/// Real extractors and faces beside the checkout. They never come into the repository: tests that
/// use them are skipped where they are missing.
public final class SharedData {

    private SharedData() {}

    /// @param path below `../shared/data`, for example `models/mobilefacenet-pp.onnx`
    public static Path path(String path) {
        Path found = Path.of("..", "shared", "data").resolve(path).toAbsolutePath().normalize();
        Assumptions.assumeTrue(Files.exists(found), () -> "skipped: needs " + found);
        return found;
    }
}
