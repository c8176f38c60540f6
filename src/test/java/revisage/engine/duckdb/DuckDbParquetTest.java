package revisage.engine.duckdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import revisage.vector.LeakedFile;
import revisage.vector.VectorFileException;
import revisage.vector.VectorSet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

class DuckDbParquetTest {

    private final DuckDbParquet parquet = new DuckDbParquet();

    @TempDir Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        VectorSet vectors = many(5_000, 33);
        Path file = folder.resolve("leak [1]*'.parquet");
        parquet.write(vectors, file);
        LeakedFile read = parquet.open(file);
        assertArrayEquals(vectors.toArray(), read.vectors().toArray());
        assertEquals(vectors.ids(), read.vectors().ids());
        assertEquals(vectors.labels(), read.vectors().labels());
        assertEquals(List.of(), read.notices());
        try (var all = Files.list(folder)) {
            assertEquals(1, all.count());
        }
    }

    @Test
    void theSameVectorsGiveTheSameBytes() throws Exception {
        parquet.write(many(300, 7), folder.resolve("1.parquet"));
        parquet.write(many(300, 7), folder.resolve("2.parquet"));
        assertEquals(-1, Files.mismatch(folder.resolve("1.parquet"), folder.resolve("2.parquet")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT [1.5, 2]::FLOAT[] AS vector UNION ALL SELECT [3, 4]::FLOAT[]",
                "SELECT [1.5, 2]::FLOAT[2] AS v UNION ALL SELECT [3, 4]::FLOAT[2]",
                "SELECT [1.5, 2]::DOUBLE[] AS \"my \"\"list\" UNION ALL SELECT [3, 4]::DOUBLE[]",
                "SELECT [1.5, 2]::DECIMAL(5,2)[] AS v UNION ALL SELECT [3, 4]::DECIMAL(5,2)[]",
                "SELECT 1.5::FLOAT AS a, 2::FLOAT AS b UNION ALL SELECT 3, 4",
                "SELECT 1.5::DOUBLE AS a, 2 AS b UNION ALL SELECT 3, 4",
                "SELECT [9.0] AS other, [1.5, 2] AS embedding UNION ALL SELECT [8.0], [3.0, 4.0]"
            })
    void theUsualColumnsAreRead(String sql) throws Exception {
        VectorSet vectors = parquet.open(made(sql)).vectors();
        assertEquals(2, vectors.count());
        assertArrayEquals(new float[] {1.5f, 2, 3, 4}, vectors.toArray());
    }

    @Test
    void idAndLabelAreFoundByName() throws Exception {
        VectorSet vectors =
                parquet.open(
                                made(
                                        "SELECT 7 AS image_id, 'ann' AS person, 'x' AS more,"
                                                + " [1.5, 2]::FLOAT[] AS v"))
                        .vectors();
        assertEquals(Optional.of(List.of("7")), vectors.ids());
        assertEquals(Optional.of(List.of("ann")), vectors.labels());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT [1.5, 2]::FLOAT[] AS v UNION ALL SELECT [3]::FLOAT[]", // ragged
                "SELECT [1.5, 2]::FLOAT[] AS v UNION ALL SELECT NULL",
                "SELECT [1.5, NULL]::FLOAT[] AS v",
                "SELECT []::FLOAT[] AS v",
                "SELECT [1.5]::FLOAT[] AS v WHERE false",
                "SELECT [1e300]::DOUBLE[] AS v",
                "SELECT [[1.5]]::FLOAT[][] AS v",
                "SELECT 'words' AS v",
                "SELECT [1.5] AS a, [2.5] AS b"
            })
    void aTableWithoutSoundVectorsIsRefused(String sql) throws Exception {
        Path file = made(sql);
        assertThrows(VectorFileException.class, () -> parquet.open(file), sql);
    }

    @Test
    void nothingButTheNamedFileCanBeTouched() throws Exception {
        Path other = made("SELECT 1 AS a");
        try (var session = new DuckDbSession(folder.resolve("allowed"));
                var statement = session.connection().createStatement()) {
            for (String sql :
                    List.of(
                            "SELECT * FROM '" + other + "'",
                            "COPY (SELECT 1) TO '" + folder.resolve("x.csv") + "'",
                            "SELECT * FROM read_csv('http://localhost:1/x')",
                            "INSTALL httpfs",
                            "SET enable_external_access = true")) {
                assertThrows(SQLException.class, () -> statement.execute(sql), sql);
            }
        }
        assertFalse(Files.exists(folder.resolve("x.csv")));
    }

    @Test
    void aLongQueryIsStoppedWithinASecond() throws Exception {
        try (var session = new DuckDbSession(folder.resolve("allowed"));
                var statement = session.connection().createStatement()) {
            Thread me = Thread.currentThread();
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try {
                                    Thread.sleep(200);
                                } catch (InterruptedException _) {
                                    // interrupts all the same
                                }
                                me.interrupt();
                            });
            long began = System.nanoTime();
            assertThrows(
                    InterruptedException.class,
                    () ->
                            session.call(
                                    statement,
                                    () ->
                                            statement.execute(
                                                    "SELECT sum(sqrt(a.range * b.range)) FROM"
                                                        + " range(1000000) a, range(100000) b")));
            assertTrue(System.nanoTime() - began < 1_200_000_000L);
        }
    }

    private Path made(String sql) throws SQLException {
        Path file = folder.resolve("made.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (" + sql + ") TO '" + file + "' (FORMAT parquet)");
        }
        return file;
    }

    private static VectorSet many(int count, int dimension) {
        var random = new java.util.Random(3);
        float[] values = new float[count * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        List<String> ids =
                java.util.stream.IntStream.range(0, count).mapToObj(i -> "f" + i).toList();
        List<String> labels =
                java.util.stream.IntStream.range(0, count).mapToObj(i -> "p" + i / 3).toList();
        return VectorSet.of(values, dimension).named(ids, labels);
    }
}
