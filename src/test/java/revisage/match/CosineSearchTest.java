package revisage.match;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import revisage.algebra.Products;
import revisage.engine.onnx.OnnxProducts;
import revisage.vector.VectorSet;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class CosineSearchTest {

    @Test
    void theMostAlikeComesFirst() throws WorkException, InterruptedException {
        var gallery = VectorSet.of(new float[] {0, 2, 1, 0, 3, 4}, 2);
        Hits hits = search(gallery, VectorSet.of(new float[] {1, 1}, 2), 2, LeftOut.nothing());
        assertArrayEquals(new int[] {2, 0}, rows(hits, 0));
        assertEquals(0.98994949f, hits.score(0, 0), 1e-7);
    }

    @Test
    void equalCosinesComeInTheOrderOfTheGallery() throws WorkException, InterruptedException {
        var gallery = VectorSet.of(new float[] {0, 1, 2, 0, 1, 0, 4, 0}, 2);
        Hits hits = search(gallery, VectorSet.of(new float[] {1, 0}, 2), 3, LeftOut.nothing());
        assertArrayEquals(new int[] {1, 2, 3}, rows(hits, 0));
    }

    @Test
    void aLargeKGivesAllThereIsWithoutWhatIsLeftOut() throws WorkException, InterruptedException {
        var gallery = VectorSet.of(new float[] {0, 1, 1, 0, 1, 1}, 2);
        var probes = VectorSet.of(new float[] {1, 0, 0, 1}, 2);
        Hits hits = search(gallery, probes, 9, LeftOut.of(List.of(new int[] {1}, new int[] {})));
        assertArrayEquals(new int[] {2, 0}, rows(hits, 0));
        assertArrayEquals(new int[] {0, 2, 1}, rows(hits, 1));
    }

    @Test
    void anEmptyGalleryFindsNobody() throws WorkException, InterruptedException {
        Hits hits =
                search(
                        VectorSet.of(new float[0], 2),
                        VectorSet.of(new float[] {1, 0}, 2),
                        3,
                        LeftOut.nothing());
        assertEquals(0, hits.count(0));
    }

    @Test
    void vectorsWithoutDirectionAreRefused() {
        for (float bad : new float[] {0, Float.NaN, Float.POSITIVE_INFINITY}) {
            var gallery = VectorSet.of(new float[] {1, 0, bad, 0}, 2);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new CosineSearch(gallery, new PlainProducts()));
        }
    }

    /// Odd sizes: below, at and above a block and a group.
    @Test
    void theFastSearchFindsWhatASlowOneFinds() throws WorkException, InterruptedException {
        for (int[] size :
                new int[][] {{1, 1, 3}, {70, 65, 128}, {8_193, 3, 33}, {20_000, 64, 16}}) {
            var random = new Random(size[0]);
            VectorSet gallery = gaussian(random, size[0], size[2]);
            VectorSet probes = gaussian(random, size[1], size[2]);
            LeftOut leftOut = someLeftOut(random, size[1], size[0]);
            checkAgainstSlowTruth(gallery, probes, 25, leftOut);
        }
    }

    /// Thousands of rows that differ in the last bit, many of them equal up to a factor: 32-bit
    /// sums would order them at random.
    @Test
    void tiesAndNearTiesAreOrderedExactly() throws WorkException, InterruptedException {
        var random = new Random(7);
        int n = 9_000;
        int d = 96;
        float[] centre = new float[d];
        for (int i = 0; i < d; i++) {
            centre[i] = (float) random.nextGaussian();
        }
        float[] values = new float[n * d];
        for (int r = 0; r < n; r++) {
            float factor = 1 + random.nextInt(3);
            for (int i = 0; i < d; i++) {
                float x = random.nextInt(200) == 0 ? Math.nextUp(centre[i]) : centre[i];
                values[r * d + i] = factor * x;
            }
        }
        checkAgainstSlowTruth(
                VectorSet.of(values, d), gaussian(random, 3, d), 40, LeftOut.nothing());
        checkAgainstSlowTruth(
                VectorSet.of(values, d), VectorSet.of(centre, d), 40, LeftOut.nothing());
    }

    @Test
    void aGalleryOfOneVectorRepeatedIsAnsweredInItsOrder()
            throws WorkException, InterruptedException {
        float[] values = new float[30_000 * 4];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 + i % 4 * 0.3f;
        }
        Hits hits =
                search(
                        VectorSet.of(values, 4),
                        VectorSet.of(new float[] {1, 2, 3, 4}, 4),
                        50,
                        LeftOut.nothing());
        assertArrayEquals(IntStream.range(0, 50).toArray(), rows(hits, 0));
    }

    @Test
    void wholeRowsAreExactAroundABarOnceSettled() throws WorkException, InterruptedException {
        var random = new Random(3);
        VectorSet gallery = gaussian(random, 9_000, 24);
        VectorSet probes = gaussian(random, 67, 24);
        var seen = new ArrayList<Integer>();
        try (Products engine = new OnnxProducts()) {
            new CosineSearch(gallery, engine)
                    .scores(
                            probes,
                            scores -> {
                                seen.add(scores.probe());
                                float[] probe = probes.row(scores.probe());
                                float bar = scores.settleRow(17);
                                scores.settle(bar);
                                for (int r = 0; r < gallery.count(); r++) {
                                    float truth = (float) cosine(probe, gallery.row(r));
                                    assertEquals(truth, scores.cosines()[r], 3e-6);
                                    assertEquals(
                                            Float.compare(truth, bar),
                                            Float.compare(scores.cosines()[r], bar));
                                }
                            },
                            _ -> {});
        }
        assertEquals(IntStream.range(0, 67).boxed().toList(), seen);
    }

    private static void checkAgainstSlowTruth(
            VectorSet gallery, VectorSet probes, int k, LeftOut leftOut)
            throws WorkException, InterruptedException {
        try (Products engine = new OnnxProducts()) {
            Hits fast = new CosineSearch(gallery, engine).top(probes, k, leftOut, _ -> {});
            Hits other = search(gallery, probes, k, leftOut);
            for (int p = 0; p < probes.count(); p++) {
                int[] truth =
                        slow(gallery, probes.row(p), p, leftOut).stream()
                                .limit(k)
                                .mapToInt(i -> i)
                                .toArray();
                assertArrayEquals(truth, rows(fast, p));
                assertArrayEquals(truth, rows(other, p));
            }
        }
    }

    private static List<Integer> slow(VectorSet gallery, float[] probe, int p, LeftOut leftOut) {
        float[] cosines = new float[gallery.count()];
        for (int r = 0; r < gallery.count(); r++) {
            cosines[r] = (float) cosine(probe, gallery.row(r));
        }
        var order = new ArrayList<Integer>();
        for (int r = 0; r < gallery.count(); r++) {
            if (!leftOut.leavesOut(p, r)) {
                order.add(r);
            }
        }
        order.sort(
                (a, b) -> cosines[a] == cosines[b] ? a - b : Float.compare(cosines[b], cosines[a]));
        return order;
    }

    private static double cosine(float[] a, float[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (double) a[i] * b[i];
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
        }
        return Math.clamp(ab / (Math.sqrt(aa) * Math.sqrt(bb)), -1.0, 1.0);
    }

    private static Hits search(VectorSet gallery, VectorSet probes, int k, LeftOut leftOut)
            throws WorkException, InterruptedException {
        return new CosineSearch(gallery, new PlainProducts()).top(probes, k, leftOut, _ -> {});
    }

    private static int[] rows(Hits hits, int probe) {
        return IntStream.range(0, hits.count(probe)).map(r -> hits.row(probe, r)).toArray();
    }

    private static VectorSet gaussian(Random random, int n, int d) {
        float[] values = new float[n * d];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return VectorSet.of(values, d);
    }

    private static LeftOut someLeftOut(Random random, int probes, int n) {
        return LeftOut.of(
                IntStream.range(0, probes)
                        .mapToObj(_ -> random.ints(n / 10, 0, n).toArray())
                        .map(rows -> Arrays.copyOf(rows, rows.length))
                        .toList());
    }
}
