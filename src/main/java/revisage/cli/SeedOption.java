package revisage.cli;

import picocli.CommandLine.Option;

/// The seed of a verb that draws.
final class SeedOption {

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Of everything that is drawn (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    long seed() {
        return seed;
    }
}
