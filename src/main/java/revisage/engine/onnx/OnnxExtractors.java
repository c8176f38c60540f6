package revisage.engine.onnx;

import revisage.extract.CardFiles;
import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.extract.Extractors;
import revisage.extract.ModelCard;
import revisage.extract.ModelException;
import revisage.extract.ModelOutline;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;

/// Opens ONNX files as extractors.
public final class OnnxExtractors implements Extractors {

    @Override
    public Extractor open(Path onnx, DeviceChoice device)
            throws WorkException, InterruptedException {
        return open(onnx, card(onnx), device);
    }

    /// The card beside the model, else the program's own for a model it knows by its hash.
    private static ModelCard card(Path onnx) throws WorkException, InterruptedException {
        Path beside = CardFiles.beside(onnx);
        if (Files.exists(beside)) {
            return CardFiles.read(beside);
        }
        return CardFiles.known(Sha256.of(onnx))
                .orElseThrow(
                        () ->
                                new ModelException(
                                        "The extractor %s has no model card: %s does not exist."
                                                .formatted(onnx, beside),
                                        "Let 'revisage extractor probe' write one."));
    }

    @Override
    public Extractor open(Path onnx, ModelCard card, DeviceChoice device)
            throws WorkException, InterruptedException {
        return new OnnxExtractor(onnx, card);
    }

    @Override
    public ModelOutline inspect(Path onnx) throws WorkException {
        throw new IllegalStateException("not built yet");
    }
}
