package revisage.study;

import revisage.measure.ClusteredBootstrap;
import revisage.measure.Counting;
import revisage.measure.Grid;
import revisage.measure.Standing;
import revisage.measure.Standings;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// What 56 (K, N) cells cost beside one scoring pass: both by turns, in one run.
record SweepCosting(BenchGround ground) {

    private static final int NS = 7;
    private static final double LEAST_PEOPLE = 50;

    /// A few milliseconds of counting tell nothing while the machine still compiles what counts.
    private static final int WARMING = 20;

    BenchReport.SweepCost measure(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var bench = ground.bench();
        var plan = ground.plan();
        int pairs = plan.pairs();
        double[] passes = new double[pairs];
        double[] cells = new double[pairs];
        double[] intervals = new double[pairs];
        Grid grid = grid();
        var set = ProbeSet.photos(ground.targets());
        try (var opened =
                        OpenedGallery.open(
                                ground.galleryFolder(),
                                Optional.of(plan.matcher()),
                                bench.file().plan().deviceChoice(),
                                bench.engines());
                var faces = bench.cutting().open(bench.engines())) {
            var scoring = new LineScoring(opened.matcher(), SweepPlan.USUAL, Optional.empty());
            for (int i = -WARMING; i < pairs; i++) {
                events.accept(new Progress("Measuring a sweep", Math.max(0, i), pairs, "passes"));
                long from = System.nanoTime();
                Embedded embedded = opened.embed(set.probes(), faces.reader(), _ -> {});
                var outcomes = scoring.score(set, embedded, _ -> {});
                long scored = System.nanoTime();
                List<Standing> ranked =
                        outcomes.stream().flatMap(o -> o.standing().stream()).toList();
                var standings = new Standings(ranked);
                standings.rates(grid);
                long counted = System.nanoTime();
                List<double[]> rows = rows(standings, grid);
                long ready = System.nanoTime();
                new ClusteredBootstrap(standings.people(), grid.seed()).shares(rows);
                long drawn = System.nanoTime();
                if (i >= 0) {
                    passes[i] = (scored - from) / 1e6;
                    cells[i] = (counted - scored) / 1e6;
                    intervals[i] = (drawn - ready) / 1e6;
                }
            }
        }
        return cost(grid, set.probes().size(), passes, cells, intervals);
    }

    private static BenchReport.SweepCost cost(
            Grid grid, int probes, double[] passes, double[] cells, double[] intervals) {
        double[] ratios = new double[passes.length];
        double[] points = new double[passes.length];
        for (int i = 0; i < passes.length; i++) {
            ratios[i] = cells[i] / passes[i];
            points[i] = Math.max(0, cells[i] - intervals[i]) / passes[i];
        }
        return new BenchReport.SweepCost(
                grid.ks().size() * grid.ns().size(),
                probes,
                LoopSpeed.median(passes),
                LoopSpeed.median(cells),
                LoopSpeed.median(intervals),
                LoopSpeed.median(ratios),
                LoopSpeed.median(points));
    }

    /// The paper's eight K, and seven N up to the whole gallery, equal factors apart.
    private Grid grid() {
        int people = ground.people();
        double least = Math.min(LEAST_PEOPLE, Math.max(1, people / 2.0));
        var ns = new TreeSet<Integer>();
        for (int i = 0; i < NS; i++) {
            double n = least * Math.pow(people / least, i / (NS - 1.0));
            ns.add(Math.clamp(Math.round(n), 1, people));
        }
        var ks = IntStream.rangeClosed(1, 8).mapToObj(i -> 5 * i).toList();
        return new Grid(
                ks,
                List.copyOf(ns),
                Counting.PICTURES,
                OptionalDouble.empty(),
                ground.plan().seed());
    }

    private static List<double[]> rows(Standings standings, Grid grid) {
        var rows = new ArrayList<double[]>();
        for (int n : grid.ns()) {
            for (int k : grid.ks()) {
                rows.add(standings.hits(k, n, grid.counting(), grid.threshold()));
            }
        }
        return rows;
    }
}
