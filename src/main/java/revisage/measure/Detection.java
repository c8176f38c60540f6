package revisage.measure;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// Telling `there` from `not there`: how well, and how readily `there` is said.
///
/// Half a trial is added to both kinds of answers (log-linear correction), so nothing is infinite.
///
/// **Source** Macmillan, Creelman, Detection Theory (2005), chapters 1, 2; the correction: Hautus,
/// Behavior Research Methods 27 (1995); `knowing` and `guessing` are the two-high-threshold
/// model's: Snodgrass, Corwin, J. Exp. Psych. General 117 (1988), with the same correction.
///
/// @param hitRate `there` where it was, corrected, 0..1 exclusive
/// @param falseRate `there` where it was not, corrected, 0..1 exclusive
public record Detection(double hitRate, double falseRate) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    public Detection {
        if (!(hitRate > 0 && hitRate < 1 && falseRate > 0 && falseRate < 1)) {
            throw new IllegalArgumentException("rates " + hitRate + " and " + falseRate);
        }
    }

    /// @param hits `there` said where it was, 0..`present`
    /// @param falseAlarms `there` said where it was not, 0..`absent`
    public static Detection of(double hits, double present, double falseAlarms, double absent) {
        if (!(hits >= 0 && hits <= present && falseAlarms >= 0 && falseAlarms <= absent)) {
            throw new IllegalArgumentException(
                    "%s of %s and %s of %s".formatted(hits, present, falseAlarms, absent));
        }
        return new Detection((hits + 0.5) / (present + 1), (falseAlarms + 0.5) / (absent + 1));
    }

    /// `z(hits) - z(false alarms)`: 0 for guessing, whatever is preferred.
    public double sensitivity() {
        return z(hitRate) - z(falseRate);
    }

    /// `-(z(hits) + z(false alarms)) / 2`: above 0 for those who rarely say `there`.
    public double criterion() {
        return -(z(hitRate) + z(falseRate)) / 2;
    }

    /// Share of trials whose answer is known, -1..1: hits less false alarms.
    public double knowing() {
        return hitRate - falseRate;
    }

    /// Share of `there` among the answers that are guessed, 0..1 unless answers are contrary.
    public double guessing() {
        return falseRate / (1 - knowing());
    }

    private static double z(double rate) {
        return NORMAL.inverseCumulativeProbability(rate);
    }
}
