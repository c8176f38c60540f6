package revisage.table;

import java.util.List;
import java.util.Optional;

/// One row an observation, one column a variable.
///
/// @param name of its files, without ending
/// @param columns 1 or more
/// @param rows each with a value a column, of the column's kind; empty where it is unknown
public record TidyTable(String name, List<Column> columns, List<List<Optional<Object>>> rows) {

    public TidyTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Optional<Object>> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "%d values for %d columns".formatted(row.size(), columns.size()));
            }
            for (int c = 0; c < row.size(); c++) {
                Column column = columns.get(c);
                if (row.get(c).isPresent() && !column.takes(row.get(c).get())) {
                    throw new IllegalArgumentException(
                            "%s cannot be %s".formatted(column.name(), row.get(c).get()));
                }
            }
        }
    }
}
