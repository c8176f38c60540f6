package revisage.study;

import revisage.chart.ChartSpec;
import revisage.chart.Curves;
import revisage.chart.Figure;
import revisage.chart.MatrixSpec;
import revisage.chart.Series;
import revisage.cloud.SimulatorLabel;
import revisage.measure.Counting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The paper's two charts from a sweep: one line a method, its source photos and chance beside it.
public final class SweepFigures {

    private static final String OVER_K = "rates-over-k";
    private static final String OVER_N = "rates-over-n";
    private static final int PEOPLE = 1_000;
    private static final int SHOWN = 25;
    private static final int LEAST_K = 5;

    private final SweepReport report;
    private final Counting counting;

    /// Counted as the plan says first.
    public SweepFigures(SweepReport report) {
        this(report, report.plan().counting().getFirst());
    }

    /// @param counting one of the plan's
    public SweepFigures(SweepReport report, Counting counting) {
        this.report = report;
        this.counting = counting;
    }

    /// The rates of these lines over K, in a gallery of so many people.
    ///
    /// @param people a number that all lines have
    public ChartSpec overK(List<SweepLine> lines, int people) {
        return Curves.overK("", people, methods(lines, c -> c.n() == people));
    }

    /// The rates of these lines over the number of people.
    ///
    /// @param k one of the plan's
    public ChartSpec overPeople(List<SweepLine> lines, int k) {
        return Curves.overPeople("", k, methods(lines, c -> c.k() == k));
    }

    /// By file name without ending. With several matchers a figure for each, and one for all where
    /// they have a number of people in common.
    ///
    /// @param known names of extractors by SHA-256, for those that no gallery names
    Map<String, Figure> all(Map<String, String> known) {
        var figures = new LinkedHashMap<String, Figure>();
        groups().forEach((ending, lines) -> add(figures, ending, lines));
        matrix(known).ifPresent(m -> figures.put("matrix", m));
        return figures;
    }

    /// What each of [#all(Map)] holds fixed: N of a figure over K, K of a figure over N.
    public Map<String, Integer> fixed() {
        var fixed = new LinkedHashMap<String, Integer>();
        groups().forEach(
                        (ending, lines) -> {
                            commonPeople(lines).ifPresent(n -> fixed.put(OVER_K + ending, n));
                            shownK(lines).ifPresent(k -> fixed.put(OVER_N + ending, k));
                        });
        report.matrix().stream().findFirst().ifPresent(m -> fixed.put("matrix", m.k()));
        return fixed;
    }

    /// All lines, and those of each matcher where there are several; by the ending of a name.
    private Map<String, List<SweepLine>> groups() {
        var groups = new LinkedHashMap<String, List<SweepLine>>();
        groups.put("", report.lines());
        List<String> matchers = report.lines().stream().map(SweepLine::matcher).distinct().toList();
        for (String matcher : matchers.size() > 1 ? matchers : List.<String>of()) {
            var lines = report.lines().stream().filter(l -> l.matcher().equals(matcher)).toList();
            String name = "-" + ending(matcher);
            String hash = lines.getFirst().matcherSha256();
            groups.put(groups.containsKey(name) ? name + "-" + hash.substring(0, 8) : name, lines);
        }
        return groups;
    }

    /// How the names of a matcher's own figures end.
    public static String ending(String matcher) {
        return matcher.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("-$", "");
    }

    /// The largest K up to 25 that all lines have, else the smallest: a cloud's lists may be short.
    private Optional<Integer> shownK(List<SweepLine> lines) {
        return common(lines, SweepLine.Cell::k, SHOWN);
    }

