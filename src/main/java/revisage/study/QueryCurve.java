package revisage.study;

import revisage.work.Progress;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What each budget of queries buys: a run of its own a budget, since a search plans its last
/// rounds by its budget.
record QueryCurve(BenchGround ground) {

    List<BenchReport.CurvePoint> measure(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        List<Integer> budgets = ground.plan().budgets();
        var sets = new ArrayList<ProbeSet>();
        for (int budget : budgets) {
            var folder = ground.rebuild(ground.plan().attack(budget), events);
            ProbeSet made = ProbeSet.in(folder).getFirst();
            sets.add(new ProbeSet(name(budget), made.attacked(), made.probes()));
        }
        SweepReport report = ground.sweep(sets, events);
        var points = new ArrayList<BenchReport.CurvePoint>();
        for (int budget : budgets) {
            for (SweepLine line : report.lines()) {
                if (line.method().equals(name(budget))) {
                    points.add(point(budget, line));
                }
            }
        }
        return points;
    }

    private static BenchReport.CurvePoint point(int budget, SweepLine line) {
        return new BenchReport.CurvePoint(
                budget,
                line.queries().orElse(0.0),
                line.cosines().attacked().orElseThrow().mean(),
                line.cosines().source().orElseThrow().mean(),
                line.cells());
    }

    private static String name(int budget) {
        return budget + " queries";
    }
}
