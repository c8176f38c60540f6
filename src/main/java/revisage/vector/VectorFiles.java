package revisage.vector;

import revisage.work.WorkException;

import java.nio.file.Path;

/// Reads and writes vector files of every kind the program knows, told by content.
public interface VectorFiles {

    /// @throws VectorFileException if the file is of no known kind, damaged, or hostile
    VectorSet read(Path file) throws WorkException, InterruptedException;

    /// Writes `.npy` (with `FILE.labels.csv` beside it for ids and labels), `.parquet` or `.csv`,
    /// by the name's ending; whole or not at all.
    void write(VectorSet vectors, Path file) throws WorkException, InterruptedException;
}
