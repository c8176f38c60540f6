package revisage.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import revisage.lineup.LineupFolder;
import revisage.lineup.analysis.LineupAnalysis;
import revisage.lineup.analysis.LineupReport;
import revisage.lineup.analysis.ReportFiles;
import revisage.lineup.analysis.Sheet;
import revisage.measure.CrossedClusters.Estimate;
import revisage.measure.Interval;
import revisage.study.Engines;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// `revisage lineup analyse`.
@Command(
        name = "analyse",
        mixinStandardHelpOptions = true,
        description = {
            "Counts the answers of a visual study.",
            "",
            "Leaves a page to read (report.html), the figures, the tidy tables as CSV and Parquet"
                + " with their dictionary, and all numbers as report.json and methods.csv."
                + " Intervals are 95 %, for other participants and other targets."
        },
        footer = {
            "",
            "Examples:",
            "  revisage lineup analyse lineup/ --out report/",
            "  revisage lineup analyse lineup/ --answers room-1/ --answers page.json --out report/"
        })
final class LineupAnalyseVerb extends Verb {

    @Mixin private LineupAnswers answers = new LineupAnswers();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Page, tables and figures.")
    private Path out = Path.of("");

    LineupAnalyseVerb(Engines engines) {
        super(engines);
    }

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        LineupFolder folder = answers.folder();
        Sheet sheet = answers.sheet(folder);
        LineupReport report = new LineupAnalysis(sheet, Version.text()).run(progress);
        ReportFiles.write(report, sheet, engines.tables(), out);
        return new Answer(text(report, sheet), report);
    }

    private String text(LineupReport report, Sheet sheet) {
        var text = new StringBuilder(LineupAnswers.words(sheet));
        for (LineupReport.MethodReport m : report.methods()) {
            text.append('\n').append(m.label()).append('\n');
            line(text, "found, of lineups with the target", m.found(), 100);
            m.chance().ifPresent(c -> line(text, "by as many blind picks", c, 100, ""));
            line(text, "picked, of lineups without it", m.falsePicks(), 100);
            line(text, "sensitivity d'", m.sensitivity(), 1);
            line(text, "confident", m.confident(), 100);
            line(text, "seconds an answer", m.seconds(), 1);
            m.together()
                    .ifPresent(
                            t ->
                                    line(
                                            text,
                                            "machine x people",
                                            t.product(),
                                            100,
                                            t.interval().map(i -> words(i, 100)).orElse("")));
        }
        report.notes().forEach(n -> text.append("\nNote: ").append(n));
        return text.append("\n\nThe report is ")
                .append(out.resolve(ReportFiles.PAGE))
                .append('.')
                .toString();
    }

    private static void line(
            StringBuilder text, String name, Optional<Estimate> value, double times) {
        value.ifPresent(
                e ->
                        line(
                                text,
                                name,
                                e.value(),
                                times,
                                e.both().map(i -> words(i, times)).orElse("")));
    }

    private static void line(
            StringBuilder text, String name, double value, double times, String interval) {
        text.append(
                String.format(
                        Locale.ROOT,
                        "  %-34s %7.2f%s %s%n",
                        name,
                        times * value,
                        times == 1 ? "  " : " %",
                        interval));
    }

    private static String words(Interval interval, double times) {
        return String.format(
                Locale.ROOT, "[%.2f, %.2f]", times * interval.low(), times * interval.high());
    }
}
