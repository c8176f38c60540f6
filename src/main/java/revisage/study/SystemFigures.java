package revisage.study;

import revisage.chart.Axis;
import revisage.chart.BarSpec;
import revisage.chart.ChartSpec;
import revisage.chart.Figure;
import revisage.chart.MatrixSpec;
import revisage.chart.Series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// The figures of a comparison of recognition systems: the seed study's figure 6, and how the rates
/// move with the threshold, which that study could not vary.
public final class SystemFigures {

    private static final List<String> KINDS =
            List.of("True positive", "False positive", "No match");

    private final SystemReport report;

    /// @param report of one comparison
    public SystemFigures(SystemReport report) {
        this.report = report;
    }

    /// Figure 6: true positive, false positive and no-match rates of each method under each system.
    ///
    /// @param k one of the plan's
    public BarSpec bars(int k) {
        var panels = new ArrayList<BarSpec.Panel>();
        for (SystemReport.SystemNote system : report.systems()) {
            var groups =
                    lines(system).stream()
                            .map(
                                    line -> {
                                        var cell = cell(line, k);
                                        return new BarSpec.Group(
                                                line.method(),
                                                List.of(
                                                        bar(cell.tpr()),
                                                        bar(cell.fpr()),
                                                        bar(cell.noMatch())),
                                                cell.chance());
                                    })
                            .toList();
            if (!groups.isEmpty()) {
                panels.add(new BarSpec.Panel(panelName(system), groups));
            }
        }
        return new BarSpec("", "Share of probes, K = " + k, KINDS, panels);
    }

    private static String panelName(SystemReport.SystemNote system) {
        return system.threshold()
                .map(t -> "%s, threshold\u00a0%s".formatted(system.name(), number(t)))
                .orElse(system.name());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? "%d".formatted((long) value) : String.valueOf(value);
    }

    private List<SystemReport.Line> lines(SystemReport.SystemNote system) {
        return report.lines().stream().filter(l -> l.system().equals(system.name())).toList();
    }

    private static SystemReport.Cell cell(SystemReport.Line line, int k) {
        return line.cells().stream().filter(c -> c.k() == k).findFirst().orElseThrow();
    }

    private static BarSpec.Bar bar(SystemReport.Rate rate) {
        return new BarSpec.Bar(rate.value(), rate.low(), rate.high());
    }

    /// The rates of one system over its threshold, for the largest K: true and false positives;
    /// what is missing to 1 is no match.
    public ChartSpec overThreshold(SystemReport.SystemNote system) {
        var series = new ArrayList<Series>();
        double highest = 0;
        double lowest = Double.MAX_VALUE;
        for (SystemReport.Line line : lines(system)) {
            highest = Math.max(highest, line.thresholds().getLast().threshold());
            lowest = Math.min(lowest, line.thresholds().getFirst().threshold());
            series.add(series(line, "true positive", false));
            series.add(series(line, "false positive", true));
        }
        int k = report.plan().ks().getLast();
        return new ChartSpec(
                "",
                Axis.linear(
                        "Threshold (%s), %s".formatted(system.scale(), system.name()),
                        lowest,
                        highest > lowest ? highest : lowest + 1), // all scores may be the same
                Axis.share("Share of probes, K = " + k),
                series);
    }

    private static Series series(SystemReport.Line line, String what, boolean wrong) {
        var points =
                line.thresholds().stream()
                        .map(t -> Series.Point.of(t.threshold(), wrong ? t.fpr() : t.tpr()))
                        .toList();
        return new Series(line.method() + ", " + what, line.method(), Series.Role.TRACE, points);
    }

    /// What can be said of where false matches go.
    private enum Reading {
        REPEATED("", "False matches on people who attract two or more"),
        ON_ONE("-on-one", "False matches on the one who attracts most"),
        EVENNESS("-evenness", "Evenness of false matches (entropy)");

        private final String file;
        private final String label;

        Reading(String file, String label) {
            this.file = file;
            this.label = label;
        }

        double of(SweepLine.Repeated found) {
            return switch (this) {
                case REPEATED -> found.repeatedShare();
                case ON_ONE -> found.topShare();
                case EVENNESS -> found.evenness();
            };
        }
    }

    /// Table II in one reading, of each method under each system.
    ///
    /// @param k one of the plan's
    private MatrixSpec falseMatches(int k, Reading reading) {
        List<String> methods =
                report.lines().stream().map(SystemReport.Line::method).distinct().toList();
        return new MatrixSpec(
                "",
                "Method",
                "%s, K = %d".formatted(reading.label, k),
                methods,
                report.systems().stream().map(SystemReport.SystemNote::name).toList(),
                methods.stream()
                        .map(
                                method ->
                                        report.systems().stream()
                                                .map(
                                                        system ->
                                                                share(
                                                                        repeated(system, method, k)
                                                                                .map(reading::of)))
                                                .toList())
                        .toList());
    }

    private Optional<SweepLine.Repeated> repeated(
            SystemReport.SystemNote system, String method, int k) {
        return lines(system).stream()
                .filter(l -> l.method().equals(method))
                .flatMap(l -> l.falseMatches().stream())
                .filter(f -> f.k() == k && f.total() > 0)
                .findFirst();
    }

    private static OptionalDouble share(Optional<Double> known) {
        return known.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /// All, by file name without ending.
    Map<String, Figure> all() {
        var figures = new LinkedHashMap<String, Figure>();
        if (report.lines().isEmpty()) {
            return figures; // nobody could be counted: the notes say so
        }
        for (int k : report.plan().ks()) {
            figures.put("systems-k" + k, bars(k));
        }
        int most = report.plan().ks().getLast();
        boolean anyMissed =
                report.lines().stream()
                        .flatMap(l -> l.falseMatches().stream())
                        .anyMatch(f -> f.k() == most && f.total() > 0);
        for (Reading reading : Reading.values()) {
            if (anyMissed) {
                figures.put("false-matches-k" + most + reading.file, falseMatches(most, reading));
            }
        }
        for (SystemReport.SystemNote system : report.systems()) {
            if (!lines(system).isEmpty()) {
                figures.put(SystemFiles.thresholdFigure(system.name()), overThreshold(system));
            }
        }
        return figures;
    }
}
