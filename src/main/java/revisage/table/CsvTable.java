package revisage.table;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tidy tables as CSV (RFC 4180, UTF-8, `\n`, points in numbers, nothing where a value is unknown),
/// and their dictionary.
public final class CsvTable {

    private CsvTable() {}

    /// Whole or not at all.
    public static void write(TidyTable table, Path file)
            throws WorkException, InterruptedException {
        WholeCsv.write(
                "write the table",
                file,
                table.columns().stream().map(Column::name).toList(),
                csv -> {
                    for (List<Optional<Object>> row : table.rows()) {
                        csv.printRecord(
                                row.stream().map(v -> v.map(CsvTable::text).orElse("")).toList());
                    }
                });
    }

    /// A row a column of the tables: table, column, kind, unit, meaning.
    public static void writeDictionary(List<TidyTable> tables, Path file)
            throws WorkException, InterruptedException {
        WholeCsv.write(
                "write the dictionary",
                file,
                List.of("table", "column", "kind", "unit", "meaning"),
                csv -> {
                    for (TidyTable table : tables) {
                        for (Column column : table.columns()) {
                            csv.printRecord(
                                    table.name(),
                                    column.name(),
                                    column.kind().name().toLowerCase(Locale.ROOT),
                                    column.unit(),
                                    column.meaning());
                        }
                    }
                });
    }

    private static String text(Object value) {
        return value instanceof Double d
                ? BigDecimal.valueOf(d).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    /// Reads a table of these columns, in any order; others are passed over.
    ///
    /// @throws TableException with the row (the first below the heading is 1) and the reason
    public static TidyTable read(String name, List<Column> columns, Path file)
            throws WorkException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        var rows = new ArrayList<List<Optional<Object>>>();
        try (var in = Files.newBufferedReader(file);
                var csv = CSVParser.parse(in, format)) {
            for (Column column : columns) {
                if (!csv.getHeaderMap().containsKey(column.name())) {
                    throw new TableException(
                            "%s has no column '%s'.".formatted(file, column.name()));
                }
            }
            for (CSVRecord row : csv) {
                rows.add(row(columns, row, file));
            }
        } catch (IOException e) {
            throw FileException.of("read the table", file, e);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new TableException(
                    "%s, after row %d, is no table: %s."
                            .formatted(file, rows.size(), e.getMessage()));
        }
        return new TidyTable(name, columns, rows);
    }

    private static List<Optional<Object>> row(List<Column> columns, CSVRecord row, Path file)
            throws TableException {
        var values = new ArrayList<Optional<Object>>();
        for (Column column : columns) {
            if (!row.isConsistent()) {
                throw new TableException(
                        "%s, row %d has %d values, not one a column."
                                .formatted(file, row.getRecordNumber(), row.size()));
            }
            String text = row.get(column.name());
            try {
                values.add(text.isEmpty() ? Optional.empty() : Optional.of(value(column, text)));
            } catch (IllegalArgumentException _) {
                throw new TableException(
                        "%s, row %d: '%s' in column '%s' is no %s."
                                .formatted(
                                        file,
                                        row.getRecordNumber(),
                                        text,
                                        column.name(),
                                        words(column.kind())));
            }
        }
        return values;
    }

    private static Object value(Column column, String text) {
        return switch (column.kind()) {
            case TEXT -> text;
            case WHOLE -> Long.valueOf(text);
            case REAL -> {
                double value = Double.parseDouble(text);
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException(text);
                }
                yield value;
            }
            case TRUTH ->
                    switch (text) {
                        case "true" -> true;
                        case "false" -> false;
                        default -> throw new IllegalArgumentException(text);
                    };
        };
    }

    private static String words(Column.Kind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case WHOLE -> "whole number";
            case REAL -> "number";
            case TRUTH -> "'true' or 'false'";
        };
    }
}
