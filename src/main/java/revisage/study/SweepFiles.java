package revisage.study;

import revisage.chart.Figure;
import revisage.chart.FigureFormat;
import revisage.chart.Width;
import revisage.extract.StrictJson;
import revisage.store.RateRow;
import revisage.store.ResultTables;
import revisage.work.FileException;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// What a sweep leaves in its folder: `rates.csv`, `rates.json`, and the figures as SVG, PDF, PNG
/// (181 mm wide; 88 mm as `...-column`) and CSV.
public final class SweepFiles {

    /// The whole report, in its folder.
    public static final String REPORT = "rates.json";

    private SweepFiles() {}

    /// Each file whole or not at all.
    ///
    /// @param known names of extractors by SHA-256, for those that no gallery names
    public static void write(SweepReport report, Path folder, Map<String, String> known)
            throws WorkException, InterruptedException {
        writeReport(report, folder);
        for (Map.Entry<String, Figure> figure : figures(report, known).entrySet()) {
            write(figure.getValue(), folder, figure.getKey());
        }
    }

    /// The numbers alone: `rates.csv` and `rates.json`.
    public static void writeReport(SweepReport report, Path folder)
            throws WorkException, InterruptedException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw FileException.of("make the folder", folder, e);
        }
        ResultTables.writeRates(
                report.lines().stream()
                        .flatMap(l -> l.cells().stream().map(c -> row(l, c)))
                        .toList(),
                folder.resolve("rates.csv"));
        put(folder.resolve(REPORT), StrictJson.write(report));
    }

    /// The figures of a report, by file name without ending.
    public static Map<String, Figure> figures(SweepReport report) {
        return figures(report, Map.of());
    }

    /// The figures of a report, by file name without ending.
    ///
    /// @param known names of extractors by SHA-256, for those that no gallery names
    public static Map<String, Figure> figures(SweepReport report, Map<String, String> known) {
        return new SweepFigures(report).all(known);
    }

    /// What an earlier sweep left in its folder.
    ///
    /// @throws revisage.extract.JsonRefusedException if it is damaged or of another version
    public static SweepReport read(Path folder) throws WorkException {
        Path file = folder.resolve(REPORT);
        try {
            return StrictJson.read(
                    Files.readAllBytes(file), SweepReport.class, "report", "" + file);
        } catch (IOException e) {
            throw FileException.of("read the rates", file, e);
        }
    }

    /// One figure in all formats and widths.
    static void write(Figure figure, Path folder, String name)
            throws WorkException, InterruptedException {
        for (FigureFormat format : FigureFormat.values()) {
            put(folder.resolve(name + "." + format.ending()), format.of(figure, Width.FULL));
            switch (format) {
                case CSV -> {}
                case SVG, PDF, PNG -> {
                    String ending = "." + format.ending();
                    put(folder.resolve(name + "-column" + ending), format.of(figure, Width.COLUMN));
                    put(folder.resolve(name + "-slide" + ending), format.of(figure, Width.SLIDE));
                }
            }
        }
    }

    static void put(Path file, byte[] bytes) throws WorkException, InterruptedException {
        WholeFile.write("write the rates", file, bytes);
    }

    private static RateRow row(SweepLine line, SweepLine.Cell cell) {
        return new RateRow(
                line.matcher(),
                line.method(),
                line.rule().numeral(),
                cell.k(),
                cell.n(),
                cell.tpr(),
                cell.fpr(),
                cell.noMatch(),
                cell.low(),
                cell.high(),
                cell.chance(),
                line.probes(),
                cell.counting().name().toLowerCase(Locale.ROOT),
                cell.photos().map(SweepLine.Photos::tpr),
                cell.photos().flatMap(SweepLine.Photos::equivalence),
                cell.lift(),
                line.sameModel());
    }
}
