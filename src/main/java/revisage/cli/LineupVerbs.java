package revisage.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import revisage.study.Engines;

/// `revisage lineup`: the visual study, Metric 2.
@Command(
        name = "lineup",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB",
        description =
                "People match faces: designs a visual study, looks at it, simulates it and counts"
                        + " its answers.",
        footer = {
            "",
            "Example: revisage lineup design --reconstructions again/ --matches matches.csv"
                    + " --photos gallery/ --out lineup/"
        })
final class LineupVerbs {

    private final Engines engines;

    LineupVerbs(Engines engines) {
        this.engines = engines;
    }

    CommandLine line() {
        return new CommandLine(this)
                .addSubcommand(new LineupDesignVerb(engines))
                .addSubcommand(new LineupPreviewVerb(engines))
                .addSubcommand(new LineupKioskVerb(engines))
                .addSubcommand(new LineupPageVerb(engines))
                .addSubcommand(new LineupSimulateVerb(engines))
                .addSubcommand(new LineupAnalyseVerb(engines))
                .addSubcommand(new LineupMergeVerb(engines))
                .addSubcommand(new LineupHandOnVerb(engines));
    }
}
