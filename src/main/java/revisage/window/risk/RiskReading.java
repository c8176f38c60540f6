package revisage.window.risk;

import revisage.chart.ChartSpec;
import revisage.measure.Counting;
import revisage.study.SweepFigures;
import revisage.study.SweepLine;
import revisage.study.SweepReport;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What a report says under one matcher. Numbers only: works on any thread.
///
/// @param matcher one of the report's
/// @param counting one of the plan's
/// @param known names of extractors by SHA-256, for those that no gallery names
record RiskReading(
        SweepReport report, String matcher, Counting counting, Map<String, String> known) {

    RiskReading {
        known = Map.copyOf(known);
    }

    /// The matchers of a report, in its order.
    static List<String> matchers(SweepReport report) {
        return report.lines().stream().map(SweepLine::matcher).distinct().toList();
    }

    /// The methods of a report, in its order.
    static List<String> methods(SweepReport report) {
        return report.lines().stream().map(SweepLine::method).distinct().toList();
    }

    /// The matcher that says most: not the attacked model itself, if there is another.
    static Optional<String> tellingMatcher(SweepReport report) {
        return report.lines().stream()
                .min(Comparator.comparing(SweepLine::sameModel))
                .map(SweepLine::matcher);
    }

    /// The method that finds most, on average over all K and N.
    static Optional<String> furthestMethod(SweepReport report) {
        return report.lines().stream()
                .max(Comparator.comparingDouble(RiskReading::reach))
                .map(SweepLine::method);
    }

    private static double reach(SweepLine line) {
        return line.cells().stream().mapToDouble(SweepLine.Cell::tpr).average().orElse(0);
    }

    /// One line a method.
    List<SweepLine> lines() {
        return report.lines().stream().filter(l -> l.matcher().equals(matcher)).toList();
    }

    /// The method's line; the first one if it was not measured under this matcher.
    Optional<SweepLine> line(Optional<String> method) {
        List<SweepLine> lines = lines();
        return lines.stream()
                .filter(l -> method.equals(Optional.of(l.method())))
                .findFirst()
                .or(() -> lines.stream().findFirst());
    }

    /// Numbers of candidates, rising.
    List<Integer> ks() {
        return List.copyOf(new TreeSet<>(report.plan().ks()));
    }

    /// Numbers of people that all lines have, rising.
    List<Integer> ns() {
        var common = new TreeSet<Integer>();
        List<SweepLine> lines = lines();
        lines.stream().limit(1).forEach(l -> l.cells().forEach(c -> common.add(c.n())));
        lines.forEach(l -> common.retainAll(l.cells().stream().map(SweepLine.Cell::n).toList()));
        return List.copyOf(common);
    }

    /// Rates over K among `n` people.
    ///
    /// @param wrong how often an answer shows other people only
    ChartSpec overK(int n, boolean wrong, String wrongLabel) {
        return seen(new SweepFigures(report, counting).overK(lines(), n), wrong, wrongLabel);
    }

    /// Rates over N with `k` candidates.
    ///
    /// @param wrong how often an answer shows other people only
    ChartSpec overN(int k, boolean wrong, String wrongLabel) {
        return seen(new SweepFigures(report, counting).overPeople(lines(), k), wrong, wrongLabel);
    }

    private static ChartSpec seen(ChartSpec found, boolean wrong, String label) {
        return wrong ? FalseRate.of(found, label) : found;
    }

    /// One place of a line.
    Optional<SweepLine.Cell> cell(SweepLine line, int k, int n) {
        return line.cells().stream()
                .filter(c -> c.k() == k && c.n() == n && c.counting() == counting)
                .findFirst();
    }

    /// Who is suggested wrongly with `k` candidates, in the whole gallery.
    Optional<SweepLine.Repeated> repeated(SweepLine line, int k) {
        return line.falseMatches().stream()
                .filter(f -> f.k() == k && f.counting() == counting)
                .findFirst();
    }

    /// A field of the matrix: one attacked extractor and method against one matcher.
    ///
    /// @param attacked its name, or the beginning of its hash
    /// @param n people in the whole gallery
    record Field(
            String attacked,
            String method,
            String matcher,
            boolean sameModel,
            int n,
            int probes,
            SweepLine.Cell cell) {}

    /// Attacked extractors and methods against all matchers, whole galleries.
    List<Field> matrix(int k) {
        return report.lines().stream().flatMap(l -> field(l, k).stream()).toList();
    }

    private Optional<Field> field(SweepLine line, int k) {
        int n = line.cells().stream().mapToInt(SweepLine.Cell::n).max().orElse(0);
        return cell(line, k, n)
                .map(
                        c ->
                                new Field(
                                        line.attackedSha256()
                                                .map(sha -> report.nameOf(sha, known))
                                                .orElse(""),
                                        line.method(),
                                        line.matcher(),
                                        line.sameModel(),
                                        n,
                                        line.probes(),
                                        c));
    }

    /// How many probes a curve stands for.
    ///
    /// @param curve its name in a figure of this reading
    int probesOf(String curve) {
        return lines().stream()
                .filter(l -> curve.startsWith(l.method()))
                .max(Comparator.comparingInt(l -> l.method().length()))
                .or(() -> lines().stream().findFirst())
                .map(SweepLine::probes)
                .orElse(0);
    }
}
