package revisage.lineup.analysis;

import com.samskivert.mustache.Mustache;

import revisage.chart.Figure;
import revisage.chart.FigureFormat;
import revisage.chart.Width;
import revisage.lineup.analysis.LineupReport.MethodReport;
import revisage.measure.CrossedClusters.Estimate;
import revisage.measure.Interval;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The report as one HTML file with its figures in it, without scripts.
///
/// @param report what it tells
record ReportPage(LineupReport report) {

    private static final Map<String, String> CAPTIONS =
            Map.of(
                    "figure-7",
                    "Each value is one target: the share of people who picked at least one right"
                        + " photo of it. Dotted: what as many picks without looking reach, given"
                        + " how many of the photos were right.",
                    "figure-7-participants",
                    "The same by participant: each value is one person.",
                    "calibration",
                    "How often answers are correct, by how sure people said to be; bands are 95 %"
                            + " intervals.",
                    "judges",
                    "Several people's answers to one question taken as one, weighed by how sure"
                            + " each was.");

    record Cell(String value, String interval) {}

    record Row(String label, List<Cell> cells) {}

    record Table(String title, String words, List<String> heads, List<Row> rows) {}

    record Chart(String caption, String data) {}

    record Headline(String label, String product, String interval, String machine, String people) {}

    record Count(String what, String value) {}

    String html() {
        var words = new HashMap<String, Object>();
        words.put("title", report.title());
        words.put("version", report.version());
        words.put("study", report.study().substring(0, 12));
        words.put("headlines", headlines());
        words.put("people", people());
        words.put("tables", tables());
        words.put("charts", charts());
        words.put("differences", differences());
        words.put("anyDifferences", !report.differences().isEmpty());
        words.put("notes", report.notes());
        words.put("anyNotes", !report.notes().isEmpty());
        return Mustache.compiler().compile(template()).execute(words);
    }

