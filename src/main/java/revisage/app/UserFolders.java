package revisage.app;

import java.nio.file.Path;
import java.util.Optional;

/// Where this system keeps what belongs to a user.
final class UserFolders {

    private UserFolders() {}

    /// For things made for the user: `~/.local/share/revisage` on Linux.
    static Path data() {
        Path home = Path.of(System.getProperty("user.home", "."));
        String system = System.getProperty("os.name", "");
        Path folder =
                system.startsWith("Mac")
                        ? home.resolve("Library/Application Support")
                        : variable(system.startsWith("Windows") ? "LOCALAPPDATA" : "XDG_DATA_HOME")
                                .orElse(home.resolve(".local/share"));
        return folder.resolve("revisage");
    }

    private static Optional<Path> variable(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(v -> !v.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
