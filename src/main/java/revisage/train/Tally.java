package revisage.train;

import revisage.work.Kept;

/// What was learned since the last line of the log, and how long all took. Part of the checkpoint,
/// so that the curve goes on where it was cut.
final class Tally {

    private static final String NAME = "tally";

    private double loss;
    private long faces;
    private long correct;
    private long steps;
    private double lastLoss;
    private double seconds;
    private double lastNorm;

    /// @param state a checkpoint
    static Tally of(Kept state) {
        double[] kept = state.doubles(NAME);
        var tally = new Tally();
        tally.loss = kept[0];
        tally.faces = (long) kept[1];
        tally.correct = (long) kept[2];
        tally.steps = (long) kept[3];
        tally.lastLoss = kept[4];
        tally.seconds = kept[5];
        return tally;
    }

    Kept addTo(Kept state) {
        return state.with(NAME, new double[] {loss, faces, correct, steps, lastLoss, seconds});
    }

    void add(Trainee.Outcome outcome, int count, double took) {
        loss += outcome.loss();
        faces += count;
        correct += outcome.correct();
        steps++;
        seconds += took;
        lastNorm = outcome.gradientNorm();
    }

    double meanLoss() {
        return steps == 0 ? lastLoss : loss / steps;
    }

    double accuracy() {
        return faces == 0 ? 0 : (double) correct / faces;
    }

    /// Length of the last step's gradient.
    double lastNorm() {
        return lastNorm;
    }

    /// Seconds of learning, all runs together.
    double seconds() {
        return seconds;
    }

    void clear() {
        lastLoss = meanLoss();
        loss = 0;
        faces = 0;
        correct = 0;
        steps = 0;
    }
}
