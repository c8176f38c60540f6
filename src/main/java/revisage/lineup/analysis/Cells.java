package revisage.lineup.analysis;

import revisage.lineup.Entry;
import revisage.lineup.LineupException;
import revisage.table.Column;
import revisage.table.TidyTable;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One row of a table that was read: asked for by the columns' names, refused with its number.
///
/// @param index of the row, from 0
record Cells(TidyTable table, int index, Path file) {

    /// Makes an entry of the row.
    interface Made {
        Entry entry() throws LineupException;
    }

    /// @throws LineupException with the row, if the entry refuses its values
    Entry checked(Made made) throws LineupException {
        try {
            return made.entry();
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
        }
    }

    SourcedEntry sourced(Entry entry) {
        return new SourcedEntry(entry, file.toString(), where());
    }

    private String where() {
        return "row " + (index + 1);
    }

    private Optional<Object> cell(String column) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        return table.rows().get(index).get(names.indexOf(column));
    }

    private Object wanted(String column) throws LineupException {
        return cell(column).orElseThrow(() -> refused("column '" + column + "' is empty"));
    }

    String text(String column) throws LineupException {
        return wanted(column).toString();
    }

    int whole(String column) throws LineupException {
        long value = number(column);
        if (value != (int) value) {
            throw refused("%d in column '%s' is too large".formatted(value, column));
        }
        return (int) value;
    }

    long number(String column) throws LineupException {
        return (Long) wanted(column);
    }

    boolean truth(String column) throws LineupException {
        return (Boolean) wanted(column);
    }

    /// Codes joined by blanks; empty for none.
    List<String> list(String column) {
        return cell(column).map(v -> Arrays.asList(v.toString().split(" "))).orElse(List.of());
    }

    /// A constant of an enum in lower case; empty if it was not told.
    <E extends Enum<E>> Optional<E> word(String column, Class<E> kind) {
        return cell(column).map(v -> Enum.valueOf(kind, v.toString().toUpperCase(Locale.ROOT)));
    }

    private LineupException refused(String reason) {
        return new LineupException(
                "%s, %s: %s.".formatted(file, where(), reason),
                "Take the file as it was written, or correct the row.");
    }
}
