package revisage.app;

import java.nio.file.Path;
import java.util.Optional;

/// Where this system keeps what belongs to a user.
final class UserFolders {

    private UserFolders() {}

    /// For things made for the user: `~/.local/share/revisage` on Linux.
    static Path data() {
        Path folder = folder("Library/Application Support", "XDG_DATA_HOME", ".local/share");
        return folder.isAbsolute()
                ? folder
                : Path.of(System.getProperty("user.home", "."), ".local/share/revisage");
    }

    /// For the log: `~/.local/state/revisage` on Linux.
    static Path state() {
        return folder("Library/Logs", "XDG_STATE_HOME", ".local/state");
    }

    /// For what can be made again: `~/.cache/revisage` on Linux.
    static Path cache() {
        return folder("Library/Caches", "XDG_CACHE_HOME", ".cache");
    }

    /// @param mac below the user's home
    /// @param variable of the environment, where this is neither a Mac nor Windows
    /// @param usual below the user's home, where the variable says nothing
    private static Path folder(String mac, String variable, String usual) {
        Path home = Path.of(System.getProperty("user.home", "."));
        String system = System.getProperty("os.name", "");
        if (system.startsWith("Mac")) {
            return home.resolve(mac).resolve("revisage");
        }
        return Optional.ofNullable(
                        System.getenv(system.startsWith("Windows") ? "LOCALAPPDATA" : variable))
                .filter(v -> !v.isBlank())
                .map(Path::of)
                .orElse(home.resolve(usual))
                .resolve("revisage");
    }
}
