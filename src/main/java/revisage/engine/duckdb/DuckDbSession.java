package revisage.engine.duckdb;

import org.duckdb.DuckDBConnection;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A database in memory that may touch one file on the disk and nothing else: no network, no
/// extensions, no other path. One a job, so that a damaged file spoils nothing that comes after.
final class DuckDbSession implements AutoCloseable {

    private final Connection connection;

    /// @param file the only path that may be read or written
    DuckDbSession(Path file) throws SQLException {
        var settings = new Properties();
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty("jdbc_stream_results", "true");
        connection = DriverManager.getConnection("jdbc:duckdb:", settings);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET allowed_paths = [" + quoted(file) + "]");
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    DuckDBConnection connection() throws SQLException {
        return connection.unwrap(DuckDBConnection.class);
    }

    /// Runs what may take long where an interruption is heard: DuckDB is told to stop and has
    /// stopped when this returns.
    <T> T call(Statement statement, Query<T> query) throws SQLException, InterruptedException {
        try (ExecutorService lane = Executors.newSingleThreadExecutor()) {
            Future<T> result = lane.submit(query::run);
            try {
                return result.get();
            } catch (InterruptedException e) {
                statement.cancel();
                throw e;
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case SQLException s -> throw s;
                    case RuntimeException r -> throw r;
                    case Error r -> throw r;
                    case null, default -> throw new IllegalStateException(e.getCause());
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException _) {
            // A database in memory has nothing to lose.
        }
    }

    /// As a text in SQL.
    static String quoted(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }

    /// As a name in SQL.
    static String quotedName(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    /// A call into DuckDB.
    @FunctionalInterface
    interface Query<T> {
        T run() throws SQLException;
    }
}
