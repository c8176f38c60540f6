package revisage.cli;

import java.nio.file.Path;
import java.util.Optional;

/// Where the command line runs.
///
/// @param terminal whether stderr is one that a person looks at
/// @param log where details of the program's own mistakes go; need not exist
/// @param home folder of the program, with its `models`
/// @param window empty where this program has none
public record Surroundings(boolean terminal, Path log, Path home, Optional<Window> window) {

    /// No terminal, no log that exists, models in the current folder, no window: for callers inside
    /// another program.
    public static final Surroundings NONE =
            new Surroundings(false, Path.of("/dev/null/revisage.log"));

    /// Without a window, with models in the current folder.
    public Surroundings(boolean terminal, Path log) {
        this(terminal, log, Path.of(""));
    }

    /// Without a window.
    public Surroundings(boolean terminal, Path log, Path home) {
        this(terminal, log, home, Optional.empty());
    }
}
