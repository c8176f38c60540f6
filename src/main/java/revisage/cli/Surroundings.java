package revisage.cli;

import java.nio.file.Path;

/// Where the command line runs.
///
/// @param terminal whether stderr is one that a person looks at
/// @param log where details of the program's own mistakes go; need not exist
/// @param home folder of the program, with its `models`
public record Surroundings(boolean terminal, Path log, Path home) {

    /// No terminal, no log that exists, models in the current folder: for callers inside another
    /// program.
    public static final Surroundings NONE =
            new Surroundings(false, Path.of("/dev/null/revisage.log"));

    /// With models in the current folder.
    public Surroundings(boolean terminal, Path log) {
        this(terminal, log, Path.of(""));
    }
}
