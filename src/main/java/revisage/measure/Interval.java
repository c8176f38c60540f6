package revisage.measure;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/// Where a measured number may truly lie, at 95 %.
///
/// @param low not above `high`
/// @param high not below `low`
public record Interval(double low, double high) {

    static final double ERROR_RATE = 0.05;

    public Interval {
        if (!(low <= high)) { // also refuses NaN
            throw new IllegalArgumentException("not an interval: " + low + " to " + high);
        }
    }

    /// Wilson's score interval of a share, for independent trials.
    ///
    /// **Source** E. B. Wilson, JASA 22 (1927).
    ///
    /// @param successes 0..`trials`
    /// @param trials 1 or more: a rate over nothing is unknown
    public static Interval wilson(int successes, int trials) {
        var found =
                BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                        trials, successes, ERROR_RATE);
        return new Interval(
                Math.clamp(found.getLowerBound(), 0, 1), Math.clamp(found.getUpperBound(), 0, 1));
    }

    /// The smallest interval that holds both.
    public Interval hull(Interval other) {
        return new Interval(Math.min(low, other.low), Math.max(high, other.high));
    }

    /// The smallest interval that holds this one and `value`.
    Interval reaching(double value) {
        return hull(new Interval(value, value));
    }

    /// True if `low <= value <= high`.
    public boolean holds(double value) {
        return low <= value && value <= high;
    }
}
