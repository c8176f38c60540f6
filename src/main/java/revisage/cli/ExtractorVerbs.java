package revisage.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import revisage.study.Engines;

/// `revisage extractor`: what can be asked about an extractor.
@Command(
        name = "extractor",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB",
        description = "Looks into extractors (ONNX files) and writes their model cards.",
        footer = {"", "Example: revisage extractor probe F.onnx --images faces/"})
final class ExtractorVerbs {

    private final Engines engines;

    ExtractorVerbs(Engines engines) {
        this.engines = engines;
    }

    CommandLine line() {
        return new CommandLine(this)
                .addSubcommand(new ExtractorProbeVerb(engines))
                .addSubcommand(new ExtractorMeasureVerb(engines));
    }
}
