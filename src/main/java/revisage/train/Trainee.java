package revisage.train;

import revisage.work.Kept;
import revisage.work.WorkException;

import java.nio.file.Path;

/// What learns: a network with its loss and its optimiser, in an engine's memory. For the thread
/// that made it.
///
/// Faces come as the network wants them: `(b, 3, 112, 112)`, red-green-blue, `(v - 127.5) / 127.5`.
public interface Trainee extends AutoCloseable {

    /// Numbers that make up the network, without the loss's own.
    long parameters();

    /// d.
    int dimension();

    /// Where it runs, in words a person reads.
    String device();

    /// One step of the optimiser on one batch, in parts of the size that the plan allows at once.
    ///
    /// @param batch faces and the numbers of their people
    /// @throws TrainingException if the numbers run away or memory is short
    /// @throws InterruptedException if stopped between two parts; the state is then that before the
    ///   step
    Outcome learn(Batch batch, Moment moment) throws WorkException, InterruptedException;

    /// Vectors of faces, with the figures batch normalisation has come to.
    ///
    /// @param faces `n` of them, one behind the other
    /// @return `(n, d)`, not scaled
    float[] vectors(float[] faces, int n) throws WorkException;

    /// All that decides how it goes on: weights, running figures, the optimiser's own.
    Kept state();

    /// @param state of a trainee of the same plan
    void restore(Kept state);

    /// Writes the network as ONNX, ready for a card.
    void export(Path onnx) throws WorkException;

    @Override
    void close();

    /// What the schedule says for one step.
    ///
    /// @param rate learning rate, above 0
    /// @param margin of the loss, radians
    record Moment(double rate, double margin) {}

    /// @param loss mean over the batch, before the step
    /// @param correct faces whose own person's centre is the nearest, without margin
    /// @param gradientNorm before it was clipped
    record Outcome(double loss, int correct, double gradientNorm) {}
}
