package revisage.reconstruct;

import revisage.extract.DeviceChoice;
import revisage.work.WorkException;

import java.nio.file.Path;

/// Opens generators. Implemented by an engine.
@FunctionalInterface
public interface Generators {

    /// Opens and checks a network by the card beside it (`G.onnx` and `G.card.json`).
    ///
    /// @throws revisage.extract.ModelException if there is no card, the file is not what the card
    ///   says, is unsafe, does not run, or answers with numbers that are not finite
    Generator open(Path onnx, DeviceChoice device) throws WorkException, InterruptedException;
}
