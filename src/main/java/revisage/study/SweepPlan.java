package revisage.study;

import revisage.measure.Counting;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a sweep counts.
///
/// @param ks lengths of the answer, rising
/// @param ns numbers of people, rising; empty for 50 .. 5,000 as far as the gallery reaches
/// @param counting what K counts; one or both
/// @param rule whether source photos count
/// @param threshold cosines below it are no match
/// @param seed of intervals and draws
public record SweepPlan(
        List<Integer> ks,
        Optional<List<Integer>> ns,
        List<Counting> counting,
        PhotoRule rule,
        OptionalDouble threshold,
        long seed) {

    /// The paper's figures, both ways of counting, type-II.
    public static final SweepPlan USUAL =
            new SweepPlan(
                    List.of(1, 5, 10, 15, 20, 25, 30, 35, 40),
                    Optional.empty(),
                    List.of(Counting.PICTURES, Counting.PEOPLE),
                    PhotoRule.TYPE_II,
                    OptionalDouble.empty(),
                    1);

    public SweepPlan {
        ks = List.copyOf(ks);
        ns = ns.map(List::copyOf);
        counting = List.copyOf(counting);
        if (counting.isEmpty()) {
            throw new IllegalArgumentException("nothing to count");
        }
    }
}
