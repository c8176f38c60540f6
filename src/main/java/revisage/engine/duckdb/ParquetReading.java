package revisage.engine.duckdb;

import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

import revisage.vector.FloatMemory;
import revisage.vector.LeakedFile;
import revisage.vector.Refusal;
import revisage.vector.VectorFileException;
import revisage.vector.VectorSet;
import revisage.work.Work;
import revisage.work.WorkException;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One Parquet file on its way to vectors.
///
/// @param path the only one the session may read, without pattern signs
record ParquetReading(DuckDbSession session, Path path, Refusal refusal) {

    private static final int LONGEST_VECTOR = 65_536;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;

    /// Vectors and their dimension, `(n, d)`.
    private record Size(int count, int dimension) {}

    LeakedFile read(Path file) throws SQLException, WorkException, InterruptedException {
        ParquetColumns columns = ParquetColumns.of(columns(), refusal);
        Size size = size(columns);
        MemorySegment values = FloatMemory.of((long) size.count() * size.dimension());
        if (columns.list().isPresent()) {
            readList(columns.list().get(), values);
        } else {
            readComponents(columns.components(), values);
        }
        var notices = new ArrayList<String>();
        if (!columns.stored().equals("float32")) {
            notices.add(
                    "The numbers were %s and were rounded to float32.".formatted(columns.stored()));
        }
        columns.leftOut().forEach(c -> notices.add("The column \"%s\" was left out.".formatted(c)));
        Optional<List<String>> ids = names(columns.id(), size.count());
        Optional<List<String>> labels = names(columns.label(), size.count());
        return new LeakedFile(
                file,
                columns.list()
                        .map("Parquet, column \"%s\""::formatted)
                        .orElse("Parquet, one column a component"),
                columns.stored(),
                notices,
                new VectorSet(values, size.count(), size.dimension(), ids, labels));
    }

    private String source() {
        return "read_parquet(%s, hive_partitioning = false)".formatted(DuckDbSession.quoted(path));
    }

    private List<ParquetColumns.Column> columns() throws SQLException, InterruptedException {
        var columns = new ArrayList<ParquetColumns.Column>();
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = query(statement, "DESCRIBE SELECT * FROM " + source())) {
            while (rows.next()) {
                columns.add(new ParquetColumns.Column(rows.getString(1), rows.getString(2)));
            }
        }
        return columns;
    }

    private Size size(ParquetColumns columns)
            throws SQLException, VectorFileException, InterruptedException {
        String length =
                columns.list()
                        .map(c -> "len(" + DuckDbSession.quotedName(c) + ")")
                        .orElse(Integer.toString(columns.components().size()));
        String sql =
                "SELECT count(*), min(%1$s), max(%1$s), count(%1$s) FROM %2$s"
                        .formatted(length, source());
        try (Statement statement = session.connection().createStatement();
                ResultSet row = query(statement, sql)) {
            row.next();
            long count = row.getLong(1);
            long least = row.getLong(2);
            long most = row.getLong(3);
            if (count == 0 || most == 0) {
                throw refusal.because("it holds no vectors");
            }
            if (least != most || row.getLong(4) != count) {
                throw refusal.because(
                        "its vectors have between %,d and %,d components, or are missing"
                                .formatted(least, most));
            }
            if (most > LONGEST_VECTOR || count > Integer.MAX_VALUE) {
                throw refusal.because(
                        "%,d vectors of %,d components are more than is read"
                                .formatted(count, most));
            }
            return new Size((int) count, (int) most);
        }
    }

    private void readList(String column, MemorySegment values)
            throws SQLException, VectorFileException, InterruptedException {
        String sql =
                "SELECT unnest(CAST(%s AS FLOAT[])) FROM %s"
                        .formatted(DuckDbSession.quotedName(column), source());
        try (DuckDBPreparedStatement statement = session.connection().prepare(sql);
                DuckDBChunkedResult result = session.call(statement, statement::query)) {
            long at = 0;
            while (next(result)) {
                DuckDBReadableVector numbers = result.chunk().vector(0);
                int count = (int) result.chunk().rowCount();
                if (at + (long) count * Float.BYTES > values.byteSize()) {
                    throw refusal.because("it changed while it was read");
                }
                for (int i = 0; i < count; i++) {
                    requireNumber(numbers, i);
                    values.set(FLOAT, at, numbers.getFloat(i));
                    at += Float.BYTES;
                }
            }
            requireWhole(at, values);
        }
    }

    private void readComponents(List<String> columns, MemorySegment values)
            throws SQLException, VectorFileException, InterruptedException {
        List<String> casts =
                columns.stream()
                        .map(c -> "CAST(%s AS FLOAT)".formatted(DuckDbSession.quotedName(c)))
                        .toList();
        String sql = "SELECT %s FROM %s".formatted(String.join(", ", casts), source());
        try (DuckDBPreparedStatement statement = session.connection().prepare(sql);
                DuckDBChunkedResult result = session.call(statement, statement::query)) {
            long at = 0;
            long rowBytes = (long) columns.size() * Float.BYTES;
            while (next(result)) {
                int count = (int) result.chunk().rowCount();
                if (at + count * rowBytes > values.byteSize()) {
                    throw refusal.because("it changed while it was read");
                }
                for (int c = 0; c < columns.size(); c++) {
                    DuckDBReadableVector numbers = result.chunk().vector(c);
                    for (int i = 0; i < count; i++) {
                        requireNumber(numbers, i);
                        long to = at + i * rowBytes + (long) c * Float.BYTES;
                        values.set(FLOAT, to, numbers.getFloat(i));
                    }
                }
                at += count * rowBytes;
            }
            requireWhole(at, values);
        }
    }

    private Optional<List<String>> names(Optional<String> column, int count)
            throws SQLException, VectorFileException, InterruptedException {
        if (column.isEmpty()) {
            return Optional.empty();
        }
        String sql =
                "SELECT coalesce(CAST(%s AS VARCHAR), '') FROM %s"
                        .formatted(DuckDbSession.quotedName(column.get()), source());
        var names = new ArrayList<String>();
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = query(statement, sql)) {
            while (rows.next()) {
                Work.pausePoint();
                names.add(rows.getString(1));
            }
        }
        if (names.size() != count) {
            throw refusal.because("it changed while it was read");
        }
        return Optional.of(names);
    }

    private ResultSet query(Statement statement, String sql)
            throws SQLException, InterruptedException {
        return session.call(statement, () -> statement.executeQuery(sql));
    }

    private static boolean next(DuckDBChunkedResult result)
            throws SQLException, InterruptedException {
        Work.pausePoint(); // a chunk is at most one row group: well under a second
        return result.nextChunk();
    }

    private void requireNumber(DuckDBReadableVector numbers, int row) throws VectorFileException {
        if (numbers.isNull(row)) {
            throw refusal.because("a component is missing (NULL)");
        }
    }

    private void requireWhole(long bytes, MemorySegment values) throws VectorFileException {
        if (bytes != values.byteSize()) {
            throw refusal.because("it ended before its last vector");
        }
    }
}
