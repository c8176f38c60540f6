package revisage.table;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes CSV (RFC 4180, UTF-8, `\n`) whole or not at all.
public final class WholeCsv {

    private WholeCsv() {}

    /// @param doing the attempt as a verb phrase for the message
    public static void write(String doing, Path file, List<String> columns, Rows rows)
            throws WorkException, InterruptedException {
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
        WholeFile.write(
                doing,
                file,
                half -> {
                    try (var out = Files.newBufferedWriter(half);
                            var csv = format.print(out)) {
                        csv.printRecord(columns);
                        rows.print(csv);
                    }
                });
    }

    /// What stands below the heading.
    @FunctionalInterface
    public interface Rows {

        /// Prints all of them.
        void print(CSVPrinter csv) throws IOException;
    }
}
