package revisage.app;

import revisage.algebra.Products;
import revisage.cloud.Clouds;
import revisage.engine.duckdb.DuckDbParquet;
import revisage.engine.duckdb.DuckDbTables;
import revisage.engine.onnx.OnnxExtractors;
import revisage.engine.onnx.OnnxGenerators;
import revisage.engine.onnx.OnnxProducts;
import revisage.engine.opencv.OpenCvPhotos;
import revisage.engine.opencv.YuNetFinder;
import revisage.extract.DeviceChoice;
import revisage.extract.Extractors;
import revisage.face.FaceFinder;
import revisage.face.PhotoDecoder;
import revisage.reconstruct.Generators;
import revisage.study.Engines;
import revisage.table.ParquetTables;
import revisage.train.Trainings;
import revisage.vector.VectorFiles;
import revisage.vector.file.KnownFiles;
import revisage.work.WorkException;

import java.nio.file.Path;

/// The engines this program is built with. Nothing native is loaded before it is used.
final class Cellar implements Engines {

    private final Path home;

    /// @param home folder of the program, with its `models`
    Cellar(Path home) {
        this.home = home;
    }

    @Override
    public Extractors extractors() {
        return new OnnxExtractors();
    }

    @Override
    public Generators generators() {
        return new OnnxGenerators();
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
    public Clouds clouds() {
        return new CloudEngines();
    }

    @Override
    public Trainings trainings() {
        return new OwnProcess(home);
    }

    @Override
    public FaceFinder faceFinder(Path yunet) throws WorkException {
        return YuNetFinder.open(yunet);
    }
}
