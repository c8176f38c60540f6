package revisage.study;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What several recognition systems found: `systems.json`. Clouds and local extractors alike.
///
/// @param schema version of this layout
/// @param version of the program
/// @param plan what was counted
/// @param people enrolled
/// @param faces enrolled
/// @param systems in the order they were asked
/// @param lines one for each system and method
/// @param notes what a person should know
public record SystemReport(
        int schema,
        String version,
        SystemPlan plan,
        int people,
        int faces,
        List<SystemNote> systems,
        List<Line> lines,
        List<String> notes) {

    public SystemReport {
        systems = List.copyOf(systems);
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /// The systems of several reports side by side, as in the seed study's Figure 6; empty unless
    /// they asked for the same probes among the same people by the same plan. A system that is in
    /// more than one is taken from the last.
    public static Optional<SystemReport> together(List<SystemReport> reports) {
        var systems = new LinkedHashMap<String, SystemNote>();
        var from = new HashMap<String, SystemReport>();
        for (SystemReport report : reports) {
            for (SystemNote system : report.systems()) {
                systems.put(system.name(), system);
                from.put(system.name(), report);
            }
        }
        if (reports.stream().map(SystemReport::asked).distinct().count() != 1
                || systems.values().stream().filter(s -> s.cloud().isPresent()).count() < 2) {
            return Optional.empty();
        }
        SystemReport last = reports.getLast();
        List<SystemNote> cloudsFirst =
                systems.values().stream()
                        .sorted(Comparator.comparing(s -> s.cloud().isEmpty()))
                        .toList();
        return Optional.of(
                new SystemReport(
                        last.schema(),
                        last.version(),
                        last.plan(),
                        last.people(),
                        last.faces(),
                        cloudsFirst,
                        cloudsFirst.stream()
                                .flatMap(
                                        s ->
                                                Optional.ofNullable(from.get(s.name())).stream()
                                                        .flatMap(r -> r.lines().stream())
                                                        .filter(l -> l.system().equals(s.name())))
                                .toList(),
                        reports.stream().flatMap(r -> r.notes().stream()).distinct().toList()));
    }

    /// What reports that are put side by side have in common.
    private List<Object> asked() {
        return List.of(
                plan,
                people,
                faces,
                lines.stream()
                        .map(l -> l.method() + " " + l.probes())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /// One system.
    ///
    /// @param name for charts; a simulator is called one
    /// @param simulator whether its answers are a simulator's
    /// @param scale of its scores
    /// @param threshold less alike candidates are not shown; empty where all are
    /// @param notEnrolled faces that it did not take
    /// @param cloud what is known of a cloud; empty for a local extractor
    public record SystemNote(
            String name,
            boolean simulator,
            String scale,
            Optional<Double> threshold,
            int notEnrolled,
            Optional<Cloud> cloud) {}

    /// A cloud.
    ///
    /// @param date when it answered
    /// @param model and its version
    /// @param cost by the price table
    /// @param seconds the job worked
    public record Cloud(
            String date,
            String model,
            String host,
            String region,
            long calls,
            long cap,
            BigDecimal cost,
            String currency,
            double seconds) {}

    /// One method under one system.
    ///
    /// @param probes that are counted
    /// @param strangers probes of people who are not enrolled
    /// @param withoutOtherPhoto probes of people of whom no photo counts
    /// @param unanswered probes without any candidate, whatever the threshold
    public record Line(
            String system,
            String method,
            int probes,
            int strangers,
            int withoutOtherPhoto,
            int unanswered,
            List<Cell> cells,
            List<AtThreshold> thresholds,
            List<SweepLine.Repeated> falseMatches) {

        public Line {
            cells = List.copyOf(cells);
            thresholds = List.copyOf(thresholds);
            falseMatches = List.copyOf(falseMatches);
        }
    }

    /// The three rates of one K, each with its 95 % interval. They add up to 1.
    ///
    /// @param chance what a blind guess would reach
    public record Cell(int k, Rate tpr, Rate fpr, Rate noMatch, double chance) {}

    /// A share with its interval.
    public record Rate(double value, double low, double high) {}

    /// The rates of the largest K where no candidate below the threshold is shown.
    public record AtThreshold(double threshold, double tpr, double fpr, double noMatch) {}
}
