package revisage.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.vector.VectorHealth.Spread;
import revisage.work.FileException;
import revisage.work.Progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

class VectorHealthTest {

    @Test
    void everyFlawIsCounted() throws Exception { // V11, V12, by hand
        float nan = Float.NaN;
        float inf = Float.POSITIVE_INFINITY;
        VectorSet vectors =
                VectorSet.of(
                        new float[] {3, 0, 4, 0, 0, 0, 6, 0, 8, nan, 0, 1, 3, 0, 4, 1, 0, inf}, 3);
        VectorHealth health = VectorHealth.of(vectors, _ -> {});
        assertEquals(6, health.count());
        assertEquals(Optional.of(new Spread(5, 20 / 3.0, 10)), health.norms());
        assertEquals(Optional.of(new Spread(0, 28 / 12.0, 8)), health.values());
        assertFalse(health.unitLength());
        assertEquals(2, health.notFinite());
        assertEquals(Optional.of(3), health.firstNotFinite());
        assertEquals(1, health.zero());
        assertEquals(Optional.of(1), health.firstZero());
        assertEquals(1, health.duplicates());
        assertEquals(Optional.of(4), health.firstDuplicate());
        assertEquals(1, health.constantDimensions());
        assertEquals(Optional.empty(), health.people());
    }

    @Test
    void peopleAreCounted() throws Exception {
        VectorSet vectors =
                VectorSet.of(new float[] {1, 1, 1, 2}, 1)
                        .named(List.of("1", "2", "3", "4"), List.of("a", "b", "a", "c"));
        VectorHealth health = VectorHealth.of(vectors, _ -> {});
        assertEquals(2, health.duplicates());
        assertEquals(1, health.duplicatesAcrossPeople());
        assertEquals(
                Optional.of(new VectorHealth.People(3, new Spread(1, 4 / 3.0, 2), 2)),
                health.people());
    }

    @Test
    void unitLengthHoldsForHalfPrecision() throws Exception {
        assertTrue(
                VectorHealth.of(VectorSet.of(new float[] {.6f, .8f, -1, 0}, 2), _ -> {})
                        .unitLength());
        assertTrue(
                VectorHealth.of(VectorSet.of(new float[] {.6001f, .8003f}, 2), _ -> {})
                        .unitLength());
        assertFalse(
                VectorHealth.of(VectorSet.of(new float[] {.61f, .8f}, 2), _ -> {}).unitLength());
    }

    @Test
    void theExtremesOfFloatAreFiniteAndNotZero() throws Exception {
        VectorHealth health =
                VectorHealth.of(
                        VectorSet.of(new float[] {Float.MAX_VALUE, 1, Float.MIN_VALUE, 0}, 2),
                        _ -> {});
        assertEquals(0, health.notFinite());
        assertEquals(0, health.zero());
    }

    @Test
    void itAgreesWithTheSlowTruthAtOddSizes() throws Exception {
        var random = new Random(11);
        for (int d : new int[] {1, 2, 3, 127, 512}) {
            int n = 700;
            float[] values = new float[n * d];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(3) - 1 + (d > 3 ? random.nextFloat() : 0);
            }
            for (int copy = 0; copy < 50; copy++) {
                int from = random.nextInt(n) * d;
                System.arraycopy(values, from, values, random.nextInt(n) * d, d);
            }
            VectorSet set = VectorSet.of(values, d);
            VectorHealth health = VectorHealth.of(set, _ -> {});
            var seen = new HashMap<List<Integer>, Integer>();
            int duplicates = 0;
            double sum = 0;
            int withNorm = 0;
            for (int r = 0; r < n; r++) {
                float[] row = set.row(r);
                var bits =
                        IntStream.range(0, d)
                                .mapToObj(c -> Float.floatToRawIntBits(row[c]))
                                .toList();
                duplicates += seen.merge(bits, 1, Integer::sum) > 1 ? 1 : 0;
                double norm =
                        Math.sqrt(
                                IntStream.range(0, d)
                                        .mapToDouble(c -> (double) row[c] * row[c])
                                        .sum());
                sum += norm;
                withNorm += norm > 0 ? 1 : 0;
            }
            assertEquals(duplicates, health.duplicates());
            // the sums differ in order only
            assertEquals(sum / withNorm, health.norms().orElseThrow().mean(), 1e-9 * sum);
        }
    }

    @Test
    void aHashThatTwoRowsShareInventsNoDuplicate() throws Exception {
        VectorSet vectors = VectorSet.of(new float[] {1, 2, 1, 3}, 1);
        Duplicates twins = Duplicates.of(vectors, new long[] {7, 7, 8, 8});
        assertEquals(0, twins.count());
    }

    @Test
    void itTellsHowFarItIsAndStops() throws Exception {
        VectorSet vectors = VectorSet.of(new float[6_000_000], 1);
        var told = new ArrayList<Progress>();
        VectorHealth.of(vectors, told::add);
        assertEquals(6_000_000, told.getLast().done());
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> VectorHealth.of(vectors, _ -> {}));
    }

    @Test
    void onlyVectorsWithADirectionAreSound() throws Exception {
        VectorSet vectors =
                VectorSet.of(new float[] {1, 2, 0, 0, 3, Float.NaN, 5, 6}, 2)
                        .named(List.of("a", "b", "c", "d"), List.of("1", "2", "3", "4"));
        SoundVectors sound = SoundVectors.of(vectors);
        assertEquals(Optional.of(List.of("a", "d")), sound.kept().flatMap(VectorSet::ids));
        assertEquals(
                List.of(
                        "vector 1 (id \"b\") is zero and has no direction",
                        "vector 2 (id \"c\") has NaN as component 1"),
                sound.left());
        assertTrue(SoundVectors.of(VectorSet.of(new float[3], 3)).kept().isEmpty());
    }

    @Test
    void moreMemoryThanTheMachineHasIsRefusedBeforeItIsTaken() {
        assertThrows(FileException.class, () -> FloatMemory.of(1L << 45));
        assertThrows(FileException.class, () -> FloatMemory.of(Long.MAX_VALUE));
    }

    @Test
    void anotherDimensionIsRefused() throws Exception { // V14
        VectorSet vectors = VectorSet.of(new float[] {1, 2}, 2);
        assertEquals(vectors, vectors.requireDimension(2, "m"));
        assertThrows(VectorFileException.class, () -> vectors.requireDimension(3, "m"));
    }
}
