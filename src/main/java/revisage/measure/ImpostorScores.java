package revisage.measure;

import java.util.Arrays;
import java.util.Optional;

/// Scores of pairs of pictures that show different people, under one matcher: what thresholds are
/// set on.
public final class ImpostorScores {

    /// So many impostors must lie above a threshold for its rate to be known within a third.
    private static final int NEEDED_ABOVE = 10;

    private final float[] rising;

    /// @param scores finite, copied; pairs of one data set, 1 or more
    public ImpostorScores(float[] scores) {
        if (scores.length == 0) {
            throw new IllegalArgumentException("no impostor scores");
        }
        this.rising = sorted(scores);
    }

    static float[] sorted(float[] scores) {
        float[] sorted = scores.clone();
        for (int i = 0; i < sorted.length; i++) {
            if (!Float.isFinite(sorted[i])) {
                throw new IllegalArgumentException("a score is " + sorted[i]);
            }
            sorted[i] += 0f; // minus zero and zero are equal
        }
        Arrays.parallelSort(sorted);
        return sorted;
    }

    /// How many pairs, 1 or more.
    public int pairs() {
        return rising.length;
    }

    /// How many pairs a threshold at this rate needs: ten of them must reach it.
    public static long pairsNeeded(double falseMatchRate) {
        return (long) Math.ceil(NEEDED_ABOVE / falseMatchRate * (1 - 1e-12));
    }

    /// The lowest score that at most this share of impostors reaches.
    ///
    /// @param falseMatchRate above 0, below 1, for example 1e-3
    /// @return empty if there are fewer than `10 / falseMatchRate` pairs: too few to tell
    public Optional<Threshold> threshold(double falseMatchRate) {
        if (!(falseMatchRate > 0 && falseMatchRate < 1)) {
            throw new IllegalArgumentException("false match rate " + falseMatchRate);
        }
        if (rising.length < pairsNeeded(falseMatchRate)) {
            return Optional.empty();
        }
        int allowed = (int) Math.floor(falseMatchRate * rising.length * (1 + 1e-12));
        float tooLow = rising[rising.length - 1 - allowed];
        return Optional.of(new Threshold(Math.nextUp(tooLow), falseMatchRate, rising.length));
    }

    /// Share of pairs that reach the threshold, 0..1 (FMR, ISO/IEC 19795-1).
    public double falseMatchRate(double threshold) {
        return (double) reaching(threshold) / rising.length;
    }

    private int reaching(double threshold) {
        int low = 0;
        int high = rising.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rising[middle] >= threshold) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return rising.length - low;
    }

    float[] rising() {
        return rising;
    }

    /// A score from which on two pictures count as the same person.
    ///
    /// @param score accepted if reached
    /// @param falseMatchRate share of impostors it was set for
    /// @param pairs impostor pairs it was set on
    public record Threshold(float score, double falseMatchRate, int pairs) {}
}
