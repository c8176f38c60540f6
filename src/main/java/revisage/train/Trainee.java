package revisage.train;

import revisage.work.WorkException;

/// An extractor that learns.
///
/// Faces come as the network wants them: `(b, 3, 112, 112)`, red-green-blue, `(v - 127.5) / 127.5`.
public interface Trainee extends Learner {

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
