package revisage.vector;

import revisage.work.Progress;
import revisage.work.Work;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/// One walk over all numbers of a set, row by row, in small blocks so that a mapped file of any
/// size can be looked at.
final class HealthPass {

    private static final int BLOCK_FLOATS = 1 << 16;
    private static final int EVENT_EVERY_BLOCKS = 64;

    private final VectorSet vectors;
    private final int d;
    private final long[] hashes;
    private final float[] lowest;
    private final float[] highest;
    private double normSum;
    private double normLeast = Double.POSITIVE_INFINITY;
    private double normMost;
    private double valueSum;
    private int finite;
    private int zero;
    private int firstZero = -1;
    private int firstNotFinite = -1;

    HealthPass(VectorSet vectors) {
        this.vectors = vectors;
        d = vectors.dimension();
        hashes = new long[vectors.count()];
        lowest = new float[d];
        highest = new float[d];
        Arrays.fill(lowest, Float.POSITIVE_INFINITY);
        Arrays.fill(highest, Float.NEGATIVE_INFINITY);
    }

    VectorHealth run(Consumer<? super Progress> events) throws InterruptedException {
        int n = vectors.count();
        int rows = Math.max(1, BLOCK_FLOATS / d);
        float[] block = new float[rows * d];
        int blocks = 0;
        for (int from = 0; from < n; from += rows) {
            Work.pausePoint();
            int to = Math.min(n, from + rows);
            vectors.copyRows(from, to, block, 0);
            for (int r = from; r < to; r++) {
                look(r, block, (r - from) * d);
            }
            if (++blocks % EVENT_EVERY_BLOCKS == 0 || (to == n && blocks > EVENT_EVERY_BLOCKS)) {
                events.accept(new Progress("Looking at the vectors", to, n, "vectors"));
            }
        }
        return health();
    }

    private void look(int row, float[] block, int at) {
        hashes[row] = hash(block, at);
        double squares = squares(block, at);
        if (!Double.isFinite(squares)) {
            firstNotFinite = firstNotFinite < 0 ? row : firstNotFinite;
            return;
        }
        finite++;
        for (int c = 0; c < d; c++) {
            lowest[c] = Math.min(lowest[c], block[at + c]);
            highest[c] = Math.max(highest[c], block[at + c]);
        }
        double sum = 0;
        for (int c = 0; c < d; c++) {
            sum += block[at + c];
        }
        valueSum += sum;
        if (squares == 0) {
            zero++;
            firstZero = firstZero < 0 ? row : firstZero;
            return;
        }
        double norm = Math.sqrt(squares);
        normSum += norm;
        normLeast = Math.min(normLeast, norm);
        normMost = Math.max(normMost, norm);
    }

    private VectorHealth health() throws InterruptedException {
        int withNorm = finite - zero;
        Duplicates twins = Duplicates.of(vectors, hashes);
        int constant = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < d && finite > 0; c++) {
            constant += finite > 1 && lowest[c] == highest[c] ? 1 : 0;
            least = Math.min(least, lowest[c]);
            most = Math.max(most, highest[c]);
        }
        boolean unit =
                withNorm > 0
                        && Math.abs(normLeast - 1) <= VectorHealth.UNIT_TOLERANCE
                        && Math.abs(normMost - 1) <= VectorHealth.UNIT_TOLERANCE;
        return new VectorHealth(
                vectors.count(),
                d,
                spread(withNorm, normLeast, normSum / withNorm, normMost),
                spread(finite, least, valueSum / finite / d, most),
                unit,
                vectors.count() - finite,
                row(firstNotFinite),
                zero,
                row(firstZero),
                twins.count(),
                twins.first(),
                twins.acrossPeople(),
                constant,
                vectors.labels().map(VectorHealth.People::of));
    }

    private static Optional<VectorHealth.Spread> spread(
            int of, double least, double mean, double most) {
        return of == 0 ? Optional.empty() : Optional.of(new VectorHealth.Spread(least, mean, most));
    }

    private static Optional<Integer> row(int row) {
        return row < 0 ? Optional.empty() : Optional.of(row);
    }

    /// In double no square of a float is too large or too small: zero only for the zero vector, not
    /// finite only where a component is not.
    private double squares(float[] block, int at) {
        double even = 0;
        double odd = 0;
        int c = 0;
        for (; c + 1 < d; c += 2) { // two sums: the additions need not wait for each other
            even += (double) block[at + c] * block[at + c];
            odd += (double) block[at + c + 1] * block[at + c + 1];
        }
        return c < d ? even + odd + (double) block[at + c] * block[at + c] : even + odd;
    }

    private long hash(float[] block, int at) {
        long mixed = d;
        for (int c = 0; c < d; c++) {
            mixed = (mixed ^ Float.floatToRawIntBits(block[at + c])) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 32;
        }
        return mixed;
    }
}
