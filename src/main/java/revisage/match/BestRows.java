package revisage.match;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Keeps the K best rows of one probe while the gallery passes by, with bounded memory, exactly.
///
/// Rows are kept while they could still be among the K best, judged by the engine's cosine and its
/// doubt. When the buffer is full, the doubtful are settled with exact cosines.
final class BestRows {

    private final ScoreBlocks scores;
    private final int probe;
    private final int k;
    private final float doubt;
    private final int[] rows;
    private final float[] nearly;
    private int kept;
    private float floor = Float.NEGATIVE_INFINITY;

    BestRows(ScoreBlocks scores, int probe, int k) {
        this.scores = scores;
        this.probe = probe;
        this.k = k;
        this.doubt = scores.doubt();
        int room = 2 * k + 256;
        this.rows = new int[room];
        this.nearly = new float[room];
    }

    /// A row with a smaller cosine than this cannot be among the best.
    float floor() {
        return floor;
    }

    void offer(int row, float cosine) {
        if (kept == rows.length) {
            shrink();
            if (cosine < floor) {
                return;
            }
        }
        rows[kept] = row;
        nearly[kept++] = cosine;
    }

    /// Drops what is surely not among the best; if that is little, what is exactly not.
    private void shrink() {
        float[] sorted = Arrays.copyOf(nearly, kept);
        Arrays.sort(sorted);
        // K rows reach exactly at least this minus one doubt, so whoever misses it by two is out.
        floor = Math.max(floor, sorted[kept - k] - 2 * doubt);
        int left = 0;
        for (int i = 0; i < kept; i++) {
            if (nearly[i] >= floor) {
                rows[left] = rows[i];
                nearly[left++] = nearly[i];
            }
        }
        kept = left;
        if (kept > k + (rows.length - k) / 2) {
            settle();
        }
    }

    private void settle() {
        Settled best = settled();
        kept = best.rows.length;
        System.arraycopy(best.rows, 0, rows, 0, kept);
        System.arraycopy(best.exact, 0, nearly, 0, kept);
        // A row to come has a higher number: with an equal exact cosine it loses.
        floor = Math.max(floor, best.exact[kept - 1] - doubt);
    }

    /// The K best, or all there are, in order.
    Settled settled() {
        float[] numbers = scores.probes().row(probe);
        float[] exact = new float[kept];
        for (int i = 0; i < kept; i++) {
            exact[i] = scores.exact(numbers, probe, rows[i]);
        }
        int[] order =
                IntStream.range(0, kept)
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble((Integer i) -> -exact[i])
                                        .thenComparingInt(i -> rows[i]))
                        .limit(k)
                        .mapToInt(Integer::intValue)
                        .toArray();
        float[] inOrder = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            inOrder[i] = exact[order[i]];
        }
        return new Settled(Arrays.stream(order).map(i -> rows[i]).toArray(), inOrder);
    }

    /// Rows and their exact cosines, best first.
    static final class Settled {

        final int[] rows;
        final float[] exact;

        Settled(int[] rows, float[] exact) {
            this.rows = rows;
            this.exact = exact;
        }
    }
}
