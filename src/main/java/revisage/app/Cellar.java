package revisage.app;

import revisage.algebra.Products;
import revisage.engine.duckdb.DuckDbParquet;
import revisage.engine.duckdb.DuckDbTables;
import revisage.engine.onnx.OnnxExtractors;
import revisage.engine.onnx.OnnxProducts;
import revisage.engine.opencv.OpenCvPhotos;
import revisage.engine.opencv.YuNetFinder;
import revisage.extract.DeviceChoice;
import revisage.extract.Extractors;
import revisage.face.FaceFinder;
import revisage.face.PhotoDecoder;
import revisage.study.Engines;
import revisage.table.ParquetTables;
import revisage.train.Trainings;
import revisage.vector.VectorFiles;
import revisage.vector.file.KnownFiles;
import revisage.work.WorkException;

import java.nio.file.Path;

/// The engines this program is built with. Nothing native is loaded before it is used.
final class Cellar implements Engines {

    @Override
    public Extractors extractors() {
        return new OnnxExtractors();
    }

    @Override
    public PhotoDecoder photos() {
        return new OpenCvPhotos();
    }

    @Override
    public VectorFiles vectorFiles() {
        return new KnownFiles(new DuckDbParquet());
    }

    @Override
    public ParquetTables tables() {
        return new DuckDbTables();
    }

    @Override
    public Products products(DeviceChoice device) throws WorkException {
        return new OnnxProducts();
    }

    @Override
    public Trainings trainings() {
        return new OwnProcess();
    }

    @Override
    public FaceFinder faceFinder(Path yunet) throws WorkException {
        return YuNetFinder.open(yunet);
    }
}
