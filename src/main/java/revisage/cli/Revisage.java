package revisage.cli;

import picocli.CommandLine.Command;

/// The root command. A verb is one class, listed in [Verbs].
@Command(
        name = "revisage",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "VERB",
        description = "If only the face feature vectors leak, how many of the people can be found again?",
        footer = {
            "",
            "Exit codes: 0 done, 2 the input or the world was at fault, 1 the program's own mistake.",
            "Example: revisage vectors show leak.npy"
        })
final class Revisage {}
