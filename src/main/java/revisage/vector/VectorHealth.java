package revisage.vector;

import revisage.work.Progress;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What can be said about a set of vectors without any model.
///
/// @param norms Euclidean lengths of the finite vectors that are not zero; empty if there is none
/// @param values components of the finite vectors; empty if there is none
/// @param unitLength every such length is 1 within [#UNIT_TOLERANCE]
/// @param notFinite vectors with a NaN or an infinity
/// @param firstNotFinite row of the first of them
/// @param zero vectors that are all zero
/// @param firstZero row of the first of them
/// @param duplicates vectors that repeat an earlier one bit by bit
/// @param firstDuplicate row of the first of them
/// @param duplicatesAcrossPeople duplicates whose earlier vector has another label
/// @param constantDimensions columns with one value in all finite vectors, where there are several
/// @param people who the vectors show; empty without labels
public record VectorHealth(
        int count,
        int dimension,
        Optional<Spread> norms,
        Optional<Spread> values,
        boolean unitLength,
        int notFinite,
        Optional<Integer> firstNotFinite,
        int zero,
        Optional<Integer> firstZero,
        int duplicates,
        Optional<Integer> firstDuplicate,
        int duplicatesAcrossPeople,
        int constantDimensions,
        Optional<People> people) {

    /// Half precision keeps lengths to about 1e-3.
    public static final double UNIT_TOLERANCE = 2e-3;

    /// Least, mean and most.
    public record Spread(double least, double mean, double most) {}

    /// The people behind the vectors.
    ///
    /// @param count how many
    /// @param vectorsEach how many vectors one has
    /// @param withOne people with a single vector
    public record People(int count, Spread vectorsEach, int withOne) {

        static People of(List<String> labels) {
            Map<String, Integer> each = new HashMap<>();
            labels.forEach(l -> each.merge(l, 1, Integer::sum));
            var numbers = each.values().stream().mapToInt(i -> i).summaryStatistics();
            return new People(
                    each.size(),
                    new Spread(numbers.getMin(), numbers.getAverage(), numbers.getMax()),
                    (int) each.values().stream().filter(n -> n == 1).count());
        }
    }

    /// Reads every number once.
    ///
    /// @param events how far it has come, for large sets
    public static VectorHealth of(VectorSet vectors, Consumer<? super Progress> events)
            throws InterruptedException {
        return new HealthPass(vectors).run(events);
    }
}
