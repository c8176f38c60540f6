package revisage.match;

import revisage.algebra.Matrix;
import revisage.algebra.Products;
import revisage.vector.VectorSet;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Compares probes with all rows of a gallery, block by block, so that memory does not grow with
/// either.
///
/// The engine's cosines are only nearly right (32 bit, order of the sums unknown). They decide what
/// lies clearly apart; whoever needs more asks [#exact(float\[\], int, int)], which depends on the
/// two vectors alone. So a result never depends on blocks, threads or the engine.
final class ScoreBlocks {

    /// Probes that meet the gallery together. A multiple of the engine's registers.
    static final int PROBES = 64;

    /// Gallery rows a product: its answers fit the second-level cache.
    private static final int ROWS = 8_192;

    private final VectorSet gallery;
    private final double[] galleryLengths;
    private final VectorSet probes;
    private final double[] probeLengths;
    private final Products products;
    private final int group;

    /// @param galleryLengths see [#lengths(VectorSet)]
    /// @param group probes that meet the gallery together, up to [#PROBES]
    ScoreBlocks(
            VectorSet gallery,
            double[] galleryLengths,
            VectorSet probes,
            Products products,
            int group) {
        if (gallery.dimension() != probes.dimension()) {
            throw new IllegalArgumentException(
                    "probes of dimension %d, gallery of %d"
                            .formatted(probes.dimension(), gallery.dimension()));
        }
        this.gallery = gallery;
        this.galleryLengths = galleryLengths;
        this.probes = probes;
        this.probeLengths = lengths(probes);
        this.products = products;
        this.group = group;
    }

    /// What is done with the cosines of one block.
    interface Reader {

        /// Called for the blocks of the gallery in order, for one group of probes after the other.
        ///
        /// @param firstProbe first of the group
        /// @param group probes in the group, up to [#PROBES]
        /// @param cosines shape `(rows, group)`; within [ScoreBlocks#doubt()] of [#exact(float\[\],
        ///   int, int)]
        void take(int firstProbe, int group, int firstRow, int rows, float[] cosines);
    }

    /// How far a block's cosine may lie from the exact one (the bound for sums of `d` products in
    /// 32 bit, in any order, of nearly unit vectors).
    ///
    /// **Source** Higham, *Accuracy and Stability of Numerical Algorithms*, 2002, section 3.1.
    float doubt() {
        return (gallery.dimension() + 16) * 0x1p-24f;
    }

    /// The cosine in 64 bit, rounded to 32.
    ///
    /// @param numbers the probe's
    float exact(float[] numbers, int probe, int row) {
        return cosine(numbers, probeLengths[probe], gallery.row(row), galleryLengths[row]);
    }

    static float cosine(float[] a, double lengthOfA, float[] b, double lengthOfB) {
        double cosine = Math.clamp(dot(a, b) / (lengthOfA * lengthOfB), -1.0, 1.0);
        return (float) cosine + 0f; // -0 is 0: they tie
    }

    VectorSet probes() {
        return probes;
    }

    int group() {
        return group;
    }

    int galleryRows() {
        return gallery.count();
    }

    /// Runs all probes past the whole gallery.
    void run(Reader reader, Consumer<? super Progress> progress)
            throws WorkException, InterruptedException {
        long done = 0;
        long total = (long) probes.count() * gallery.count();
        float[] cosines =
                new float[Math.min(ROWS, gallery.count()) * Math.min(group, probes.count())];
        for (int first = 0; first < probes.count(); first += group) {
            int together = Math.min(group, probes.count() - first);
            try (Products.Fixed right = products.fix(unitColumns(first, together))) {
                for (int row = 0; row < gallery.count(); row += ROWS) {
                    Work.pausePoint();
                    int rows = Math.min(ROWS, gallery.count() - row);
                    right.times(
                            gallery.memory(row, row + rows),
                            rows,
                            cosines); // (rows, d) -> (rows, b)
                    divide(cosines, row, rows, together);
                    reader.take(first, together, row, rows, cosines);
                    done += (long) rows * together;
                    progress.accept(new Progress("Comparing", done, total, "comparisons"));
                }
            }
        }
    }

    private Matrix unitColumns(int first, int group) {
        int d = probes.dimension();
        float[] columns = new float[d * group];
        for (int j = 0; j < group; j++) {
            float[] probe = probes.row(first + j);
            for (int i = 0; i < d; i++) {
                columns[i * group + j] = (float) (probe[i] / probeLengths[first + j]);
            }
        }
        return new Matrix(d, group, columns);
    }

    private void divide(float[] cosines, int firstRow, int rows, int group) {
        for (int r = 0; r < rows; r++) {
            float turn = (float) (1 / galleryLengths[firstRow + r]);
            for (int at = r * group; at < (r + 1) * group; at++) {
                cosines[at] *= turn;
            }
        }
    }

    /// Euclidean lengths, in 64 bit.
    ///
    /// @throws IllegalArgumentException if a vector has no direction: zero, NaN, infinite, or so
    ///   long or short (1e12, 1e-12) that 32-bit products would not be sound
    static double[] lengths(VectorSet vectors) {
        double[] lengths = new double[vectors.count()];
        int slice = 4_096;
        List<Integer> starts =
                IntStream.iterate(0, s -> s < lengths.length, s -> s + slice).boxed().toList();
        starts.parallelStream()
                .forEach(
                        start -> {
                            for (int i = start; i < Math.min(lengths.length, start + slice); i++) {
                                float[] row = vectors.row(i);
                                lengths[i] = Math.sqrt(dot(row, row));
                            }
                        });
        for (int i = 0; i < lengths.length; i++) {
            if (!(lengths[i] > 1e-12 && lengths[i] < 1e12)) {
                throw new IllegalArgumentException(
                        "vector %d has length %s".formatted(i, lengths[i]));
            }
        }
        return lengths;
    }

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
