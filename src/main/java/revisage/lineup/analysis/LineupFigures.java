package revisage.lineup.analysis;

import revisage.chart.Axis;
import revisage.chart.BoxSpec;
import revisage.chart.ChartSpec;
import revisage.chart.Figure;
import revisage.chart.Series;
import revisage.lineup.analysis.LineupReport.MethodReport;
import revisage.measure.CrossedClusters.Estimate;
import revisage.measure.FiveNumbers;
import revisage.measure.Interval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// The figures of a visual study, by file name without ending.
public final class LineupFigures {

    private final LineupReport report;

    /// @param report with the numbers
    public LineupFigures(LineupReport report) {
        this.report = report;
    }

    /// Those there are numbers for.
    public Map<String, Figure> all() {
        var figures = new LinkedHashMap<String, Figure>();
        boxes("Share of responses with at least one match, by target", MethodReport::byTarget)
                .ifPresent(f -> figures.put("figure-7", f));
        boxes(
                        "Share of responses with at least one match, by participant",
                        MethodReport::byParticipant)
                .ifPresent(f -> figures.put("figure-7-participants", f));
        calibration().ifPresent(f -> figures.put("calibration", f));
        fused().ifPresent(f -> figures.put("judges", f));
        return figures;
    }

    private Optional<Figure> boxes(
            String axis, Function<MethodReport, Optional<FiveNumbers>> numbers) {
        List<BoxSpec.Box> boxes =
                report.methods().stream()
                        .flatMap(
                                m ->
                                        numbers.apply(m).stream()
                                                .map(n -> new BoxSpec.Box(m.label(), n, chance(m))))
                        .toList();
        return boxes.isEmpty() ? Optional.empty() : Optional.of(new BoxSpec("", axis, boxes));
    }

    private static OptionalDouble chance(MethodReport method) {
        return method.chance().map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private Optional<Figure> calibration() {
        var series = new ArrayList<Series>();
        for (MethodReport method : report.methods()) {
            List<Series.Point> points =
                    method.steps().stream()
                            .flatMap(s -> s.correct().stream().map(e -> point(s.strength(), e)))
                            .toList();
            add(series, method.label(), points);
        }
        return chart(series, "Confidence", "Share of answers that are correct");
    }

    private Optional<Figure> fused() {
        var series = new ArrayList<Series>();
        for (MethodReport method : report.methods()) {
            List<Series.Point> points =
                    method.fused().stream()
                            .map(
                                    f ->
                                            point(
                                                    f.judges(),
                                                    f.right(),
                                                    f.interval()
                                                            .orElse(
                                                                    new Interval(
                                                                            f.right(), f.right()))))
                            .toList();
            add(series, method.label(), points);
        }
        return chart(series, "Judges together", "Right, of lineups with the target");
    }

    private static void add(List<Series> series, String name, List<Series.Point> points) {
        if (!points.isEmpty()) {
            boolean taken = series.stream().anyMatch(s -> s.name().equals(name));
            series.add(Series.data(taken ? name + " " + (series.size() + 1) : name, points));
        }
    }

    private static Series.Point point(double x, Estimate estimate) {
        return point(
                x,
                estimate.value(),
                estimate.both().orElse(new Interval(estimate.value(), estimate.value())));
    }

    private static Series.Point point(double x, double y, Interval interval) {
        return new Series.Point(x, y, Math.min(y, interval.low()), Math.max(y, interval.high()));
    }

    private static Optional<Figure> chart(List<Series> series, String across, String up) {
        double least = series.stream().mapToDouble(s -> s.points().getFirst().x()).min().orElse(0);
        double most = series.stream().mapToDouble(s -> s.points().getLast().x()).max().orElse(0);
        if (!(least < most)) {
            return Optional.empty();
        }
        List<Double> steps =
                series.stream()
                        .flatMap(s -> s.points().stream())
                        .map(Series.Point::x)
                        .distinct()
                        .sorted()
                        .toList();
        var x = new Axis(across, Axis.Scale.LINEAR, least, most, steps);
        return Optional.of(new ChartSpec("", x, Axis.share(up), series));
    }
}
