package revisage.window.export;

import revisage.chart.Figure;
import revisage.study.SystemFiles;
import revisage.study.SystemReport;
import revisage.study.SystemReport.SystemNote;
import revisage.window.Words;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The figures of a project's cloud runs: the seed study's Figure 6, rates over the threshold, and
/// its Table II. What a simulator answered says so.
///
/// @param runs by the name of the run's folder
record CloudFigures(SortedMap<String, SystemReport> runs, Words words) {

    /// Begins the names of figures that show the systems of all runs side by side.
    private static final String TOGETHER = "clouds";

    CloudFigures {
        var all = new TreeMap<>(runs);
        SystemReport.together(List.copyOf(runs.values())).ifPresent(r -> all.put(TOGETHER, r));
        runs = all;
    }

    /// By file name without ending, which begins with the run's folder.
    Map<String, Figure> all() {
        var all = new LinkedHashMap<String, Figure>();
        runs.forEach(
                (run, report) ->
                        SystemFiles.figures(report)
                                .forEach((name, figure) -> all.put(run + "-" + name, figure)));
        // Each run has these already.
        all.keySet().removeIf(n -> n.startsWith(TOGETHER + "-" + Kind.THRESHOLD.begin));
        return all;
    }

    /// What a figure shows.
    private enum Kind {
        BARS("systems-k", "figure.bars", "caption.bars"),
        MAGNETS("false-matches-k", "figure.magnets", "caption.magnets"),
        THRESHOLD("threshold-", "figure.threshold", "caption.threshold");

        private final String begin;
        private final String title;
        private final String caption;

        Kind(String begin, String title, String caption) {
            this.begin = begin;
            this.title = title;
            this.caption = caption;
        }
    }

    /// A figure of a run.
    ///
    /// @param bare its name in the run's own folder
    private record Named(SystemReport report, String bare) {

        Kind kind() {
            return Arrays.stream(Kind.values())
                    .filter(k -> bare.startsWith(k.begin))
                    .findFirst()
                    .orElseThrow();
        }

        /// What it holds fixed: K, or the system.
        String fixed() {
            return switch (kind()) {
                case BARS -> bare.substring(kind().begin.length());
                case MAGNETS -> bare.substring(kind().begin.length()).replaceFirst("-.*", "");
                case THRESHOLD -> system();
            };
        }

        /// The system that a figure over the threshold is of.
        private String system() {
            return report.systems().stream()
                    .map(SystemNote::name)
                    .filter(n -> bare.equals(SystemFiles.thresholdFigure(n)))
                    .findFirst()
                    .orElse("");
        }
    }

    private Optional<Named> named(String name) {
        return runs.entrySet().stream()
                .filter(r -> name.startsWith(r.getKey() + "-"))
                .map(r -> new Named(r.getValue(), name.substring(r.getKey().length() + 1)))
                .filter(n -> SystemFiles.figures(n.report()).containsKey(n.bare()))
                .findFirst();
    }

    /// What a figure is called; empty if it is none of these.
    Optional<String> title(String name) {
        return named(name).map(n -> words.of(title(n), cloud(n.report()), n.fixed()));
    }

    private static String title(Named named) {
        return named.bare().endsWith("-on-one")
                ? "figure.magnets.one"
                : named.bare().endsWith("-evenness") ? "figure.magnets.even" : named.kind().title;
    }

    /// What a reader must know of it; empty if it is none of these.
    ///
    /// @param version of the program
    Optional<String> caption(String name, String version) {
        return named(name).map(n -> caption(n, version));
    }

    private String caption(Named named, String version) {
        SystemReport r = named.report();
        String probes =
                r.lines().stream()
                        .map(SystemReport.Line::probes)
                        .distinct()
                        .sorted()
                        .map(n -> Words.count(n))
                        .collect(Collectors.joining(", "));
        return words.of(
                        named.kind().caption,
                        named.fixed(),
                        Words.count(r.people()),
                        probes,
                        r.plan().rule().numeral())
                + asked(r)
                + version
                + ".";
    }

    private String asked(SystemReport report) {
        return report.systems().stream()
                .map(this::asked)
                .collect(Collectors.joining("; ", words.of("caption.systems"), ". "));
    }

    private String asked(SystemNote system) {
        String when =
                system.cloud().map(c -> words.of("caption.cloud", c.date(), c.model())).orElse("");
        return system.name() + when + (system.simulator() ? words.of("caption.simulator") : "");
    }

    private static String cloud(SystemReport report) {
        return report.systems().stream()
                .filter(s -> s.cloud().isPresent())
                .map(SystemNote::name)
                .collect(Collectors.joining(", "));
    }
}
