package revisage.table;

import revisage.work.WorkException;

import java.nio.file.Path;

/// Writes tidy tables as Parquet; behind it is an engine.
public interface ParquetTables {

    /// Whole or not at all.
    void write(TidyTable table, Path file) throws WorkException, InterruptedException;
}
