package revisage.chart;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Writes the numbers of a figure.
final class CsvFile {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    private CsvFile() {}

    static void write(Figure figure, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (var csv = new CSVPrinter(writer, FORMAT)) {
            switch (figure) {
                case ChartSpec chart -> chart(chart, csv);
                case BarSpec bars -> bars(bars, csv);
                case MatrixSpec matrix -> matrix(matrix, csv);
                case BoxSpec boxes -> boxes(boxes, csv);
            }
        }
    }

    private static void chart(ChartSpec chart, CSVPrinter csv) throws IOException {
        csv.printRecord("series", "role", "x", "y", "low", "high");
        for (Series series : chart.series()) {
            String role = series.role().name().toLowerCase(Locale.ROOT);
            for (Series.Point p : series.points()) {
                csv.printRecord(
                        series.name(),
                        role,
                        number(p.x()),
                        number(p.y()),
                        number(p.low()),
                        number(p.high()));
            }
        }
    }

    private static void bars(BarSpec bars, CSVPrinter csv) throws IOException {
        csv.printRecord("panel", "group", "kind", "value", "low", "high", "chance");
        for (BarSpec.Panel panel : bars.panels()) {
            for (BarSpec.Group group : panel.groups()) {
                for (int i = 0; i < bars.kinds().size(); i++) {
                    BarSpec.Bar bar = group.bars().get(i);
                    csv.printRecord(
                            panel.name(),
                            group.name(),
                            bars.kinds().get(i),
                            number(bar.value()),
                            number(bar.low()),
                            number(bar.high()),
                            i == 0 ? number(group.chance()) : "");
                }
            }
        }
    }

    private static void matrix(MatrixSpec matrix, CSVPrinter csv) throws IOException {
        csv.printRecord("row", "column", "value");
        for (int row = 0; row < matrix.rows().size(); row++) {
            for (int column = 0; column < matrix.columns().size(); column++) {
                var value = matrix.values().get(row).get(column);
                csv.printRecord(
                        matrix.rows().get(row),
                        matrix.columns().get(column),
                        value.isPresent() ? number(value.getAsDouble()) : "");
            }
        }
    }

    private static void boxes(BoxSpec boxes, CSVPrinter csv) throws IOException {
        csv.printRecord(
                "name",
                "count",
                "mean",
                "low_whisker",
                "low_quartile",
                "median",
                "high_quartile",
                "high_whisker",
                "outliers",
                "chance");
        for (BoxSpec.Box box : boxes.boxes()) {
            var n = box.numbers();
            csv.printRecord(
                    box.name(),
                    n.count(),
                    number(n.mean()),
                    number(n.lowWhisker()),
                    number(n.lowQuartile()),
                    number(n.median()),
                    number(n.highQuartile()),
                    number(n.highWhisker()),
                    String.join(" ", n.outliers().stream().map(CsvFile::number).toList()),
                    box.chance().isPresent() ? number(box.chance().getAsDouble()) : "");
        }
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
