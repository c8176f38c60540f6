package revisage.measure;

import org.apache.commons.numbers.arrays.Selection;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/// Intervals of means over probes when several probes show one person: 2,000 resamples of the
/// people, each with all of their probes; the middle 95 % of the resampled numbers.
///
/// The draws depend on the seed and the people only, so two methods that saw the same probes are
/// compared on the same resamples (paired). All numbers asked for in one call share one set of
/// draws, so many cells cost little more than one.
public final class ClusteredBootstrap {

    private static final int RESAMPLES = 2000;

    /// Resamples added up at the same time.
    private static final int BLOCK = 125;

    /// Between the seeds of two blocks: odd and large (the golden ratio of 64 bits).
    private static final long BLOCK_SEED = 0x9E3779B97F4A7C15L;

    private final int[] clusterOf; // for each probe
    private final int clusters;
    private final long seed;

    /// @param people whom each probe shows, by any number; 1 probe or more
    public ClusteredBootstrap(List<Integer> people, long seed) {
        if (people.isEmpty()) {
            throw new IllegalArgumentException("no probes");
        }
        var numbers = new LinkedHashMap<Integer, Integer>();
        this.clusterOf =
                people.stream()
                        .mapToInt(p -> numbers.computeIfAbsent(p, _ -> numbers.size()))
                        .toArray();
        this.clusters = numbers.size();
        this.seed = seed;
    }

    /// How many different people the probes show, 1 or more.
    public int people() {
        return clusters;
    }

    /// The interval of each row's mean.
    ///
    /// @param rows one value a probe in each row
    public List<Interval> means(List<double[]> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        double[][] resampled = resample(rows);
        double[] probes = resampled[rows.size()];
        return Arrays.asList(resampled).subList(0, rows.size()).parallelStream()
                .map(sums -> middle(quotients(sums, probes)))
                .toList();
    }

    /// The interval of each row's mean, where the values are shares of success, 0..1.
    ///
    /// Plain successes and failures (0 and 1 only) of different people get Wilson's interval. Of
    /// the same people several times, or where less than one person separates the mean from 0 or 1,
    /// the bootstrap's is widened to hold Wilson's for as many trials as people: a bootstrap cannot
    /// know of failures it has not seen.
    public List<Interval> shares(List<double[]> rows) {
        List<double[]> wanting = rows.stream().filter(row -> !wilsonWillDo(row)).toList();
        var resampled = means(wanting).iterator();
        var intervals = new ArrayList<Interval>();
        for (double[] row : rows) {
            double mean = Standings.mean(row);
            var wilson = Interval.wilson((int) Math.round(mean * clusters), clusters);
            intervals.add(
                    wilsonWillDo(row)
                            ? wilson.reaching(mean)
                            : share(row, mean, wilson, resampled.next()));
        }
        return List.copyOf(intervals);
    }

    private boolean wilsonWillDo(double[] values) {
        return clusters == values.length && plain(values);
    }

    private static boolean plain(double[] values) {
        return Arrays.stream(values).allMatch(v -> v == 0 || v == 1);
    }

    private Interval share(double[] values, double mean, Interval wilson, Interval resampled) {
        boolean edge = (1 - mean) * clusters < 1 || mean * clusters < 1;
        return (plain(values) || edge ? resampled.hull(wilson) : resampled).reaching(mean);
    }

    /// The interval of `mean(above) / mean(below)`, paired: both are of the same probes.
    ///
    /// @return up to infinity if `below` is all 0 in many resamples
    public Interval ratio(double[] above, double[] below) {
        double[][] resampled = resample(List.of(above, below));
        return middle(quotients(resampled[0], resampled[1]));
    }

    /// The interval of `mean(left) - mean(right)`, paired: both are of the same probes.
    public Interval difference(double[] left, double[] right) {
        double[] differences = new double[left.length];
        Arrays.setAll(differences, p -> left[p] - right[p]);
        return means(List.of(differences)).getFirst();
    }

    /// `(rows + 1, resamples)`: sums of each row, then the number of probes.
    private double[][] resample(List<double[]> rows) {
        int width = rows.size() + 1;
        var kinds = Kinds.of(perCluster(rows));
        var resampled = new double[width][RESAMPLES];
        IntStream.range(0, RESAMPLES / BLOCK)
                .parallel()
                .forEach(block -> resample(block, kinds, resampled));
        return resampled;
    }

    /// One block of resamples, with dice of its own so that blocks need not wait for each other.
    private void resample(int block, Kinds kinds, double[][] resampled) {
        UniformRandomProvider random =
                RandomSource.XO_RO_SHI_RO_128_PP.create(seed + block * BLOCK_SEED);
        int[] times = new int[kinds.rows.size()];
        double[] sums = new double[resampled.length];
        for (int at = block * BLOCK; at < (block + 1) * BLOCK; at++) {
            Arrays.fill(times, 0);
            for (int c = 0; c < clusters; c++) {
                times[kinds.of[random.nextInt(clusters)]]++;
            }
            Arrays.fill(sums, 0);
            for (int kind = 0; kind < times.length; kind++) {
                add(times[kind], kinds.rows.get(kind), sums);
            }
            for (int i = 0; i < sums.length; i++) {
                resampled[i][at] = sums[i];
            }
        }
    }

    /// People alike in all rows, as those are who are found in every cell, are added up as one.
    ///
    /// @param of the kind of each person
    @SuppressWarnings("ArrayRecordComponent") // scratch: never compared, never leaves
    private record Kinds(int[] of, List<double[]> rows) {

        static Kinds of(double[][] perCluster) {
            var numbers = new LinkedHashMap<DoubleBuffer, Integer>();
            int[] of =
                    Arrays.stream(perCluster)
                            .mapToInt(
                                    row ->
                                            numbers.computeIfAbsent(
                                                    DoubleBuffer.wrap(row), _ -> numbers.size()))
                            .toArray();
            return new Kinds(of, numbers.keySet().stream().map(DoubleBuffer::array).toList());
        }
    }

    private static void add(int times, double[] cluster, double[] sums) {
        if (times > 0) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += times * cluster[i];
            }
        }
    }

    private double[][] perCluster(List<double[]> rows) {
        var sums = new double[clusters][rows.size() + 1];
        for (int p = 0; p < clusterOf.length; p++) {
            sums[clusterOf[p]][rows.size()]++;
        }
        for (int row = 0; row < rows.size(); row++) {
            double[] values = rows.get(row);
            if (values.length != clusterOf.length) {
                throw new IllegalArgumentException(
                        "%d values for %d probes".formatted(values.length, clusterOf.length));
            }
            for (int p = 0; p < values.length; p++) {
                sums[clusterOf[p]][row] += values[p];
            }
        }
        return sums;
    }

    private static double[] quotients(double[] above, double[] below) {
        double[] quotients = new double[above.length];
        // 0 / 0 says nothing about the quotient, so it stands for the widest answer
        Arrays.setAll(
                quotients, r -> below[r] == 0 ? Double.POSITIVE_INFINITY : above[r] / below[r]);
        return quotients;
    }

    private static Interval middle(double[] resampled) {
        int low = (int) Math.round(resampled.length * Interval.ERROR_RATE / 2);
        int high = resampled.length - 1 - low;
        Selection.select(resampled, new int[] {low, high}); // sorting them all costs the most
        return new Interval(resampled[low], resampled[high]);
    }
}
