package revisage.train;

import revisage.work.Progress;

import java.util.SortedMap;

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

    /// A reconstructor's training lies ready.
    ///
    /// @param pairs of vector and face to learn from
    /// @param faces they were made from
    /// @param heldOut faces that are never learned
    /// @param parameters of the network
    /// @param device where it runs
    /// @param steps in all
    /// @param from number of the first step: above 0 if an earlier run is continued
    /// @param damaged whether the newest checkpoint was damaged and the one before was taken
    record Opened(
            int pairs,
            int faces,
            int heldOut,
            long parameters,
            String device,
            long steps,
            long from,
            boolean damaged)
            implements TrainingEvent {}

    /// A reconstructor did some steps.
    ///
    /// @param step how many are done
    /// @param steps in all
    /// @param epoch how many times all pairs were shown
    /// @param stage of the course, in words
    /// @param losses by name, means since the event before
    /// @param rate learning rate of the last step
    /// @param facesPerSecond since the event before
    /// @param bare share of that time in which the network computed, 0..1: it shall not wait
    /// @param secondsLeft at this speed
    record Rebuilt(
            long step,
            long steps,
            double epoch,
            String stage,
            SortedMap<String, Double> losses,
            double rate,
            double facesPerSecond,
            double bare,
            double secondsLeft)
            implements TrainingEvent {}

    /// Held-out faces were rebuilt and the sheet drawn anew.
    ///
    /// @param error mean absolute difference of a pixel, 0..255
    /// @param cosine mean under the extractor between the rebuilt face's vector and the true one
    /// @param sheet the picture
    record Drawn(long step, double epoch, double error, double cosine, String sheet)
            implements TrainingEvent {}

    /// A checkpoint lies on the disk.
    record KeptAt(long step) implements TrainingEvent {}
}
