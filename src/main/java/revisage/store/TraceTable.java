package revisage.store;

import org.apache.commons.csv.CSVFormat;

import revisage.reconstruct.Findings;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// `traces.csv`: how the cosine rose with the queries, for each target. Columns id, queries, cosine
/// (best of the search so far, before rounding to 8 bit).
public final class TraceTable {

    /// The file's name in a folder of reconstructions.
    public static final String FILE = "traces.csv";

    private TraceTable() {}

    /// One target's way.
    ///
    /// @param id as in `reconstructions.csv`
    /// @param marks rising in queries
    public record Trace(String id, List<Findings.Mark> marks) {

        public Trace {
            marks = List.copyOf(marks);
        }
    }

    /// Whole or not at all.
    public static void write(List<Trace> traces, Path file)
            throws WorkException, InterruptedException {
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader("id", "queries", "cosine")
                        .setRecordSeparator('\n')
                        .get();
        WholeFile.write(
                "write the traces",
                file,
                half -> {
                    try (var out = Files.newBufferedWriter(half);
                            var csv = format.print(out)) {
                        for (Trace trace : traces) {
                            for (Findings.Mark mark : trace.marks()) {
                                csv.printRecord(
                                        trace.id(),
                                        mark.queries(),
                                        String.format(Locale.ROOT, "%.6f", mark.cosine()));
                            }
                        }
                    }
                });
    }
}
