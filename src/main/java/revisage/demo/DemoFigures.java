package revisage.demo;

import revisage.chart.Curves;
import revisage.chart.Figure;
import revisage.chart.Series;
import revisage.measure.Interval;
import revisage.measure.RateCell;
import revisage.study.StudyPlan.Attack;
import revisage.study.SweepLine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The charts of the page, from the first matcher's lines.
///
/// @param counts what was found
/// @param people in the gallery
record DemoFigures(Counts counts, int people) {

    private static final String CEILING = "the photograph itself";

    /// Over the length of the list, in the whole gallery.
    Figure overK() {
        return Curves.overK("", people, methods(c -> c.n() == people));
    }

    /// Over the number of people.
    Figure overPeople() {
        return Curves.overPeople("", DemoPlan.HEADLINE, methods(c -> c.k() == DemoPlan.HEADLINE));
    }

    private List<Curves.Method> methods(Predicate<SweepLine.Cell> shown) {
        List<SweepLine> lines = counts.methods(0);
        var methods = new ArrayList<Curves.Method>();
        for (int i : DemoPlan.drawn(counts.attacks()).reversed()) {
            SweepLine line = lines.get(i);
            boolean best = i == lines.size() - 1;
            String name = DemoPlan.methodName(counts.attacks().get(i));
            methods.add(
                    Curves.Method.of(
                            name,
                            cells(line, shown).stream()
                                    .map(c -> best ? c : withoutBand(c))
                                    .toList()));
        }
        var photographs =
                cells(counts.photographs(0), shown).stream().map(DemoFigures::withoutBand).toList();
        methods.add(new Curves.Method(CEILING, CEILING, Series.Role.CEILING, photographs));
        return methods;
    }

    private static List<RateCell> cells(SweepLine line, Predicate<SweepLine.Cell> shown) {
        return Counts.people(line).stream()
                .filter(shown)
                .map(c -> c.toRateCell(line.probes()))
                .toList();
    }

    /// Bands hide each other.
    private static RateCell withoutBand(RateCell cell) {
        double rate = cell.rates().truePositive();
        var point = new Interval(rate, rate);
        return new RateCell(cell.people(), cell.rates(), point, cell.chance(), cell.probes());
    }

    /// Over the questions put to the extractor for each target.
    Figure overQuestions() {
        var series = new ArrayList<Series>();
        for (int k : DemoPlan.TOLD.reversed()) {
            var points = new ArrayList<Series.Point>();
            for (int i : searches()) {
                SweepLine.Cell cell = Counts.whole(counts.methods(0).get(i), k);
                int queries = queries(counts.attacks().get(i));
                points.add(
                        k == DemoPlan.HEADLINE
                                ? new Series.Point(queries, cell.tpr(), cell.low(), cell.high())
                                : Series.Point.of(queries, cell.tpr()));
            }
            series.add(Series.data(k == 1 ? "in first place" : "among " + k, points));
        }
        SweepLine.Cell photograph = Counts.whole(counts.photographs(0), DemoPlan.HEADLINE);
        series.add(level(CEILING, Series.Role.CEILING, photograph.tpr()));
        String chance = "chance, among " + DemoPlan.HEADLINE;
        series.add(level(chance, Series.Role.CHANCE, photograph.chance()));
        return Curves.rateOverQueries("", series);
    }

    private Series level(String name, Series.Role role, double rate) {
        var points =
                searches().stream()
                        .map(i -> Series.Point.of(queries(counts.attacks().get(i)), rate))
                        .toList();
        return new Series(name, name, role, points);
    }

    private List<Integer> searches() {
        return IntStream.range(0, counts.attacks().size())
                .filter(i -> DemoPlan.searches(counts.attacks().get(i)))
                .boxed()
                .toList();
    }

    private static int queries(Attack attack) {
        return attack.queries().orElse(0);
    }
}
