package revisage.measure;

import java.util.Optional;
import java.util.OptionalDouble;

/// Two sets of answers to the same probes, side by side.
///
/// @param first true positive rate of the first, 0..1
/// @param second true positive rate of the second, 0..1
/// @param difference of `first - second`, by a paired identity-clustered bootstrap
/// @param ratio of `first / second`, likewise; empty if the second found nobody
public record Equivalence(
        double first, double second, Interval difference, Optional<Interval> ratio) {

    /// How much as good as the source photos the reconstructions are as probes: their `quotient`.
    ///
    /// @param reconstructions and the photos they stand for, in the same order
    /// @throws IllegalArgumentException if the two are not of the same people in the same order
    public static Equivalence of(
            Standings reconstructions,
            Standings photos,
            int k,
            int people,
            Counting counting,
            long seed) {
        if (!reconstructions.people().equals(photos.people())) {
            throw new IllegalArgumentException("the two sets of probes show different people");
        }
        double[] left = reconstructions.hits(k, people, counting, OptionalDouble.empty());
        double[] right = photos.hits(k, people, counting, OptionalDouble.empty());
        var bootstrap = new ClusteredBootstrap(photos.people(), seed);
        double first = Standings.mean(left);
        double second = Standings.mean(right);
        return new Equivalence(
                first,
                second,
                bootstrap.difference(left, right).reaching(first - second),
                second == 0
                        ? Optional.empty()
                        : Optional.of(bootstrap.ratio(left, right).reaching(first / second)));
    }

    /// `first / second`, empty if the second found nobody.
    public OptionalDouble quotient() {
        return second == 0 ? OptionalDouble.empty() : OptionalDouble.of(first / second);
    }
}
