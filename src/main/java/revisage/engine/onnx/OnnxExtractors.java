package revisage.engine.onnx;

import java.nio.file.Path;
import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.extract.Extractors;
import revisage.extract.ModelCard;
import revisage.extract.ModelOutline;
import revisage.work.WorkException;

/// Opens ONNX files as extractors.
public final class OnnxExtractors implements Extractors {

    @Override
    public Extractor open(Path onnx, DeviceChoice device) throws WorkException, InterruptedException {
        throw new IllegalStateException("cards cannot be read yet");
    }

    @Override
    public Extractor open(Path onnx, ModelCard card, DeviceChoice device) throws WorkException, InterruptedException {
        return new OnnxExtractor(onnx, card);
    }

    @Override
    public ModelOutline inspect(Path onnx) throws WorkException {
        throw new IllegalStateException("not built yet");
    }
}
