package revisage.match;

import java.util.Arrays;
import java.util.List;

/// Gallery rows that a probe must not be compared with: its own source photo, for example.
public final class LeftOut {

    private static final int[] NONE = {};

    private final List<int[]> rows;

    private LeftOut(List<int[]> rows) {
        this.rows = rows;
    }

    /// Every probe meets the whole gallery.
    public static LeftOut nothing() {
        return new LeftOut(List.of());
    }

    /// @param rows for each probe, in any order; copied
    public static LeftOut of(List<int[]> rows) {
        return new LeftOut(
                rows.stream().map(r -> Arrays.stream(r).sorted().distinct().toArray()).toList());
    }

    /// Whether this row does not count for this probe.
    public boolean leavesOut(int probe, int row) {
        return Arrays.binarySearch(of(probe), row) >= 0;
    }

    /// How many rows do not count for this probe.
    public int count(int probe) {
        return of(probe).length;
    }

    private int[] of(int probe) {
        return rows.isEmpty() ? NONE : rows.get(probe);
    }
}
