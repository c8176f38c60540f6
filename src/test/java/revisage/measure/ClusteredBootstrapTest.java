package revisage.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class ClusteredBootstrapTest {

    private static final List<Integer> ALONE = IntStream.range(0, 400).boxed().toList();

    /// By law: for independent values the interval is mean +- 1.96 standard errors.
    @Test
    void independentProbesGiveTheNormalInterval() {
        double[] values = new Random(1).doubles(400).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / 400;
        double half = 1.96 * Math.sqrt(variance / 400);

        var interval = new ClusteredBootstrap(ALONE, 5).means(List.of(values)).getFirst();

        assertEquals(mean - half, interval.low(), 0.1 * half); // noise of 2,000 resamples: 3 %
        assertEquals(mean + half, interval.high(), 0.1 * half);
    }

    /// Four probes that always agree are one observation: the interval is twice as wide.
    @Test
    void probesOfOnePersonAreNotIndependent() {
        double[] values = new double[400];
        var random = new Random(2);
        for (int p = 0; p < 400; p++) {
            values[p] = p % 4 == 0 ? random.nextInt(2) : values[p - 1];
        }
        var people = IntStream.range(0, 400).map(p -> p / 4).boxed().toList();

        double clustered = width(new ClusteredBootstrap(people, 5), values);
        double alone = width(new ClusteredBootstrap(ALONE, 5), values);

        assertEquals(2, clustered / alone, 0.2);
        assertEquals(100, new ClusteredBootstrap(people, 5).people());
    }

    private static double width(ClusteredBootstrap bootstrap, double[] values) {
        var interval = bootstrap.means(List.of(values)).getFirst();
        return interval.high() - interval.low();
    }

    @Test
    void aPairedDifferenceIsNarrowerThanTheTwoMeans() {
        var random = new Random(3);
        double[] left = random.doubles(400).toArray();
        double[] right = Arrays.stream(left).map(v -> v - 0.1).toArray();
        var bootstrap = new ClusteredBootstrap(ALONE, 5);

        var difference = bootstrap.difference(left, right);

        assertEquals(0.1, difference.low(), 1e-9);
        assertEquals(0.1, difference.high(), 1e-9);
        assertTrue(width(bootstrap, left) > 0.05);
    }

    @Test
    void aRatioOfEqualsIsOne() {
        double[] values = new Random(4).doubles(400).toArray();

        assertEquals(new Interval(1, 1), new ClusteredBootstrap(ALONE, 5).ratio(values, values));
    }

    @Test
    void seedsAreKeptAndSizesChecked() {
        double[] values = new Random(4).doubles(400).toArray();
        var rows = List.of(values);

        assertEquals(
                new ClusteredBootstrap(ALONE, 5).means(rows),
                new ClusteredBootstrap(ALONE, 5).means(rows));
        var bootstrap = new ClusteredBootstrap(List.of(1, 2), 5);
        assertThrows(IllegalArgumentException.class, () -> bootstrap.means(rows));
        assertThrows(IllegalArgumentException.class, () -> new ClusteredBootstrap(List.of(), 5));
    }
}
