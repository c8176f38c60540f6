package revisage.match;

import revisage.algebra.Products;
import revisage.vector.VectorSet;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Exact search by cosine in a gallery of any size: a matrix product finds who may be among the
/// best, 64-bit sums settle it.
///
/// The result depends on the vectors alone, not on blocks, threads or the engine. Higher cosine
/// first; equal cosines in the order of the gallery. Memory: 64 answers a row of one block, and
/// some `16 K` bytes a probe.
public final class CosineSearch {

    private static final long FLOATS_KEPT = 64L << 20;

    private final VectorSet gallery;
    private final double[] lengths;
    private final Products products;

    /// Reads the gallery once for the lengths of its vectors.
    ///
    /// @param gallery may be mapped from a file
    /// @param products stays the caller's
    /// @throws IllegalArgumentException if a vector is zero or not finite
    public CosineSearch(VectorSet gallery, Products products) {
        this.gallery = gallery;
        this.lengths = ScoreBlocks.lengths(gallery);
        this.products = products;
    }

    /// The K most alike rows for each probe.
    ///
    /// @param probes of the gallery's dimension, none zero
    /// @param k 1 or more; where the gallery (without what is left out) is smaller, all of it
    public Hits top(VectorSet probes, int k, LeftOut leftOut, Consumer<? super Progress> progress)
            throws WorkException, InterruptedException {
        if (k < 1) {
            throw new IllegalArgumentException("K = " + k);
        }
        ScoreBlocks blocks =
                new ScoreBlocks(gallery, lengths, probes, products, ScoreBlocks.PROBES);
        TopRows top = new TopRows(blocks, Math.min(k, gallery.count()), leftOut);
        if (gallery.count() > 0) {
            blocks.run(top, progress);
        }
        return top.hits();
    }

    /// Hands over the cosines of each probe with the whole gallery, in the order of the probes: one
    /// pass for everything that depends on more than the best rows.
    ///
    /// Memory: up to 64 times 4 bytes a gallery row, 256 MB at most (for a gallery of 64 million, 4
    /// bytes a row).
    public void scores(VectorSet probes, Taker taker, Consumer<? super Progress> progress)
            throws WorkException, InterruptedException {
        if (gallery.count() == 0) {
            throw new IllegalArgumentException("an empty gallery has no scores");
        }
        ScoreBlocks blocks = blocks(probes);
        blocks.run(new WholeRows(blocks, taker), progress);
    }

    /// Gets the cosines.
    @FunctionalInterface
    public interface Taker {

        /// @param scores scratch, valid during the call only
        void take(ProbeScores scores);
    }

    /// The cosine of two vectors of one length, neither zero, as the search gives it.
    public static float cosine(float[] a, float[] b) {
        return ScoreBlocks.cosine(
                a, Math.sqrt(ScoreBlocks.dot(a, a)), b, Math.sqrt(ScoreBlocks.dot(b, b)));
    }

    /// The exact cosine of two gallery rows.
    public float cosine(int row, int other) {
        return ScoreBlocks.cosine(
                gallery.row(row), lengths[row], gallery.row(other), lengths[other]);
    }

    ScoreBlocks blocks(VectorSet probes) {
        int group = Math.clamp(FLOATS_KEPT / Math.max(1, gallery.count()), 1, ScoreBlocks.PROBES);
        return new ScoreBlocks(gallery, lengths, probes, products, group);
    }

    /// Turns blocks into whole rows.
    private static final class WholeRows implements ScoreBlocks.Reader {

        private final ScoreBlocks blocks;
        private final Taker taker;
        private final float[][] rows;

        WholeRows(ScoreBlocks blocks, Taker taker) {
            this.blocks = blocks;
            this.taker = taker;
            this.rows =
                    new float[Math.min(blocks.group(), blocks.probes().count())]
                            [blocks.galleryRows()];
        }

        @Override
        public void take(int firstProbe, int group, int firstRow, int count, float[] cosines) {
            IntStream.range(0, group)
                    .parallel()
                    .forEach(
                            j -> {
                                for (int r = 0; r < count; r++) {
                                    rows[j][firstRow + r] = cosines[r * group + j];
                                }
                            });
            if (firstRow + count == blocks.galleryRows()) {
                for (int j = 0; j < group; j++) {
                    taker.take(new ProbeScores(blocks, firstProbe + j, rows[j]));
                }
            }
        }
    }

    /// Collects the best rows of all probes.
    static final class TopRows implements ScoreBlocks.Reader {

        /// Rows that one thread looks through.
        private static final int CHUNK = 1_024;

        private final ScoreBlocks blocks;
        private final int k;
        private final LeftOut leftOut;
        private final List<BestRows> best = new ArrayList<>();
        private final int[][] rows;
        private final float[][] scores;

        TopRows(ScoreBlocks blocks, int k, LeftOut leftOut) {
            this.blocks = blocks;
            this.k = k;
            this.leftOut = leftOut;
            rows = new int[blocks.probes().count()][0];
            scores = new float[blocks.probes().count()][0];
        }

        @Override
        public void take(int firstProbe, int group, int firstRow, int count, float[] cosines) {
            if (firstRow == 0) {
                best.clear();
                IntStream.range(0, group)
                        .forEach(j -> best.add(new BestRows(blocks, firstProbe + j, k)));
            }
            float[] floors = new float[group];
            for (int j = 0; j < group; j++) {
                floors[j] = best.get(j).floor();
            }
            boolean[] worth = new boolean[count];
            IntStream.range(0, (count + CHUNK - 1) / CHUNK)
                    .parallel()
                    .forEach(
                            chunk -> {
                                int to = Math.min(count, (chunk + 1) * CHUNK);
                                for (int r = chunk * CHUNK; r < to; r++) {
                                    worth[r] = reaches(cosines, r * group, floors);
                                }
                            });
            for (int r = 0; r < count; r++) {
                if (worth[r]) {
                    offer(firstProbe, group, firstRow + r, r * group, cosines);
                }
            }
            if (firstRow + count == blocks.galleryRows()) {
                IntStream.range(0, group).parallel().forEach(j -> keep(firstProbe, j));
            }
        }

        /// Whether one of the cosines reaches its floor: most rows of a large gallery interest no
        /// probe. Without a branch in the loop, so that the compiler takes many at once.
        private static boolean reaches(float[] cosines, int at, float[] floors) {
            float most = Float.NEGATIVE_INFINITY;
            for (int j = 0; j < floors.length; j++) {
                most = Math.max(most, cosines[at + j] - floors[j]);
            }
            return most >= 0;
        }

        private void offer(int firstProbe, int group, int row, int at, float[] cosines) {
            for (int j = 0; j < group; j++) {
                BestRows mine = best.get(j);
                if (cosines[at + j] >= mine.floor() && !leftOut.leavesOut(firstProbe + j, row)) {
                    mine.offer(row, cosines[at + j]);
                }
            }
        }

        private void keep(int firstProbe, int j) {
            BestRows.Settled settled = best.get(j).settled();
            rows[firstProbe + j] = settled.rows;
            scores[firstProbe + j] = settled.exact;
        }

        Hits hits() {
            return new Hits(rows, scores);
        }
    }
}
