package revisage.store;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import revisage.reconstruct.Findings;
import revisage.table.WholeCsv;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
        WholeCsv.write(
                "write the traces",
                file,
                List.of("id", "queries", "cosine"),
                csv -> {
                    for (Trace trace : traces) {
                        for (Findings.Mark mark : trace.marks()) {
                            csv.printRecord(
                                    trace.id(),
                                    mark.queries(),
                                    String.format(Locale.ROOT, "%.6f", mark.cosine()));
                        }
                    }
                });
    }

    /// @throws StoreException if it is no table of traces
    public static List<Trace> read(Path file) throws WorkException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        var traces = new LinkedHashMap<String, List<Findings.Mark>>();
        try (var in = Files.newBufferedReader(file);
                var csv = CSVParser.parse(in, format)) {
            for (CSVRecord row : csv) {
                traces.computeIfAbsent(row.get("id"), _ -> new ArrayList<>())
                        .add(
                                new Findings.Mark(
                                        Long.parseLong(row.get("queries")),
                                        Double.parseDouble(row.get("cosine"))));
            }
        } catch (IOException e) {
            throw FileException.of("read the traces", file, e);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new StoreException(
                    "%s is not a table of traces: %s.".formatted(file, e.getMessage()),
                    "Reconstruct again.",
                    e);
        }
        return traces.entrySet().stream().map(t -> new Trace(t.getKey(), t.getValue())).toList();
    }
}
