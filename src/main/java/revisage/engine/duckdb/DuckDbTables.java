package revisage.engine.duckdb;

import org.duckdb.DuckDBAppender;

import revisage.table.Column;
import revisage.table.ParquetTables;
import revisage.table.TidyTable;
import revisage.work.WholeFile;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Tidy tables as Parquet by DuckDB, in memory. The columns' meanings go along as metadata.
public final class DuckDbTables implements ParquetTables {

    @Override
    public void write(TidyTable table, Path file) throws WorkException, InterruptedException {
        WholeFile.write(
                "write the table",
                file,
                half -> {
                    Path plain = half.resolveSibling(".table." + ProcessHandle.current().pid());
                    try (var session = new DuckDbSession(plain)) {
                        write(table, session, plain);
                        Files.move(plain, half);
                    } catch (SQLException e) {
                        throw new IOException("DuckDB says \"" + e.getMessage() + "\"", e);
                    } finally {
                        Files.deleteIfExists(plain);
                    }
                });
    }

    private static void write(TidyTable table, DuckDbSession session, Path to)
            throws SQLException, InterruptedException {
        String columns =
                table.columns().stream()
                        .map(c -> DuckDbSession.quotedName(c.name()) + " " + type(c.kind()))
                        .collect(Collectors.joining(", "));
        try (var statement = session.connection().createStatement()) {
            statement.execute("CREATE TABLE tidy (" + columns + ")");
            try (var appender = session.connection().createAppender("tidy")) {
                for (List<Optional<Object>> row : table.rows()) {
                    Work.pausePoint();
                    append(row, appender);
                }
            }
            String meanings =
                    table.columns().stream()
                            .map(
                                    c ->
                                            DuckDbSession.quotedName(c.name())
                                                    + ": '"
                                                    + c.meaning().replace("'", "''")
                                                    + "'")
                            .collect(Collectors.joining(", "));
            session.call(
                    statement,
                    () ->
                            statement.execute(
                                    "COPY tidy TO %s (FORMAT parquet, KV_METADATA {%s})"
                                            .formatted(DuckDbSession.quoted(to), meanings)));
        }
    }

    private static void append(List<Optional<Object>> row, DuckDBAppender appender)
            throws SQLException {
        appender.beginRow();
        for (Optional<Object> value : row) {
            switch (value.orElse("")) {
                case Object _ when value.isEmpty() -> appender.appendNull();
                case Long whole -> appender.append(whole.longValue());
                case Double real -> appender.append(real.doubleValue());
                case Boolean truth -> appender.append(truth.booleanValue());
                case Object text -> appender.append(text.toString());
            }
        }
        appender.endRow();
    }

    private static String type(Column.Kind kind) {
        return switch (kind) {
            case TEXT -> "VARCHAR";
            case WHOLE -> "BIGINT";
            case REAL -> "DOUBLE";
            case TRUTH -> "BOOLEAN";
        };
    }
}
