package revisage.train;

import revisage.work.Kept;
import revisage.work.WorkException;

import java.nio.file.Path;

/// What every trainee has: a network with its losses and its optimiser, in an engine's memory. For
/// the thread that made it.
public interface Learner extends AutoCloseable {

    /// Numbers that make up the network, without the loss's own.
    long parameters();

    /// d.
    int dimension();

    /// Where it runs, in words a person reads.
    String device();

    /// All that decides how it goes on: weights, running figures, the optimiser's own.
    Kept state();

    /// @param state of a trainee of the same plan
    void restore(Kept state);

    /// Writes the network as ONNX, ready for a card.
    void export(Path onnx) throws WorkException;

    @Override
    void close();
}
