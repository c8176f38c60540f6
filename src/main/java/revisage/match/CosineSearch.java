package revisage.match;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import revisage.algebra.Products;
import revisage.vector.VectorSet;
import revisage.work.Progress;
import revisage.work.WorkException;

/// Exact search by cosine in a gallery of any size: a matrix product finds who may be among the
/// best, 64-bit sums settle it.
///
/// The result depends on the vectors alone, not on blocks, threads or the engine. Higher cosine
/// first; equal cosines in the order of the gallery. Memory: 64 answers a row of one block, and some
/// `16 K` bytes a probe.
public final class CosineSearch {

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
        ScoreBlocks blocks = blocks(probes);
        TopRows top = new TopRows(blocks, Math.min(k, gallery.count()), leftOut);
        if (gallery.count() > 0) {
            blocks.run(top, progress);
        }
        return top.hits();
    }

    ScoreBlocks blocks(VectorSet probes) {
        return new ScoreBlocks(gallery, lengths, probes, products);
    }

    /// Collects the best rows of all probes.
    static final class TopRows implements ScoreBlocks.Reader {

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
                IntStream.range(0, group).forEach(j -> best.add(new BestRows(blocks, firstProbe + j, k)));
            }
            int lanes = 8; // a cache line holds 16 neighbours: two lanes share it, for reading only
            IntStream.range(0, (group + lanes - 1) / lanes)
                    .parallel()
                    .forEach(
                            lane -> {
                                int to = Math.min(group, (lane + 1) * lanes);
                                for (int j = lane * lanes; j < to; j++) {
                                    offer(firstProbe, group, j, firstRow, count, cosines);
                                }
                            });
            if (firstRow + count == blocks.galleryRows()) {
                IntStream.range(0, group).parallel().forEach(j -> keep(firstProbe, j));
            }
        }

        private void offer(int firstProbe, int group, int j, int firstRow, int count, float[] cosines) {
            BestRows mine = best.get(j);
            float floor = mine.floor();
            for (int r = 0; r < count; r++) {
                float cosine = cosines[r * group + j];
                if (cosine >= floor && !leftOut.leavesOut(firstProbe + j, firstRow + r)) {
                    mine.offer(firstRow + r, cosine);
                    floor = mine.floor();
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
