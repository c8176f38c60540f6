package revisage.study;

import revisage.chart.Curves;
import revisage.chart.Series;
import revisage.measure.Counting;
import revisage.store.CurveTable;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Table and figures of a benchmark: `curve.csv`, `tpr-over-queries`, `cosine-over-queries`.
final class BenchFigures {

    private static final int SHOWN = 25;

    private final BenchReport report;

    private BenchFigures(BenchReport report) {
        this.report = report;
    }

    static void write(BenchReport report, Path folder) throws WorkException, InterruptedException {
        var figures = new BenchFigures(report);
        if (!report.curve().isEmpty()) {
            CurveTable.write(figures.rows(), folder.resolve("curve.csv"));
            SweepFiles.write(
                    Curves.rateOverQueries("", figures.rates()), folder, "tpr-over-queries");
        }
        List<Series> cosines = figures.cosines();
        if (!cosines.isEmpty()) {
            SweepFiles.write(Curves.cosineOverQueries("", cosines), folder, "cosine-over-queries");
        }
    }

    private List<CurveTable.Row> rows() {
        var rows = new ArrayList<CurveTable.Row>();
        for (BenchReport.CurvePoint point : report.curve()) {
            for (SweepLine.Cell cell : point.cells()) {
                rows.add(
                        new CurveTable.Row(
                                point.budget(),
                                point.queries(),
                                point.cosine(),
                                point.matcherCosine(),
                                cell.counting().name().toLowerCase(Locale.ROOT),
                                cell.k(),
                                cell.n(),
                                cell.tpr(),
                                cell.low(),
                                cell.high(),
                                cell.chance(),
                                cell.photos().map(SweepLine.Photos::tpr),
                                cell.photos().flatMap(SweepLine.Photos::equivalence)));
            }
        }
        return rows;
    }

    /// A curve a K, and at the longest list the source photos and chance.
    private List<Series> rates() {
        var series = new ArrayList<Series>();
        for (int k : BenchPlan.KS) {
            var points = new ArrayList<Series.Point>();
            for (BenchReport.CurvePoint point : report.curve()) {
                SweepLine.Cell cell = cell(point.cells(), k);
                points.add(new Series.Point(point.budget(), cell.tpr(), cell.low(), cell.high()));
            }
            series.add(Series.data("K = " + k, points));
        }
        for (int k : List.of(1, SHOWN)) {
            var photos = new ArrayList<Series.Point>();
            for (BenchReport.CurvePoint point : report.curve()) {
                cell(point.cells(), k)
                        .photos()
                        .ifPresent(p -> photos.add(Series.Point.of(point.budget(), p.tpr())));
            }
            if (!photos.isEmpty()) {
                String name = "Source photos, K = " + k;
                series.add(new Series(name, name, Series.Role.CEILING, photos));
            }
        }
        String name = "Chance, K = " + SHOWN;
        var chance =
                report.curve().stream()
                        .map(p -> Series.Point.of(p.budget(), cell(p.cells(), SHOWN).chance()))
                        .toList();
        series.add(new Series(name, name, Series.Role.CHANCE, chance));
        return series;
    }

    private static SweepLine.Cell cell(List<SweepLine.Cell> cells, int k) {
        return cells.stream()
                .filter(c -> c.k() == k && c.counting() == Counting.PICTURES)
                .findFirst()
                .orElseThrow();
    }

    private List<Series> cosines() {
        var series = new ArrayList<Series>();
        add(
                series,
                "full-vector",
                report.curve(),
                BenchReport.CurvePoint::budget,
                BenchReport.CurvePoint::cosine,
                BenchReport.CurvePoint::matcherCosine);
        report.marks()
                .forEach(
                        (search, marks) ->
                                add(
                                        series,
                                        search,
                                        marks,
                                        BenchReport.MarkPoint::queries,
                                        BenchReport.MarkPoint::cosine,
                                        BenchReport.MarkPoint::matcherCosine));
        return series;
    }

    private static <T> void add(
            List<Series> series,
            String search,
            List<T> points,
            ToDoubleFunction<T> queries,
            ToDoubleFunction<T> cosine,
            ToDoubleFunction<T> matcherCosine) {
        if (!points.isEmpty()) {
            series.add(curve(search + ", under F", search, points, queries, cosine));
            series.add(curve(search + ", under F'", search, points, queries, matcherCosine));
        }
    }

    private static <T> Series curve(
            String name,
            String group,
            List<T> points,
            ToDoubleFunction<T> x,
            ToDoubleFunction<T> y) {
        return new Series(
                name,
                group,
                Series.Role.DATA,
                points.stream()
                        .map(p -> Series.Point.of(x.applyAsDouble(p), y.applyAsDouble(p)))
                        .toList());
    }
}
