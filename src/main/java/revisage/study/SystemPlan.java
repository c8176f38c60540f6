package revisage.study;

import java.util.List;

/// What is counted when several recognition systems look for the same faces.
///
/// @param ks candidates shown, rising; pictures are counted
/// @param rule whether the source photo counts
/// @param seed of the intervals
public record SystemPlan(List<Integer> ks, PhotoRule rule, long seed) {

    public SystemPlan {
        ks = List.copyOf(ks);
        if (ks.isEmpty() || ks.getFirst() < 1) {
            throw new IllegalArgumentException("K is 1 or more");
        }
    }
}
