package revisage.engine.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.table.Column;
import revisage.table.TidyTable;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class DuckDbTablesTest {

    @TempDir Path folder;

    @Test
    void everyKindOfValueReadsBackAndUnknownStaysUnknown() throws Exception {
        var table =
                new TidyTable(
                        "t",
                        List.of(
                                new Column("code", Column.Kind.TEXT, "It's a code.", ""),
                                new Column("n", Column.Kind.WHOLE, "Whole.", ""),
                                new Column("x", Column.Kind.REAL, "Real.", "s"),
                                new Column("b", Column.Kind.TRUTH, "True.", "")),
                        List.of(
                                List.of(
                                        Optional.of("a'b"),
                                        Optional.of(3L),
                                        Optional.of(0.25),
                                        Optional.of(true)),
                                List.of(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())));
        Path file = folder.resolve("t.parquet");
        new DuckDbTables().write(table, file);
        var read = new ArrayList<String>();
        try (var db = DriverManager.getConnection("jdbc:duckdb:");
                var ask = db.createStatement()) {
            try (var rows = ask.executeQuery("SELECT * FROM read_parquet('" + file + "')")) {
                while (rows.next()) {
                    for (int i = 1; i <= 4; i++) {
                        read.add(String.valueOf(rows.getObject(i)));
                    }
                }
            }
            try (var meta =
                    ask.executeQuery(
                            "SELECT count(*) FROM parquet_kv_metadata('"
                                    + file
                                    + "') WHERE decode(key) = 'code'"
                                    + " AND decode(value) = 'It''s a code.'")) {
                meta.next();
                assertEquals(1, meta.getInt(1));
            }
        }
        assertEquals(List.of("a'b", "3", "0.25", "true", "null", "null", "null", "null"), read);
    }
}
