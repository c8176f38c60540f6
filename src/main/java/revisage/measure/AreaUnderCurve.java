package revisage.measure;

import java.util.Arrays;
import java.util.OptionalDouble;

/// How well a number tells successes from failures: the chance that a success has the larger one,
/// half a chance where both are equal. 0.5 tells nothing, 1 tells all.
///
/// **Source** Hanley, McNeil, Radiology 143 (1982).
public final class AreaUnderCurve implements CrossedClusters.Statistic {

    private final int[] place; // of each trial's number among the different numbers, rising
    private final boolean[] success;
    private final int places;

    /// @param numbers one a trial
    /// @param success one a trial
    public AreaUnderCurve(double[] numbers, boolean[] success) {
        double[] different = Arrays.stream(numbers).distinct().sorted().toArray();
        this.places = different.length;
        this.place =
                Arrays.stream(numbers).mapToInt(n -> Arrays.binarySearch(different, n)).toArray();
        this.success = success.clone();
    }

    @Override
    public int sums() {
        return 2 * places; // failures, then successes, at each number
    }

    @Override
    public void add(int trial, double[] sums) {
        sums[place[trial] + (success[trial] ? places : 0)]++;
    }

    @Override
    public OptionalDouble of(double[] sums) {
        double failures = 0;
        double successes = 0;
        double above = 0;
        for (int i = 0; i < places; i++) {
            above += sums[places + i] * (failures + sums[i] / 2);
            failures += sums[i];
            successes += sums[places + i];
        }
        return failures > CrossedClusters.NOTHING && successes > CrossedClusters.NOTHING
                ? OptionalDouble.of(above / (failures * successes))
                : OptionalDouble.empty();
    }

    /// Of all trials.
    public OptionalDouble all() {
        double[] sums = new double[sums()];
        for (int i = 0; i < place.length; i++) {
            add(i, sums);
        }
        return of(sums);
    }
}