    private static String template() {
        try (InputStream in = ReportPage.class.getResourceAsStream("report.html")) {
            if (in == null) {
                throw new IllegalStateException("the program was built without its page");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own file cannot be read", e);
        }
    }

    private List<Headline> headlines() {
        return report.methods().stream()
                .flatMap(
                        m ->
                                m.together().stream()
                                        .map(
                                                t ->
                                                        new Headline(
                                                                m.label(),
                                                                percent(t.product()),
                                                                t.interval()
                                                                        .map(ReportPage::percents)
                                                                        .orElse("no interval"),
                                                                percent(t.machine()),
                                                                percent(t.people().value()))))
                .toList();
    }

    private List<Count> people() {
        var p = report.people();
        var counts = new ArrayList<Count>();
        counts.add(new Count("took part", "" + p.participants()));
        counts.add(new Count("count", "" + p.counted()));
        p.excluded().forEach((why, n) -> counts.add(new Count("excluded: " + why, "" + n)));
        counts.add(new Count("withdrew; their answers are deleted", "" + p.withdrew()));
        counts.add(new Count("age", told(p.ages())));
        counts.add(new Count("gender", told(p.genders())));
        p.ability()
                .ifPresent(
                        a ->
                                counts.add(
                                        new Count(
                                                "ability test, pairs judged right",
                                                percent(a.value()) + interval(a, true))));
        return counts;
    }

    private static String told(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(e -> e.getKey().replace("from_", "from ") + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String interval(Estimate e, boolean share) {
        return e.both().map(i -> " [" + (share ? percents(i) : numbers(i)) + "]").orElse("");
    }

    private List<Table> tables() {
        return List.of(
                table(
                        "Who was found",
                        "Lineups with the target. <i>Found</i>: at least one right photo picked"
                            + " (the paper's figure 7). <i>Chance</i>: as many picks without"
                            + " looking. <i>Lift</i>: how much of the way from chance to certainty."
                            + " <i>Right</i>: one of the picks, drawn blindly. <i>First</i>: the"
                            + " first pick.",
                        List.of("Found", "Chance", "Lift", "Right", "First", "Answers"),
                        m ->
                                List.of(
                                        share(m.found()),
                                        plain(m.chance()),
                                        number(m.lift()),
                                        share(m.right()),
                                        share(m.firstRight()),
                                        new Cell("" + m.present(), ""))),
                table(
                        "Who was seen that was not there",
                        "Lineups without the target, and what both kinds say together: sensitivity"
                                + " d′ (0: guessing), criterion c (above 0: rarely picks), and the"
                                + " two-high-threshold model's shares of answers known and of picks"
                                + " among guesses.",
                        List.of("False picks", "d′", "c", "Known", "Picks", "Answers"),
                        m ->
                                List.of(
                                        share(m.falsePicks()),
                                        number(m.sensitivity()),
                                        number(m.criterion()),
                                        share(m.knowing()),
                                        share(m.guessing()),
                                        new Cell("" + m.absent(), ""))),
                table(
                        "How sure people were",
                        "Confident answers (the paper's table III), among the correct and the other"
                            + " ones; how well confidence tells the two apart (0.5: not at all);"
                            + " seconds an answer and up to the first pick.",
                        List.of("Confident", "Correct", "Other", "AUC", "Seconds", "First pick"),
                        m ->
                                List.of(
                                        share(m.confident()),
                                        share(m.confidentRight()),
                                        share(m.confidentWrong()),
                                        number(m.area()),
                                        number(m.seconds()),
                                        number(m.firstSeconds()))));
    }

    private interface Cells {
        List<Cell> of(MethodReport method);
    }

    private Table table(String title, String words, List<String> heads, Cells cells) {
        var rows = new ArrayList<Row>();
        report.methods().forEach(m -> rows.add(new Row(m.label(), cells.of(m))));
        report.all().ifPresent(m -> rows.add(new Row(m.label(), cells.of(m))));
        return new Table(title, words, heads, rows);
    }

    private List<Row> differences() {
        Map<String, String> labels =
                report.methods().stream()
                        .collect(Collectors.toMap(MethodReport::method, MethodReport::label));
        return report.differences().stream()
                .map(
                        d ->
                                new Row(
                                        labels.get(d.first()) + " − " + labels.get(d.second()),
                                        List.of(
                                                new Cell(
                                                        text("%.3f", d.value()),
                                                        d.interval()
                                                                .map(ReportPage::numbers)
                                                                .orElse("")))))
                .toList();
    }

    private List<Chart> charts() {
        var charts = new ArrayList<Chart>();
        for (Map.Entry<String, Figure> figure : new LineupFigures(report).all().entrySet()) {
            byte[] svg = FigureFormat.SVG.of(figure.getValue(), Width.FULL);
            charts.add(
                    new Chart(
                            CAPTIONS.getOrDefault(figure.getKey(), ""),
                            "data:image/svg+xml;base64,"
                                    + Base64.getEncoder().encodeToString(svg)));
        }
        return charts;
    }

    private static Cell share(Optional<Estimate> e) {
        return e.map(
                        v ->
                                new Cell(
                                        percent(v.value()),
                                        v.both().map(ReportPage::percents).orElse("")))
                .orElse(new Cell("–", ""));
    }

    private static Cell number(Optional<Estimate> e) {
        return e.map(
                        v ->
                                new Cell(
                                        text("%.2f", v.value()),
                                        v.both().map(ReportPage::numbers).orElse("")))
                .orElse(new Cell("–", ""));
    }

    private static Cell plain(Optional<Double> value) {
        return new Cell(value.map(ReportPage::percent).orElse("–"), "");
    }

    private static String percent(double share) {
        return text("%.1f %%", 100 * share);
    }

    private static String percents(Interval i) {
        return text("%.1f", 100 * i.low()) + " to " + text("%.1f %%", 100 * i.high());
    }

    private static String numbers(Interval i) {
        return text("%.2f", i.low()) + " to " + text("%.2f", i.high());
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value).replace('-', '−');
    }
}
