package revisage.cli;

import org.jspecify.annotations.Nullable;

import revisage.extract.CardFiles;
import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.study.Engines;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Optional;

/// Opens the extractor that options name.
final class NamedExtractor {

    private NamedExtractor() {}

    /// @param card if it does not lie beside the model
    static Extractor open(Engines engines, Path onnx, @Nullable Path card, DeviceChoice device)
            throws WorkException, InterruptedException {
        Optional<Path> named = Optional.ofNullable(card);
        return named.isPresent()
                ? engines.extractors().open(onnx, CardFiles.read(named.get()), device)
                : engines.extractors().open(onnx, device);
    }
}
