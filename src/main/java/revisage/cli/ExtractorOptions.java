package revisage.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.study.Engines;
import revisage.work.WorkException;

import java.nio.file.Path;

/// Which extractor, and where it runs.
final class ExtractorOptions {

    @Option(
            names = "--extractor",
            required = true,
            paramLabel = "F.onnx",
            description = "The extractor, with its card F.card.json beside it.")
    private Path extractor = Path.of("");

    @Mixin private CardOptions card = new CardOptions();

    /// The caller closes it.
    Extractor open(Engines engines) throws WorkException, InterruptedException {
        return card.open(engines, extractor);
    }

    /// Where it runs.
    DeviceChoice device() {
        return card.device();
    }
}
