package revisage.lineup.analysis;

import revisage.chart.Figure;
import revisage.chart.FigureFormat;
import revisage.chart.Width;
import revisage.extract.StrictJson;
import revisage.table.CsvTable;
import revisage.table.ParquetTables;
import revisage.work.WholeFile;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What an analysis leaves in its folder: `report.html`, `report.json`, `methods.csv` with a row a
/// number, the tidy tables of [TidyFiles], and the figures as SVG, PDF, PNG and CSV.
public final class ReportFiles {

    /// For reading.
    public static final String PAGE = "report.html";

    private ReportFiles() {}

    /// Each file whole or not at all.
    public static void write(LineupReport report, Sheet sheet, ParquetTables parquet, Path folder)
            throws WorkException, InterruptedException {
        TidyFiles.write(sheet, parquet, folder);
        var methods = MethodRows.table(report);
        CsvTable.write(methods, folder.resolve("methods.csv"));
        CsvTable.writeDictionary(
                List.of(TrialRows.table(sheet), ParticipantRows.table(sheet), methods),
                folder.resolve("dictionary.csv"));
        put(folder.resolve("report.json"), StrictJson.write(report));
        byte[] page = new ReportPage(report).html().getBytes(StandardCharsets.UTF_8);
        put(folder.resolve(PAGE), page);
        for (Map.Entry<String, Figure> figure : new LineupFigures(report).all().entrySet()) {
            for (FigureFormat format : FigureFormat.values()) {
                Work.pausePoint();
                put(
                        folder.resolve(figure.getKey() + "." + format.ending()),
                        format.of(figure.getValue(), Width.FULL));
            }
        }
    }

    private static void put(Path file, byte[] bytes) throws WorkException, InterruptedException {
        WholeFile.write("write the report", file, bytes);
    }
}
