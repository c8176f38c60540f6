package revisage.engine.duckdb;

import revisage.vector.Refusal;
import revisage.vector.UsualNames;
import revisage.vector.VectorFileException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which columns of a table hold the vectors and their names.
///
/// @param list the column with a list of numbers a row; empty if the components are columns
/// @param components columns with one number a row, in their order; empty if there is a list
/// @param stored the numbers' type, for people
record ParquetColumns(
        Optional<String> list,
        List<String> components,
        Optional<String> id,
        Optional<String> label,
        String stored,
        List<String> leftOut) {

    private static final Set<String> FLOATS = Set.of("FLOAT", "DOUBLE");
    private static final Set<String> WHOLE =
            Set.of(
                    "TINYINT",
                    "SMALLINT",
                    "INTEGER",
                    "BIGINT",
                    "UTINYINT",
                    "USMALLINT",
                    "UINTEGER",
                    "UBIGINT");

    /// @param type as DuckDB writes it, for example `FLOAT[512]`
    record Column(String name, String type) {

        private boolean isList() {
            int bracket = type.indexOf('[');
            return bracket > 0
                    && type.indexOf('[', bracket + 1) < 0
                    && isNumber(type.substring(0, bracket));
        }

        private boolean mayName() {
            return type.equals("VARCHAR") || type.equals("UUID") || WHOLE.contains(type);
        }
    }

    ParquetColumns {
        components = List.copyOf(components);
        leftOut = List.copyOf(leftOut);
    }

    static ParquetColumns of(List<Column> all, Refusal refusal) throws VectorFileException {
        Optional<String> id = named(all, UsualNames.ID);
        Optional<String> label = named(all, UsualNames.LABEL);
        List<Column> lists = all.stream().filter(Column::isList).toList();
        if (lists.size() > 1) {
            List<Column> usual = lists.stream().filter(c -> has(c, UsualNames.VECTOR)).toList();
            lists = usual.isEmpty() ? lists : usual;
        }
        if (lists.size() > 1) {
            throw refusal.because(
                    "several of its columns could be the vectors ("
                            + String.join(", ", lists.stream().map(Column::name).toList())
                            + ")",
                    "Name the column \"vector\".");
        }
        Set<String> names =
                Set.copyOf(
                        java.util.stream.Stream.of(id, label).flatMap(Optional::stream).toList());
        List<Column> components =
                lists.isEmpty()
                        ? all.stream()
                                .filter(c -> isNumber(c.type()) && !names.contains(c.name()))
                                .toList()
                        : List.of();
        if (lists.isEmpty() && components.isEmpty()) {
            throw refusal.because(
                    "no column holds lists of numbers",
                    "Write the vectors as a list column named \"vector\".");
        }
        var leftOut = new ArrayList<String>();
        for (Column column : all) {
            if (!lists.contains(column)
                    && !components.contains(column)
                    && !names.contains(column.name())) {
                leftOut.add(column.name());
            }
        }
        return new ParquetColumns(
                lists.stream().map(Column::name).findFirst(),
                components.stream().map(Column::name).toList(),
                id,
                label,
                stored(lists.isEmpty() ? components : lists),
                leftOut);
    }

    private static String stored(List<Column> vectors) {
        List<String> types =
                vectors.stream().map(c -> c.type().replaceAll("\\[.*", "")).distinct().toList();
        return switch (types.size() == 1 ? types.getFirst() : "") {
            case "FLOAT" -> "float32";
            case "DOUBLE" -> "float64";
            case "" -> "several types";
            default -> types.getFirst().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static Optional<String> named(List<Column> all, UsualNames role) {
        return all.stream().filter(c -> c.mayName() && has(c, role)).map(Column::name).findFirst();
    }

    private static boolean has(Column column, UsualNames role) {
        return UsualNames.of(column.name()).equals(Optional.of(role));
    }

    private static boolean isNumber(String type) {
        return FLOATS.contains(type) || WHOLE.contains(type) || type.startsWith("DECIMAL");
    }
}
