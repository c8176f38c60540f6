package revisage.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class SubsetChanceTest {

    private static final List<Integer> KS = List.of(1, 5, 10, 25, 40);

    /// The slow truth: the library's distribution, asked cell by cell.
    @Test
    void peopleAgreeWithTheHypergeometricDistribution() {
        int people = 5000;
        var ns = List.of(1, 50, 1000, 4999, 5000);
        var chance = new SubsetChance(people, KS, ns);

        for (int ahead : new int[] {0, 1, 4, 39, 40, 300, 2500, 4999}) {
            double[][] found = chance.people(ahead);
            for (int n = 0; n < ns.size(); n++) {
                var truth = HypergeometricDistribution.of(people - 1, ahead, ns.get(n) - 1);
                for (int k = 0; k < KS.size(); k++) {
                    double expected = truth.cumulativeProbability(KS.get(k) - 1);
                    assertEquals(expected, found[n][k], 1e-9, "ahead " + ahead);
                }
            }
        }
    }

    @Test
    void aMillionPeopleNeitherOverflowNorLoseTheirDigits() {
        var chance = new SubsetChance(1_000_000, KS, List.of(1000, 500_000));

        var truth = HypergeometricDistribution.of(999_999, 30_000, 999);
        assertEquals(truth.cumulativeProbability(24), chance.people(30_000)[0][3], 1e-8);
        int[] pairs = new int[15_000];
        Arrays.fill(pairs, 2);
        var twice = HypergeometricDistribution.of(999_999, 15_000, 999);
        assertEquals(twice.cumulativeProbability(12), chance.pictures(pairs)[0][3], 1e-8);
    }

    /// The slow truth: every subset of a small gallery, one by one.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void picturesAgreeWithCountingAllSubsets(long seed) {
        var random = new Random(seed);
        int others = 11;
        int[] counts =
                IntStream.range(0, 1 + random.nextInt(others))
                        .map(_ -> 1 + random.nextInt(5))
                        .toArray();
        var ks = List.of(1, 2, 3, 5, 9);
        var ns = IntStream.rangeClosed(1, others + 1).boxed().toList();

        double[][] found = new SubsetChance(others + 1, ks, ns).pictures(counts);

        for (int n : ns) {
            for (int k = 0; k < ks.size(); k++) {
                assertEquals(share(others, counts, n - 1, ks.get(k)), found[n - 1][k], 1e-12);
            }
        }
    }

    private static double share(int others, int[] counts, int drawn, int k) {
        int hits = 0;
        int all = 0;
        for (int subset = 0; subset < 1 << others; subset++) {
            if (Integer.bitCount(subset) == drawn) {
                int s = subset;
                int ahead =
                        IntStream.range(0, counts.length).map(i -> (s >> i & 1) * counts[i]).sum();
                hits += ahead < k ? 1 : 0;
                all++;
            }
        }
        return (double) hits / all;
    }

    @Test
    void wholeGalleriesLeaveNothingToChance() {
        var chance = new SubsetChance(100, List.of(3, 7), List.of(100));

        assertArrayEquals(new double[] {0, 1}, chance.people(5)[0]);
        assertArrayEquals(new double[] {0, 1}, chance.pictures(new int[] {2, 3, 1})[0]);
        assertArrayEquals(new double[] {0}, chance.nobody(1));
        assertArrayEquals(new double[] {1}, chance.nobody(0));
    }

    /// A thousand of the longest answers still fit into a double.
    @Test
    void longAnswersStayInRange() {
        int[] counts = new Random(5).ints(3000, 1, 4).toArray();

        double[] found =
                new SubsetChance(5000, List.of(200, 300), List.of(150)).pictures(counts)[0];

        assertEquals(expected(counts, 200), found[0], 0.02); // 20,000 draws: 5 standard errors
        assertEquals(expected(counts, 300), found[1], 0.02);
    }

    private static double expected(int[] counts, int k) {
        var random = new Random(6);
        int hits = 0;
        int[] all = Arrays.copyOf(counts, 4999);
        for (int draw = 0; draw < 20_000; draw++) {
            int sum = 0;
            for (int i = 0; i < 149; i++) {
                int j = i + random.nextInt(all.length - i);
                int swap = all[i];
                all[i] = all[j];
                all[j] = swap;
                sum += all[i];
            }
            hits += sum < k ? 1 : 0;
        }
        return hits / 20_000.0;
    }
}
