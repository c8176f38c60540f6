package revisage.extract;

import revisage.work.WorkException;

import java.nio.file.Path;

/// Opens extractors. Implemented by an engine.
public interface Extractors {

    /// Opens and checks a model by the card beside it (`F.onnx` and `F.card.json`).
    ///
    /// @throws ModelException if there is no card, the file is not what the card says, is unsafe,
    ///   does not run on the device asked for, or answers with numbers that are not finite
    Extractor open(Path onnx, DeviceChoice device) throws WorkException, InterruptedException;

    /// Opens a model by a card that lies nowhere yet: for a probe.
    Extractor open(Path onnx, ModelCard card, DeviceChoice device)
            throws WorkException, InterruptedException;

    /// What the file says of itself; nothing is run.
    ModelOutline inspect(Path onnx) throws WorkException;
}
