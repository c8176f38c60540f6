package revisage.vector.file;

import revisage.vector.LeakedFile;
import revisage.vector.Refusal;
import revisage.vector.RowCollector;
import revisage.vector.VectorFileException;
import revisage.vector.VectorSet;
import revisage.vector.file.TableColumns.Role;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The rows of a table on their way to vectors.
final class TableRows {

    private static final String ROUND_TRIP =
            "Correct the line, or write the table again with a point as decimal sign.";

    private final char delimiter;
    private final Refusal refusal;
    private final List<String> notices = new ArrayList<>();
    private final RowCollector rows = new RowCollector();
    private final List<String> ids = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<List<String>> words = List.of(new ArrayList<>(), new ArrayList<>());
    private TableColumns columns = new TableColumns(false, List.of());
    private float[] row = new float[0];
    private boolean onlyWhole = true;
    private long commaLine;

    TableRows(char delimiter, Refusal refusal) {
        this.delimiter = delimiter;
        this.refusal = refusal;
    }

    char delimiter() {
        return delimiter;
    }

    boolean isOpen() {
        return !columns.roles().isEmpty();
    }

    /// Learns the columns; takes the first record if it is no header.
    void begin(List<String> first, Optional<List<String>> second) throws WorkException {
        columns = TableColumns.of(first, second, notices, refusal);
        row = new float[columns.count(Role.COMPONENT)];
        if (row.length > NumberArray.LONGEST_VECTOR) {
            throw refusal.because("it has %,d columns".formatted(row.length));
        }
        if (!columns.header()) {
            add(first, 1);
        }
    }

    void add(List<String> cells, long line) throws WorkException {
        if (cells.size() != columns.roles().size()) {
            throw TableFile.at(
                    line,
                    "has %d columns, not %d".formatted(cells.size(), columns.roles().size()),
                    refusal);
        }
        int component = 0;
        int word = 0;
        for (int c = 0; c < cells.size(); c++) {
            String cell = cells.get(c);
            switch (columns.roles().get(c)) {
                case COMPONENT -> row[component++] = number(cell, line, c);
                case VECTOR -> vector(cell, line, c);
                case ID -> ids.add(cell);
                case LABEL -> labels.add(cell);
                case ROW_NUMBER -> rowNumber(cell, line);
                case WORDS -> words.get(word++).add(word(cell, line, c));
                case IGNORED -> {}
            }
        }
        if (component > 0) {
            rows.add(row, component);
        }
    }

    private void rowNumber(String cell, long line) throws VectorFileException {
        if (!NumberText.isWhole(cell)) {
            throw TableFile.at(line, "has no row number in its first column", refusal);
        }
        if (!columns.roles().contains(Role.ID)) {
            ids.add(cell.strip());
        }
    }

    /// A fraction among words: a component of which another line is broken.
    private String word(String cell, long line, int column) throws VectorFileException {
        if (NumberText.isFraction(cell)) {
            throw TableFile.at(
                    line,
                    "has a number in column %d, where the first line has a word"
                            .formatted(column + 1),
                    refusal);
        }
        return cell;
    }

    private float number(String cell, long line, int column) throws VectorFileException {
        try {
            float value = NumberText.read(cell);
            if (onlyWhole) {
                onlyWhole = NumberText.isWhole(cell);
                String digits = cell.strip();
                boolean rest = digits.equals("-0") || digits.matches("-?0\\d+");
                commaLine = rest && commaLine == 0 ? line : commaLine;
            }
            return value;
        } catch (NumberText.Unfit e) {
            throw unfit(cell, line, column, e);
        }
    }

    private void vector(String cell, long line, int column) throws WorkException {
        if (!BracketedVector.is(cell)) {
            throw TableFile.at(
                    line, "has no vector in brackets in column %d".formatted(column + 1), refusal);
        }
        if (cell.contains("...")) {
            throw refusal.because(
                    "line %,d holds a vector that was shortened to \"...\" when it was printed"
                            .formatted(line),
                    "Write the whole vectors, for example with numpy.save.");
        }
        try {
            float[] values = BracketedVector.read(cell);
            if (values.length > NumberArray.LONGEST_VECTOR
                    || (rows.count() > 0 && values.length != rows.dimension())) {
                throw TableFile.at(
                        line,
                        "holds a vector of %,d components, not %,d"
                                .formatted(values.length, rows.dimension()),
                        refusal);
            }
            rows.add(values, values.length);
        } catch (NumberText.Unfit e) {
            throw unfit("in brackets", line, column, e);
        }
    }

    private VectorFileException unfit(String cell, long line, int column, NumberText.Unfit e) {
        String shown = cell.length() > 40 ? cell.substring(0, 40) + "…" : cell;
        return refusal.because(
                "line %,d, column %d holds \"%s\", which %s"
                        .formatted(line, column + 1, shown, e.getMessage()),
                ROUND_TRIP);
    }

    LeakedFile leaked(Path file, boolean endsWithLineBreak)
            throws VectorFileException, FileException {
        if (onlyWhole && commaLine > 0 && delimiter == ',') {
            throw refusal.because(
                    "line %,d holds whole numbers such as 012 or -0 only, as a table with decimal"
                                    .formatted(commaLine)
                            + " commas would",
                    "Write it with a point as decimal sign.");
        }
        if (!endsWithLineBreak) {
            notices.add("The last line does not end with a line break; the file may be cut.");
        }
        settleWords();
        VectorSet vectors = rows.toVectors(present(ids), present(labels));
        String format =
                switch (delimiter) {
                    case '\t' -> "table, tabs between (TSV)";
                    case ';' -> "table, semicolons between (CSV)";
                    case ' ' -> "table, spaces between";
                    default -> "table, commas between (CSV)";
                };
        return new LeakedFile(
                file,
                format + (columns.header() ? " with header" : " without header"),
                "text",
                notices,
                vectors);
    }

    /// Words that never repeat name the vector, words that do name the person.
    private void settleWords() {
        for (List<String> column : words) {
            if (column.isEmpty()) {
                continue;
            }
            boolean repeats = new HashSet<>(column).size() < column.size();
            boolean asLabel = labels.isEmpty() && (repeats || !ids.isEmpty());
            if (asLabel || ids.isEmpty()) {
                (asLabel ? labels : ids).addAll(column);
                notices.add(
                        "A column of words was taken as %s."
                                .formatted(asLabel ? "labels (people)" : "ids"));
            }
        }
    }

    private static Optional<List<String>> present(List<String> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }
}
