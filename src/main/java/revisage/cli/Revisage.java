package revisage.cli;

import picocli.CommandLine.Command;

/// The root command. A verb is one class, listed in [Verbs].
@Command(
        name = "revisage",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "VERB",
        description =
                "If only the face feature vectors leak, how many of the people can be found again?",
        footer = {
            "",
            "Without a verb the window opens.",
            "",
            "With --json a verb prints one JSON document on stdout; if it fails, stdout stays empty"
                    + " and stderr says in one sentence what went wrong.",
            "",
            "Exit codes: 0 done, 2 the input or the world was at fault, 1 the program's own"
                    + " mistake, 130 stopped by Ctrl+C.",
            "",
            "Example: revisage vectors show leak.npy"
        })
final class Revisage {

    private final Surroundings surroundings;

    Revisage(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Surroundings surroundings() {
        return surroundings;
    }
}
