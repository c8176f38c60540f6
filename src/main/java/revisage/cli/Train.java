package revisage.cli;

import picocli.CommandLine.Command;

/// The group of verbs that train networks.
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB",
        description = "Trains networks on this machine, each in a process of its own.",
        footer = {"", "Example: revisage train extractor plan.json --out res/"})
final class Train {}
