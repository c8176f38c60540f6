package revisage.cli;

import org.jspecify.annotations.Nullable;

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

    @Option(
            names = "--card",
            paramLabel = "CARD",
            description = "Its model card, if it does not lie beside it.")
    private @Nullable Path card;

    @Option(
            names = "--device",
            defaultValue = "AUTO",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private DeviceChoice device = DeviceChoice.AUTO;

    /// The caller closes it.
    Extractor open(Engines engines) throws WorkException, InterruptedException {
        return NamedExtractor.open(engines, extractor, card, device);
    }

    /// Where it runs.
    DeviceChoice device() {
        return device;
    }
}
