package revisage.vector.file;

import revisage.vector.LeakedFile;
import revisage.vector.ParquetFiles;
import revisage.vector.VectorFileException;
import revisage.vector.VectorFiles;
import revisage.vector.VectorSet;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// All formats behind one door.
public final class KnownFiles implements VectorFiles {

    private static final String DOING = "write the vectors";

    private final ParquetFiles parquet;

    /// @param parquet the engine for Parquet
    public KnownFiles(ParquetFiles parquet) {
        this.parquet = parquet;
    }

    @Override
    public LeakedFile open(Path file) throws WorkException, InterruptedException {
        LeakedFile leaked =
                switch (FileKind.of(file)) {
                    case NPY -> NpyFile.open(file);
                    case ZIP -> NpzFile.open(file);
                    case PARQUET -> parquet.open(file);
                    case SAFETENSORS -> SafeTensorsFile.open(file);
                    case JSON -> JsonFile.open(file);
                    case TABLE -> TableFile.open(file);
                };
        return LabelsFile.joined(leaked);
    }

    @Override
    public void write(VectorSet vectors, Path file) throws WorkException, InterruptedException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".npy")) {
            WholeFile.write(DOING, file, half -> writeNpy(vectors, file, half));
        } else if (name.endsWith(".csv")) {
            WholeFile.write(DOING, file, half -> TableWriter.write(vectors, half));
        } else if (name.endsWith(".parquet")) {
            parquet.write(vectors, file);
        } else {
            throw new VectorFileException(
                    "Vectors cannot be written as %s.".formatted(file),
                    "Give the file a name that ends with .npy, .parquet or .csv.");
        }
    }

    /// The names are in place before the numbers are: only a kill between the two renamings could
    /// leave old numbers with new names.
    private static void writeNpy(VectorSet vectors, Path file, Path half)
            throws IOException, WorkException, InterruptedException {
        NpyFile.write(vectors, half);
        Path beside = LabelsFile.beside(file);
        if (vectors.ids().isPresent() || vectors.labels().isPresent()) {
            WholeFile.write("write the labels", beside, h -> LabelsFile.write(vectors, h));
        } else {
            Files.deleteIfExists(beside);
        }
    }
}
