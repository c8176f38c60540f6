package revisage.train;

import revisage.work.WorkException;

import java.util.SortedMap;

/// A reconstructor that learns: vectors in, faces out.
public interface ReconstructorTrainee extends Learner {

    /// Side of the faces it makes, pixels.
    int side();

    /// One step of its course.
    ///
    /// @param batch as many pairs as the course shows at this step, faces of [#side()] pixels
    /// @param step of the whole course, from 0
    /// @return means over the batch, before the step
    /// @throws TrainingException if the numbers run away or memory is short
    /// @throws InterruptedException if stopped; the state is then that before the step
    Losses learn(PairBatch batch, long step) throws WorkException, InterruptedException;

    /// Faces as the exported network will make them.
    ///
    /// @param vectors `(n, d)`, each row of length 1
    /// @return `(n, 3, side, side)`, red-green-blue, about -1..1
    float[] faces(float[] vectors, int n) throws WorkException;

    /// What was measured once on the way and then held, by its name in the plan: weights of losses.
    SortedMap<String, Double> calibrated();

    /// @param values by name, for example `pixel`, `perceptual`, `critic`
    record Losses(SortedMap<String, Double> values) {}
}
