package revisage.study;

import revisage.algebra.Products;
import revisage.cloud.Clouds;
import revisage.extract.DeviceChoice;
import revisage.extract.Extractors;
import revisage.face.FaceFinder;
import revisage.face.PhotoDecoder;
import revisage.reconstruct.Generators;
import revisage.table.ParquetTables;
import revisage.train.Trainings;
import revisage.vector.VectorFiles;
import revisage.work.WorkException;

import java.nio.file.Path;

/// What the corridor needs from the cellar, as interfaces. Filled once, in `app`.
public interface Engines {

    /// Opens extractors.
    Extractors extractors();

    /// Opens trained reconstructors.
    Generators generators();

    /// Reads JPEG and PNG.
    PhotoDecoder photos();

    /// Reads and writes vector files of every kind.
    VectorFiles vectorFiles();

    /// Writes tidy tables as Parquet.
    ParquetTables tables();

    /// Big products. The caller closes it.
    Products products(DeviceChoice device) throws WorkException;

    /// Talks to clouds; none, unless told otherwise.
    default Clouds clouds() {
        return Clouds.NONE;
    }

    /// Starts trainings, each in a process of its own.
    Trainings trainings();

    /// @param yunet a YuNet ONNX file, named by the user. The caller closes the finder.
    FaceFinder faceFinder(Path yunet) throws WorkException;
}
