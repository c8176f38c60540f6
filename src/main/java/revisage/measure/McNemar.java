package revisage.measure;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/// Did one method find more than another on the same probes? The exact test of Q. McNemar,
/// Psychometrika 12 (1947), for probes of different people; where people are shown several times,
/// [Equivalence] gives the clustered interval of the difference.
///
/// @param onlyFirst probes that only the first method found
/// @param onlySecond probes that only the second method found
public record McNemar(int onlyFirst, int onlySecond) {

    public McNemar {
        if (onlyFirst < 0 || onlySecond < 0) {
            throw new IllegalArgumentException(onlyFirst + " and " + onlySecond);
        }
    }

    /// Over the whole gallery.
    ///
    /// @throws IllegalArgumentException if the two are not of the same people in the same order
    public static McNemar of(Standings first, Standings second, int k, Counting counting) {
        if (!first.people().equals(second.people())) {
            throw new IllegalArgumentException("the two sets of probes show different people");
        }
        int left = 0;
        int right = 0;
        for (int p = 0; p < first.probes().size(); p++) {
            boolean l = first.probes().get(p).rank(counting) <= k;
            boolean r = second.probes().get(p).rank(counting) <= k;
            left += l && !r ? 1 : 0;
            right += r && !l ? 1 : 0;
        }
        return new McNemar(left, right);
    }

    /// How likely so uneven a split, or a more uneven one, is if the methods are equally good;
    /// two-sided, 0..1.
    public double probability() {
        int differing = onlyFirst + onlySecond;
        if (differing == 0) {
            return 1;
        }
        var fair = BinomialDistribution.of(differing, 0.5);
        return Math.min(1, 2 * fair.cumulativeProbability(Math.min(onlyFirst, onlySecond)));
    }
}