    /// Attacked extractors and methods against matchers, for the whole galleries; where there are
    /// two matchers or more.
    private Optional<Figure> matrix(Map<String, String> known) {
        var rows = new LinkedHashMap<String, Map<String, OptionalDouble>>();
        for (SweepReport.MatrixCell cell : report.matrix()) {
            String attacked = cell.attackedSha256();
            String row =
                    attacked.equals("none")
                            ? cell.method()
                            : row(report.nameOf(attacked, known), cell.method());
            rows.computeIfAbsent(row, _ -> new LinkedHashMap<>())
                    .put(cell.matcher(), OptionalDouble.of(cell.tpr()));
        }
        List<String> columns =
                report.matrix().stream().map(SweepReport.MatrixCell::matcher).distinct().toList();
        if (columns.size() < 2) {
            return Optional.empty();
        }
        var values =
                rows.values().stream()
                        .map(
                                row ->
                                        columns.stream()
                                                .map(
                                                        c ->
                                                                row.getOrDefault(
                                                                        c, OptionalDouble.empty()))
                                                .toList())
                        .toList();
        return Optional.of(
                new MatrixSpec(
                        "",
                        "Attacked extractor F, method",
                        "Matcher F'",
                        List.copyOf(rows.keySet()),
                        columns,
                        values));
    }

    /// A study of several extractors has them at the end of its methods' names.
    private static String row(String extractor, String method) {
        String end = ", " + extractor;
        int length = method.length() - (method.endsWith(end) ? end.length() : 0);
        return extractor + ", " + method.substring(0, length);
    }

    private void add(Map<String, Figure> figures, String ending, List<SweepLine> lines) {
        commonPeople(lines)
                .ifPresent(
                        n -> {
                            int least = leastK(lines, n);
                            figures.put(
                                    OVER_K + ending,
                                    Curves.overK(
                                            "",
                                            n,
                                            methods(lines, c -> c.n() == n && c.k() >= least)));
                        });
        shownK(lines).ifPresent(k -> figures.put(OVER_N + ending, overPeople(lines, k)));
    }

    /// Where the axis begins, so that all lines are on it.
    private int leastK(List<SweepLine> lines, int n) {
        boolean all =
                lines.stream()
                        .allMatch(l -> counted(l).anyMatch(c -> c.n() == n && c.k() >= LEAST_K));
        return all ? LEAST_K : 1;
    }

    /// The largest number up to 1,000 that all lines have, else the smallest they all have.
    private Optional<Integer> commonPeople(List<SweepLine> lines) {
        return common(lines, SweepLine.Cell::n, PEOPLE);
    }

    private Stream<SweepLine.Cell> counted(SweepLine line) {
        return line.cells().stream().filter(c -> c.counting() == counting);
    }

    private Optional<Integer> common(
            List<SweepLine> lines, Function<SweepLine.Cell, Integer> number, int most) {
        var common = new TreeSet<Integer>();
        counted(lines.getFirst()).map(number).forEach(common::add);
        for (SweepLine line : lines) {
            common.retainAll(counted(line).map(number).toList());
        }
        if (common.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(common.floor(most)).or(() -> Optional.of(common.first()));
    }

    private List<Curves.Method> methods(List<SweepLine> lines, Predicate<SweepLine.Cell> shown) {
        boolean several = lines.stream().map(SweepLine::matcher).distinct().count() > 1;
        var methods = new ArrayList<Curves.Method>();
        var ceilings = new LinkedHashMap<String, Curves.Method>();
        var names = new TreeSet<String>();
        for (SweepLine line : lines) {
            boolean named = several || SimulatorLabel.isOn(line.matcher());
            String under = named ? ", under " + line.matcher() : "";
            String marked = line.sameModel() ? " (attacked model)" : "";
            String name = unique(line.method() + under + marked, names);
            var cells = counted(line).filter(shown).toList();
            methods.add(
                    new Curves.Method(
                            name,
                            line.method(),
                            Series.Role.DATA,
                            cells.stream().map(c -> c.toRateCell(line.probes())).toList()));
            var photos = cells.stream().flatMap(c -> c.photoCell().stream()).toList();
            if (!photos.isEmpty()) {
                String ceiling = "Source photos" + under;
                ceilings.putIfAbsent(
                        ceiling, new Curves.Method(ceiling, ceiling, Series.Role.CEILING, photos));
            }
        }
        methods.addAll(ceilings.values());
        return methods;
    }

    /// Two sets of probes may have been made in the same way, or for two attacked extractors.
    private static String unique(String name, Set<String> names) {
        String free = name;
        for (int i = 2; !names.add(free); i++) {
            free = name + " " + i;
        }
        return free;
    }
}
