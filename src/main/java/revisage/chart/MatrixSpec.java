package revisage.chart;

import java.util.List;
import java.util.OptionalDouble;

/// A table drawn as colours with the numbers in it, for example attacked extractors against
/// matchers.
///
/// @param rowLabel what the rows are, for example `Attacked extractor, F`
/// @param columnLabel what the columns are
/// @param rows their names, 1 or more
/// @param columns their names, 1 or more
/// @param values `(rows, columns)`, 0..1; empty where nothing was measured
public record MatrixSpec(
        String title,
        String rowLabel,
        String columnLabel,
        List<String> rows,
        List<String> columns,
        List<List<OptionalDouble>> values)
        implements Figure {

    public MatrixSpec {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        values = values.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (width == 0
                || rows.isEmpty()
                || values.size() != rows.size()
                || values.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("values do not fit the rows and columns");
        }
        if (values.stream().flatMap(List::stream).anyMatch(v -> !isShare(v))) {
            throw new IllegalArgumentException("values must be 0..1");
        }
    }

    private static boolean isShare(OptionalDouble value) {
        return value.isEmpty() || (value.getAsDouble() >= 0 && value.getAsDouble() <= 1);
    }
}
