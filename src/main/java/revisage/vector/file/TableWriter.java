package revisage.vector.file;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import revisage.vector.VectorSet;
import revisage.work.Work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes vectors as a table; the shortest digits that give the same float back.
final class TableWriter {

    private TableWriter() {}

    static void write(VectorSet vectors, Path half) throws IOException, InterruptedException {
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
        float[] row = new float[vectors.dimension()];
        try (var out = Files.newBufferedWriter(half);
                var printer = new CSVPrinter(out, format)) {
            if (vectors.ids().isPresent()) {
                printer.print("id");
            }
            if (vectors.labels().isPresent()) {
                printer.print("label");
            }
            for (int c = 0; c < row.length; c++) {
                printer.print("v" + c);
            }
            printer.println();
            for (int r = 0; r < vectors.count(); r++) {
                Work.pausePoint();
                if (vectors.ids().isPresent()) {
                    printer.print(vectors.ids().get().get(r));
                }
                if (vectors.labels().isPresent()) {
                    printer.print(vectors.labels().get().get(r));
                }
                vectors.copyRows(r, r + 1, row, 0);
                for (float value : row) {
                    printer.print(Float.toString(value));
                }
                printer.println();
            }
        }
    }
}
