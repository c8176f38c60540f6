package revisage.vector;

import revisage.work.WorkException;

import java.nio.file.Path;

/// Reads and writes Parquet; an engine does it.
public interface ParquetFiles {

    /// @param file begins with `PAR1`
    /// @throws VectorFileException if the file is damaged or holds no vectors
    LeakedFile open(Path file) throws WorkException, InterruptedException;

    /// Columns `id` and `label` where the set has them, and `vector`, a list of 32-bit floats;
    /// whole or not at all.
    void write(VectorSet vectors, Path file) throws WorkException, InterruptedException;
}
