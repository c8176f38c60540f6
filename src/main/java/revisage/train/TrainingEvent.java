package revisage.train;

import revisage.work.Progress;

/// How a training stands.
public sealed interface TrainingEvent {

    /// Faces are being made or read, or the result measured.
    record Preparing(Progress progress) implements TrainingEvent {}

    /// Everything lies ready.
    ///
    /// @param faces to learn from
    /// @param classes people to learn
    /// @param parameters of the network
    /// @param device where it runs
    /// @param stepsAnEpoch 1 or more
    /// @param steps in all
    /// @param from number of the first step: above 0 if an earlier run is continued
    /// @param damaged whether the newest checkpoint was damaged and the one before was taken
    record Began(
            int faces,
            int classes,
            long parameters,
            String device,
            long stepsAnEpoch,
            long steps,
            long from,
            boolean damaged)
            implements TrainingEvent {}

    /// Some steps were done.
    ///
    /// @param step how many are done
    /// @param steps in all
    /// @param epoch how many times all faces were shown
    /// @param loss mean since the event before
    /// @param accuracy share of faces whose own person was the nearest, since the event before,
    ///   0..1
    /// @param rate learning rate of the last step
    /// @param margin of the last step, radians
    /// @param gradientNorm of the last step, before it was clipped
    /// @param facesPerSecond since the event before
    /// @param secondsLeft at this speed
    record Learned(
            long step,
            long steps,
            double epoch,
            double loss,
            double accuracy,
            double rate,
            double margin,
            double gradientNorm,
            double facesPerSecond,
            double secondsLeft)
            implements TrainingEvent {}

    /// The held-out people were compared.
    record Measured(long step, double epoch, Figures figures) implements TrainingEvent {}

    /// A checkpoint lies on the disk.
    record KeptAt(long step) implements TrainingEvent {}
}
