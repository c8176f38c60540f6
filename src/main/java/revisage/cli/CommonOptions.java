package revisage.cli;

import picocli.CommandLine.Option;

/// Options that every verb understands.
final class CommonOptions {

    @Option(names = "--json", description = "Print one machine-readable JSON result on stdout.")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress on stderr.")
    boolean quiet;
}
