package revisage.cli;

import revisage.measure.Counting;
import revisage.study.BenchReport;
import revisage.study.Hardware;
import revisage.study.SweepLine;

import java.nio.file.Path;
import java.util.List;

/// A benchmark as a person reads it.
final class BenchText {

    private final BenchReport report;
    private final Printout text = new Printout();

    private BenchText(BenchReport report) {
        this.report = report;
    }

    static String of(BenchReport report, Path out) {
        var told = new BenchText(report);
        told.machine();
        told.curve();
        report.speed().forEach(told::speed);
        report.race().ifPresent(told::race);
        told.marks();
        report.sweep().ifPresent(told::sweep);
        report.generators().forEach(told::generator);
        told.text.add("Tables and figures are in %s.%n", out);
        return told.text.toString();
    }

    private void machine() {
        Hardware machine = report.machine();
        text.add(
                "%s, %d cores, %d MiB memory, %s, Java %s, revisage %s%n",
                machine.processor(),
                machine.java().cores(),
                machine.memory(),
                machine.java().system(),
                machine.java().java(),
                report.version());
        text.add(
                "F %s (%s), F' %s; %d targets, %d people in the gallery, type-II, seed %d%n%n",
                report.extractor(),
                report.device(),
                report.matcher(),
                report.targets(),
                report.people(),
                report.seed());
    }

    private void curve() {
        if (report.curve().isEmpty()) {
            return;
        }
        text.add(
                "full-vector: queries a target (5,000 more are shared by all; 0: the linear"
                        + " method)%n");
        text.add(
                "                              K pictures: tpr [95 %% interval] of the photos'"
                        + " own%n");
        text.add("queries   spent  cos F cos F'");
        for (SweepLine.Cell cell : shown(report.curve().getFirst().cells())) {
            text.add("   %-26s", "K = " + cell.k());
        }
        text.add("%n");
        for (BenchReport.CurvePoint point : report.curve()) {
            text.add(
                    "%7d %7.0f  %.3f  %.3f",
                    point.budget(), point.queries(), point.cosine(), point.matcherCosine());
            shown(point.cells()).forEach(c -> text.add("   %s", rate(c)));
            text.add("%n");
        }
        chance(report.curve().getLast().cells());
        text.add("%n");
    }

    private void chance(List<SweepLine.Cell> cells) {
        text.add(" chance                      ");
        shown(cells).forEach(c -> text.add("   %-26s", Printout.format("%.4f", c.chance())));
        text.add("%n photos                      ");
        shown(cells)
                .forEach(
                        c ->
                                text.add(
                                        "   %-26s",
                                        c.photos()
                                                .map(p -> Printout.format("%.3f", p.tpr()))
                                                .orElse("-")));
        text.add("%n");
    }

    private void speed(BenchReport.Speed speed) {
        text.add(
                "speed of %s (%d targets): %.1f queries/s, bare extractor %.1f/s, ratio %.3f"
                        + " (goal 0.95); of %d pairs %.3f in the middle, %.3f to %.3f%n",
                speed.loop(),
                speed.targets(),
                speed.searched(),
                speed.bare(),
                speed.ratio(),
                speed.pairs(),
                speed.median(),
                speed.lowest(),
                speed.highest());
    }

    private void race(BenchReport.Race race) {
        for (BenchReport.Runner runner : race.runners()) {
            text.add(
                    "%s: cosine %.2f reached by %d of %d targets, median %s queries",
                    runner.search(),
                    race.goal(),
                    runner.reached(),
                    runner.targets(),
                    runner.medianQueries().map(q -> Printout.format("%.0f", q)).orElse("unknown"));
            runner.matcherCosine().ifPresent(c -> text.add("; then cosine under F' %.3f", c));
            shown(runner.cells()).forEach(c -> text.add(", K = %d: %s", c.k(), rate(c).strip()));
            text.add("%n");
        }
        text.add(
                "queries of reference over those of score: %s (goal 10)%n",
                race.ratio().map(r -> Printout.format("%.1f", r)).orElse("unknown"));
    }

    private void marks() {
        report.marks()
                .forEach(
                        (search, marks) -> {
                            text.add("%n%s%n queries targets  cos F cos F'%n", search);
                            for (BenchReport.MarkPoint mark : marks) {
                                text.add(
                                        "%8d %7d  %.3f  %.3f",
                                        mark.queries(),
                                        mark.targets(),
                                        mark.cosine(),
                                        mark.matcherCosine());
                                shown(mark.cells())
                                        .forEach(c -> text.add("  tpr@%d %.2f", c.k(), c.tpr()));
                                text.add("%n");
                            }
                        });
    }

    private void sweep(BenchReport.SweepCost cost) {
        text.add(
                "sweep of %d cells over one scoring pass of %d probes: %.2f ms / %.1f ms, ratio"
                        + " %.4f (goal 0.02); without the intervals (%.2f ms) %.4f%n",
                cost.cells(),
                cost.probes(),
                cost.all(),
                cost.pass(),
                cost.ratio(),
                cost.intervals(),
                cost.ratioOfPoints());
    }

    private void generator(BenchReport.GeneratorSpeed speed) {
        text.add(
                "%s (%s, %d pixels): %.0f vectors a second turned into faces of 112 (%.0f to"
                        + " %.0f)%n",
                speed.name(),
                speed.method(),
                speed.side(),
                speed.vectors(),
                speed.lowest(),
                speed.highest());
    }

    private static List<SweepLine.Cell> shown(List<SweepLine.Cell> cells) {
        return cells.stream().filter(c -> c.counting() == Counting.PICTURES).toList();
    }

    private static String rate(SweepLine.Cell cell) {
        String equivalence =
                cell.photos()
                        .flatMap(SweepLine.Photos::equivalence)
                        .map(e -> Printout.format("x%.3f", e))
                        .orElse("");
        return Printout.format(
                "%-26s",
                Printout.format(
                        "%.3f [%.3f, %.3f] %s", cell.tpr(), cell.low(), cell.high(), equivalence));
    }
}
