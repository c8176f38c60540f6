package revisage.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The outcome of one scoring pass: where the right person stands for every probe. All rates, for
/// every k and number of people, follow from it without scoring anything again.
public final class Standings {

    private final Roster roster;
    private final List<Standing> probes;

    /// @param probes 1 or more, all of one gallery
    /// @throws IllegalArgumentException if there are none: a rate over nothing is unknown, not 0
    public Standings(List<Standing> probes) {
        if (probes.isEmpty()) {
            throw new IllegalArgumentException("no probes");
        }
        this.probes = List.copyOf(probes);
        this.roster = probes.getFirst().roster();
        if (probes.stream().anyMatch(p -> p.roster() != roster)) {
            throw new IllegalArgumentException("probes of different galleries");
        }
    }

    /// In the order they were given.
    public List<Standing> probes() {
        return probes;
    }

    /// The right person of each probe.
    public List<Integer> people() {
        return probes.stream().map(Standing::person).toList();
    }

    /// All cells of the grid, by number of people, then k.
    ///
    /// The rates are exact expectations over all subsets of `n` people that hold the right one (the
    /// seed study resamples instead). The interval is the identity-clustered bootstrap's; where
    /// less than one person separates the rate from 0 or 1 or every probe is a plain hit or miss of
    /// its own person, it is (or is widened to) Wilson's.
    ///
    /// @throws IllegalArgumentException if the grid asks for more people than there are
    public List<RateCell> rates(Grid grid) {
        Shares shares = shares(grid);
        double[][] chances = chances(grid);
        var bootstrap = new ClusteredBootstrap(people(), grid.seed());
        var rows = shares.hits.stream().flatMap(List::stream).toList();
        List<Interval> intervals = bootstrap.shares(rows);
        var cells = new ArrayList<RateCell>();
        for (int n = 0; n < grid.ns().size(); n++) {
            double none = mean(shares.none.get(n));
            for (int k = 0; k < grid.ks().size(); k++) {
                double[] hits = shares.hits.get(n).get(k);
                double rate = mean(hits);
                cells.add(
                        new RateCell(
                                grid.ns().get(n),
                                TopKRates.of(grid.ks().get(k), rate, Math.min(none, 1 - rate)),
                                intervals.get(cells.size()),
                                chances[n][k],
                                probes.size()));
            }
        }
        return List.copyOf(cells);
    }

    /// The chance of a hit for each probe, 0..1; 0 or 1 for the whole gallery.
    public double[] hits(int k, int people, Counting counting, OptionalDouble threshold) {
        var grid = new Grid(List.of(k), List.of(people), counting, threshold, 0);
        return shares(grid).hits.getFirst().getFirst();
    }

    /// Rank-k identification rates of the whole gallery for k = 1 .. `longest` (the cumulative
    /// match characteristic, ISO/IEC 19795-1).
    public List<Double> cumulativeMatch(int longest) {
        int[] found = new int[longest];
        for (Standing probe : probes) {
            if (probe.peopleAhead() < longest) {
                found[probe.peopleAhead()]++;
            }
        }
        Arrays.parallelPrefix(found, Integer::sum);
        return IntStream.of(found).mapToObj(f -> (double) f / probes.size()).toList();
    }

    /// @param hits `(ns)(ks)(probes)`
    /// @param none `(ns)(probes)`: nobody is shown
    private record Shares(List<List<double[]>> hits, List<double[]> none) {}

    private Shares shares(Grid grid) {
        if (grid.ns().getLast() > roster.people()) {
            throw new IllegalArgumentException(
                    "%d people asked for, %d enrolled"
                            .formatted(grid.ns().getLast(), roster.people()));
        }
        int size = probes.size();
        var hits = rows(grid.ns().size(), () -> rows(grid.ks().size(), () -> new double[size]));
        var none = rows(grid.ns().size(), () -> new double[size]);
        var chance = new SubsetChance(roster.people(), grid.ks(), grid.ns());
        IntStream.range(0, size).parallel().forEach(p -> count(chance, p, grid, hits, none));
        return new Shares(hits, none);
    }

    /// Writes one probe's column of all rows.
    private void count(
            SubsetChance chance, int p, Grid grid, List<List<double[]>> hits, List<double[]> none) {
        Standing probe = probes.get(p);
        double threshold = grid.threshold().orElse(Double.NEGATIVE_INFINITY);
        if (probe.score() >= threshold) {
            double[][] found = found(chance, probe, grid.counting());
            for (int n = 0; n < found.length; n++) {
                for (int k = 0; k < found[n].length; k++) {
                    hits.get(n).get(k)[p] = found[n][k];
                }
            }
        } else {
            double[] nobody = chance.nobody(probe.aheadReaching(threshold));
            for (int n = 0; n < nobody.length; n++) {
                none.get(n)[p] = nobody[n];
            }
        }
    }

    private static double[][] found(SubsetChance chance, Standing probe, Counting counting) {
        return switch (counting) {
            case PEOPLE -> chance.people(probe.peopleAhead());
            case PICTURES -> chance.pictures(probe.aheadCounts());
        };
    }

    private double[][] chances(Grid grid) {
        return switch (grid.counting()) {
            case PICTURES -> BlindGuess.pictures(grid, probes);
            case PEOPLE -> {
                var chances = new double[grid.ns().size()][grid.ks().size()];
                for (int n = 0; n < chances.length; n++) {
                    for (int k = 0; k < chances[n].length; k++) {
                        chances[n][k] = BlindGuess.people(grid.ks().get(k), grid.ns().get(n));
                    }
                }
                yield chances;
            }
        };
    }

    private static <T> List<T> rows(int count, Supplier<T> row) {
        return Stream.generate(row).limit(count).toList();
    }

    static double mean(double[] values) {
        return Math.clamp(DoubleStream.of(values).sum() / values.length, 0, 1);
    }
}
