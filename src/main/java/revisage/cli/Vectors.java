package revisage.cli;

import picocli.CommandLine.Command;

/// The group of verbs about vector files.
@Command(
        name = "vectors",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB",
        description = "Look at files of feature vectors.",
        footer = {"", "Example: revisage vectors show leak.npy"})
final class Vectors {}
