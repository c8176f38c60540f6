package revisage.store;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import revisage.table.WholeCsv;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `reconstructions.csv`: what `revisage reconstruct` leaves for `match` and `sweep`.
public final class ReconstructionTable {

    /// The file's name in a folder of reconstructions.
    public static final String FILE = "reconstructions.csv";

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "person",
                    "image",
                    "method",
                    "search",
                    "queries",
                    "cosine",
                    "seconds",
                    "seed",
                    "extractor_sha256");

    private ReconstructionTable() {}

    /// Whole or not at all.
    ///
    /// @param file mostly `DIR/`[#FILE]
    public static void write(List<Reconstruction> rows, Path file)
            throws WorkException, InterruptedException {
        WholeCsv.write(
                "write the table of reconstructions",
                file,
                COLUMNS,
                csv -> {
                    for (Reconstruction r : rows) {
                        csv.printRecord(
                                r.id(),
                                r.person(),
                                r.image(),
                                r.method(),
                                r.search(),
                                r.queries(),
                                String.format(Locale.ROOT, "%.6f", r.cosine()),
                                String.format(Locale.ROOT, "%.3f", r.seconds()),
                                r.seed(),
                                r.extractor());
                    }
                });
    }

    /// @throws StoreException if a column is missing or a number is none, with the line
    public static List<Reconstruction> read(Path file) throws WorkException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        var rows = new ArrayList<Reconstruction>();
        try (var in = Files.newBufferedReader(file);
                var csv = CSVParser.parse(in, format)) {
            Map<String, Integer> header = csv.getHeaderMap();
            for (String column : COLUMNS) {
                if (!header.containsKey(column)) {
                    throw new StoreException(
                            "%s has no column '%s'.".formatted(file, column),
                            "Name a folder that 'revisage reconstruct' wrote.");
                }
            }
            for (CSVRecord row : csv) {
                rows.add(row(row, file));
            }
        } catch (IOException e) {
            throw FileException.of("read the table of reconstructions", file, e);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new StoreException(
                    "%s is not a table of reconstructions: %s.".formatted(file, e.getMessage()),
                    "Name a folder that 'revisage reconstruct' wrote.",
                    e);
        }
        return List.copyOf(rows);
    }

    private static Reconstruction row(CSVRecord row, Path file) throws StoreException {
        try {
            double cosine = Double.parseDouble(row.get("cosine"));
            if (!(cosine >= -1.001 && cosine <= 1.001)) {
                throw new NumberFormatException("cosine " + cosine);
            }
            return new Reconstruction(
                    row.get("id"),
                    row.get("person"),
                    row.get("image"),
                    row.get("method"),
                    row.get("search"),
                    Long.parseLong(row.get("queries")),
                    cosine,
                    Double.parseDouble(row.get("seconds")),
                    Long.parseLong(row.get("seed")),
                    row.get("extractor_sha256"));
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    "%s, row %d cannot be understood (%s)."
                            .formatted(file, row.getRecordNumber(), e.getMessage()),
                    "Reconstruct again, or correct the row.",
                    e);
        }
    }
}
