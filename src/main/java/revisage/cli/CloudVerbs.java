package revisage.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import revisage.study.Engines;

/// `revisage cloud`: recognisers that somebody else runs.
@Command(
        name = "cloud",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB",
        description = {
            "Looks for faces with Amazon Rekognition or Azure Face, guarded.",
            "",
            "Nothing is sent before you have read and confirmed the quote of this very run."
        },
        footer = {
            "",
            "Example: revisage cloud match --service rekognition --images people/ --probes"
                    + " rebuilt/ --out cloud/ --dry-run"
        })
final class CloudVerbs {

    private final Engines engines;

    CloudVerbs(Engines engines) {
        this.engines = engines;
    }

    CommandLine line() {
        return new CommandLine(this)
                .addSubcommand(new CloudMatchVerb(engines))
                .addSubcommand(new CloudStatusVerb(engines))
                .addSubcommand(new CloudDeleteVerb(engines))
                .addSubcommand(new CloudPricesVerb(engines))
                .addSubcommand(new CloudKeyVerb(engines))
                .addSubcommand(new CloudSimulateVerb(engines));
    }
}
