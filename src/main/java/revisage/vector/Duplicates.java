package revisage.vector;

import revisage.work.Work;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Vectors that repeat an earlier one bit by bit.
///
/// @param count how many; the earliest of each kind is not counted
/// @param first row of the first
/// @param acrossPeople how many have another label than the earlier one
record Duplicates(int count, Optional<Integer> first, int acrossPeople) {

    /// @param hashes one a row; equal rows have equal hashes, and what the hashes say is checked
    static Duplicates of(VectorSet vectors, long[] hashes) throws InterruptedException {
        Set<Long> repeated = repeated(hashes);
        if (repeated.isEmpty()) {
            return new Duplicates(0, Optional.empty(), 0);
        }
        int count = 0;
        int across = 0;
        int first = -1;
        // A hash that two different rows share leads to the later one only: a duplicate may be
        // missed then, none is invented.
        Map<Long, Integer> earlier = new HashMap<>();
        float[] one = new float[vectors.dimension()];
        float[] other = new float[vectors.dimension()];
        for (int row = 0; row < hashes.length; row++) {
            if (!repeated.contains(hashes[row])) {
                continue;
            }
            Work.pausePoint();
            int before = earlier.getOrDefault(hashes[row], -1);
            if (before >= 0 && same(vectors, before, row, one, other)) {
                count++;
                first = first < 0 ? row : first;
                across += sameLabel(vectors, before, row) ? 0 : 1;
            } else {
                earlier.put(hashes[row], row);
            }
        }
        return new Duplicates(count, first < 0 ? Optional.empty() : Optional.of(first), across);
    }

    private static Set<Long> repeated(long[] hashes) {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        Set<Long> repeated = new HashSet<>();
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                repeated.add(sorted[i]);
            }
        }
        return repeated;
    }

    private static boolean same(VectorSet vectors, int a, int b, float[] one, float[] other) {
        vectors.copyRows(a, a + 1, one, 0);
        vectors.copyRows(b, b + 1, other, 0);
        for (int c = 0; c < one.length; c++) {
            if (Float.floatToRawIntBits(one[c]) != Float.floatToRawIntBits(other[c])) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameLabel(VectorSet vectors, int a, int b) {
        return vectors.labels().map(l -> l.get(a).equals(l.get(b))).orElse(true);
    }
}
