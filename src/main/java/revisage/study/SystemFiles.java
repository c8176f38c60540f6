package revisage.study;

import revisage.chart.Figure;
import revisage.extract.StrictJson;
import revisage.measure.Counting;
import revisage.store.MatchRow;
import revisage.store.RateRow;
import revisage.store.ResultTables;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a comparison of systems leaves in its folder: `systems.json`, `rates.csv`, `matches.csv`
/// for each system, `false-matches.csv` (Table II in both readings), and the figures.
public final class SystemFiles {

    /// The whole report, in its folder.
    public static final String REPORT = "systems.json";

    private SystemFiles() {}

    /// Each file whole or not at all.
    public static void write(SystemComparison.Result result, Path folder)
            throws WorkException, InterruptedException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw FileException.of("make the folder", folder, e);
        }
        SystemReport report = result.report();
        SweepFiles.put(folder.resolve(REPORT), StrictJson.write(report));
        ResultTables.writeRates(rates(report), folder.resolve("rates.csv"));
        ResultTables.writeRepeated(repeated(report), folder.resolve("false-matches.csv"));
        for (Map.Entry<String, List<MatchRow>> system : result.rows().entrySet()) {
            String name = fileName(system.getKey());
            ResultTables.writeMatches(
                    system.getValue(), system.getKey(), folder.resolve("matches-" + name + ".csv"));
        }
        for (Map.Entry<String, Figure> figure : figures(report).entrySet()) {
            SweepFiles.write(figure.getValue(), folder, figure.getKey());
        }
    }

    /// What an earlier comparison left in its folder.
    ///
    /// @throws revisage.extract.JsonRefusedException if it is damaged or of another version
    public static SystemReport read(Path folder) throws WorkException {
        Path file = folder.resolve(REPORT);
        try {
            return StrictJson.read(
                    Files.readAllBytes(file), SystemReport.class, "report", file.toString());
        } catch (IOException e) {
            throw FileException.of("read the rates", file, e);
        }
    }

    /// The figures of a report, by file name without ending.
    public static Map<String, Figure> figures(SystemReport report) {
        return new SystemFigures(report).all();
    }

    /// What the figure of a system's rates over its threshold is called among those.
    public static String thresholdFigure(String system) {
        return "threshold-" + fileName(system);
    }

    /// A system's name as part of a file's.
    static String fileName(String system) {
        return system.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static List<RateRow> rates(SystemReport report) {
        var rows = new ArrayList<RateRow>();
        for (SystemReport.Line line : report.lines()) {
            for (SystemReport.Cell cell : line.cells()) {
                double chance = cell.chance();
                rows.add(
                        new RateRow(
                                line.system(),
                                line.method(),
                                report.plan().rule().numeral(),
                                cell.k(),
                                report.people(),
                                cell.tpr().value(),
                                cell.fpr().value(),
                                cell.noMatch().value(),
                                cell.tpr().low(),
                                cell.tpr().high(),
                                chance,
                                line.probes(),
                                Counting.PICTURES.name().toLowerCase(Locale.ROOT),
                                Optional.empty(),
                                Optional.empty(),
                                chance < 1 ? (cell.tpr().value() - chance) / (1 - chance) : 0,
                                false));
            }
        }
        return rows;
    }

    private static List<ResultTables.RepeatedRow> repeated(SystemReport report) {
        return report.lines().stream()
                .flatMap(
                        line ->
                                line.falseMatches().stream()
                                        .map(
                                                f ->
                                                        new ResultTables.RepeatedRow(
                                                                line.system(),
                                                                line.method(),
                                                                f.k(),
                                                                f.total(),
                                                                f.repeatedShare(),
                                                                f.topShare(),
                                                                f.evenness())))
                .toList();
    }
}
