package revisage.chart;

import revisage.chart.Series.Point;
import revisage.chart.Series.Role;
import revisage.measure.RateCell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// The standard figures of a study, from its numbers.
public final class Curves {

    private static final String RATE = "True positive rate";
    private static final String QUERIES = "Queries a target";
    private static final String CHANCE = "Chance";

    private Curves() {}

    /// The rates of one method under one matcher.
    ///
    /// @param name for the legend
    /// @param group methods of one group share a colour
    /// @param role [Role#CEILING] for the source photos themselves
    /// @param cells 1 or more; others than the figure is about are passed over
    public record Method(String name, String group, Role role, List<RateCell> cells) {

        public Method {
            cells = List.copyOf(cells);
        }

        /// A measured method in a group of its own.
        public static Method of(String name, List<RateCell> cells) {
            return new Method(name, name, Role.DATA, cells);
        }
    }

    /// The seed study's figure 4: the true positive rate over k, for one number of people.
    ///
    /// @param people enrolled
    /// @throws IllegalArgumentException if a method has no cell with so many people
    public static ChartSpec overK(String title, int people, List<Method> methods) {
        var at = keep(methods, cell -> cell.people() == people, people + " people");
        var x = Axis.linear("Candidates shown, K", least(at, RateCell::k), most(at, RateCell::k));
        return new ChartSpec(
                title,
                x.thinnedAt(values(at, RateCell::k)),
                Axis.share(RATE),
                series(at, RateCell::k));
    }

    /// The seed study's figure 5: the true positive rate over the number of people, for one k.
    ///
    /// @throws IllegalArgumentException if a method has no cell with this k
    public static ChartSpec overPeople(String title, int k, List<Method> methods) {
        var at = keep(methods, cell -> cell.k() == k, "K = " + k);
        double from = least(at, RateCell::people);
        var x = Axis.log("People enrolled, N", from, most(at, RateCell::people));
        return new ChartSpec(
                title,
                x.markedAt(values(at, RateCell::people)),
                Axis.share(RATE),
                series(at, RateCell::people));
    }

    /// The true positive rate over the queries a target has cost; 0 stands behind a break.
    public static ChartSpec rateOverQueries(String title, List<Series> series) {
        return new ChartSpec(title, queries(series), Axis.share(RATE), series);
    }

    /// The cosine to the target over the queries a target has cost. Give the curves under F and
    /// under F' of one method the same group: same colour, the second one hollow.
    public static ChartSpec cosineOverQueries(String title, List<Series> series) {
        double least =
                series.stream()
                        .flatMap(s -> s.points().stream())
                        .mapToDouble(Point::low)
                        .min()
                        .orElse(0);
        var y = Axis.linear("Cosine to the target", Math.min(0, Math.floor(10 * least) / 10), 1);
        return new ChartSpec(title, queries(series), y, series);
    }

    private static Axis queries(List<Series> series) {
        var xs = series.stream().flatMap(s -> s.points().stream()).map(Point::x).toList();
        double least = Double.MAX_VALUE;
        double most = 1;
        boolean zero = false;
        for (double x : xs) {
            zero |= x == 0;
            least = x > 0 ? Math.min(least, x) : least;
            most = Math.max(most, x);
        }
        double from = Math.min(least, most / 10);
        var axis = zero ? Axis.logAndZero(QUERIES, from, most) : Axis.log(QUERIES, from, most);
        return axis.markedAt(xs);
    }

    private static List<Method> keep(
            List<Method> methods, Predicate<RateCell> wanted, String what) {
        return methods.stream()
                .map(
                        m -> {
                            var cells = m.cells().stream().filter(wanted).toList();
                            if (cells.isEmpty()) {
                                throw new IllegalArgumentException(m.name() + " lacks " + what);
                            }
                            return new Method(m.name(), m.group(), m.role(), cells);
                        })
                .toList();
    }

    private static List<Double> values(List<Method> methods, ToDoubleFunction<RateCell> x) {
        return methods.stream().flatMap(m -> m.cells().stream()).map(x::applyAsDouble).toList();
    }

    private static double least(List<Method> methods, ToDoubleFunction<RateCell> x) {
        return methods.stream().flatMap(m -> m.cells().stream()).mapToDouble(x).min().orElse(0);
    }

    private static double most(List<Method> methods, ToDoubleFunction<RateCell> x) {
        double most =
                methods.stream().flatMap(m -> m.cells().stream()).mapToDouble(x).max().orElse(1);
        return Math.max(most, least(methods, x) * (1 + 1e-9) + 1); // an axis has a length
    }

    /// The methods, and chance as the first of them has it.
    private static List<Series> series(List<Method> methods, ToDoubleFunction<RateCell> x) {
        var series = new ArrayList<Series>();
        for (Method method : methods) {
            var points =
                    method.cells().stream()
                            .map(
                                    cell ->
                                            new Point(
                                                    x.applyAsDouble(cell),
                                                    cell.rates().truePositive(),
                                                    cell.interval().low(),
                                                    cell.interval().high()))
                            .toList();
            series.add(new Series(method.name(), method.group(), method.role(), points));
        }
        var chance =
                methods.getFirst().cells().stream()
                        .map(cell -> Point.of(x.applyAsDouble(cell), cell.chance()))
                        .toList();
        series.add(new Series(CHANCE, CHANCE, Role.CHANCE, chance));
        return series;
    }
}
