package revisage.engine.duckdb;

import revisage.vector.LeakedFile;
import revisage.vector.ParquetFiles;
import revisage.vector.Refusal;
import revisage.vector.VectorSet;
import revisage.work.FileException;
import revisage.work.WholeFile;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Parquet by DuckDB, in memory.
public final class DuckDbParquet implements ParquetFiles {

    @Override
    public LeakedFile open(Path file) throws WorkException, InterruptedException {
        var refusal = new Refusal(file, "a Parquet file");
        Path plain = withoutPattern(file);
        try (var session = new DuckDbSession(plain)) {
            return new ParquetReading(session, plain, refusal).read(file);
        } catch (SQLException e) {
            throw refusal.because(reason(e, plain), e);
        } finally {
            forget(plain, file);
        }
    }

    @Override
    public void write(VectorSet vectors, Path file) throws WorkException, InterruptedException {
        WholeFile.write(
                "write the vectors",
                file,
                half -> {
                    // DuckDB gets a plain name: in its own language * and [ are patterns.
                    Path plain = half.resolveSibling(".vectors." + ProcessHandle.current().pid());
                    try (var session = new DuckDbSession(plain)) {
                        write(vectors, session, plain);
                        Files.move(plain, half);
                    } catch (SQLException e) {
                        throw new IOException(reason(e, plain), e);
                    } finally {
                        Files.deleteIfExists(plain);
                    }
                });
    }

    private static void write(VectorSet vectors, DuckDbSession session, Path to)
            throws SQLException, InterruptedException {
        Optional<List<String>> ids = vectors.ids();
        Optional<List<String>> labels = vectors.labels();
        String columns =
                (ids.isPresent() ? "id VARCHAR, " : "")
                        + (labels.isPresent() ? "label VARCHAR, " : "")
                        + "vector FLOAT[]";
        try (var statement = session.connection().createStatement()) {
            statement.execute("CREATE TABLE leak (" + columns + ")");
            try (var appender = session.connection().createAppender("leak")) {
                for (int row = 0; row < vectors.count(); row++) {
                    Work.pausePoint();
                    appender.beginRow();
                    if (ids.isPresent()) {
                        appender.append(ids.get().get(row));
                    }
                    if (labels.isPresent()) {
                        appender.append(labels.get().get(row));
                    }
                    appender.append(vectors.row(row)).endRow();
                }
            }
            String copy = "COPY leak TO " + DuckDbSession.quoted(to) + " (FORMAT parquet)";
            session.call(statement, () -> statement.execute(copy));
        }
    }

    /// DuckDB takes `*`, `?` and `[` in a path for patterns; such a file is read through a link.
    private static Path withoutPattern(Path file) throws WorkException {
        Path absolute = file.toAbsolutePath();
        if (!absolute.toString().matches(".*[*?\\[].*")) {
            return absolute;
        }
        try {
            Path link = Files.createTempDirectory("revisage").resolve("vectors.parquet");
            return Files.createSymbolicLink(link, absolute);
        } catch (IOException | UnsupportedOperationException _) {
            throw new FileException(
                    "Cannot read %s: its name holds *, ? or [.".formatted(file),
                    "Rename the file or its folder.");
        }
    }

    private static void forget(Path plain, Path file) {
        if (!plain.equals(file.toAbsolutePath())) {
            try {
                Files.deleteIfExists(plain);
                Path folder = plain.getParent();
                if (folder != null) {
                    Files.deleteIfExists(folder);
                }
            } catch (IOException _) {
                // An empty folder is left in the folder for such things.
            }
        }
    }

    private static String reason(SQLException e, Path path) {
        String message = String.valueOf(e.getMessage());
        String first = message.lines().findFirst().orElse("");
        return "DuckDB says \""
                + first.replace("'" + path + "'", "").replace(path.toString(), "it").strip()
                + "\"";
    }
}
