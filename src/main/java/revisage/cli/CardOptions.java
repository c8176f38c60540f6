package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import revisage.extract.CardFiles;
import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.extract.ModelCard;
import revisage.study.Engines;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Optional;

/// How an extractor that another option names is opened.
final class CardOptions {

    @Option(
            names = "--card",
            paramLabel = "CARD",
            description = "Its model card, if it does not lie beside it.")
    private @Nullable Path card;

    @Mixin private DeviceOption device = new DeviceOption();

    /// The caller closes it.
    Extractor open(Engines engines, Path onnx) throws WorkException, InterruptedException {
        Optional<ModelCard> named = card();
        return named.isPresent()
                ? engines.extractors().open(onnx, named.get(), device())
                : engines.extractors().open(onnx, device());
    }

    /// The card that was named, if it does not lie beside the model.
    Optional<ModelCard> card() throws WorkException {
        Path named = card;
        return named == null ? Optional.empty() : Optional.of(CardFiles.read(named));
    }

    /// Where it runs.
    DeviceChoice device() {
        return device.device();
    }
}
