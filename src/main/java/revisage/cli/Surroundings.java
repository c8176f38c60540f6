package revisage.cli;

import java.nio.file.Path;
import java.util.Optional;

/// Where the command line runs.
///
/// @param terminal whether stderr is one that a person looks at
/// @param log where details of the program's own mistakes go; need not exist
/// @param window empty where this program has none
public record Surroundings(boolean terminal, Path log, Optional<Window> window) {

    /// Without a window.
    public Surroundings(boolean terminal, Path log) {
        this(terminal, log, Optional.empty());
    }

    /// No terminal, and no log that exists: for callers inside another program.
    public static final Surroundings NONE =
            new Surroundings(false, Path.of("/dev/null/revisage.log"), Optional.empty());
}
