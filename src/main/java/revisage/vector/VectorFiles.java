package revisage.vector;

import revisage.work.WorkException;

import java.nio.file.Path;

/// Reads and writes vector files of every kind the program knows, told by content.
public interface VectorFiles {

    /// Opens a file to look at it: what was converted is said, nothing is judged.
    ///
    /// @throws VectorFileException if the file is of no known kind, damaged, or hostile
    LeakedFile open(Path file) throws WorkException, InterruptedException;

    /// Opens a file to work with it: every vector is finite and not zero.
    ///
    /// @throws VectorFileException also if a vector has no direction
    default VectorSet read(Path file) throws WorkException, InterruptedException {
        return open(file).sound();
    }

    /// Writes `.npy` (with `FILE.labels.csv` beside it for ids and labels), `.parquet` or `.csv`,
    /// by the name's ending; whole or not at all.
    void write(VectorSet vectors, Path file) throws WorkException, InterruptedException;
}
