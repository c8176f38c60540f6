package revisage.study;

import revisage.algebra.Products;
import revisage.engine.duckdb.DuckDbParquet;
import revisage.extract.DeviceChoice;
import revisage.face.FaceFinder;
import revisage.match.PlainProducts;
import revisage.table.ParquetTables;
import revisage.train.Trainings;
import revisage.vector.VectorFiles;
import revisage.vector.file.KnownFiles;

import java.nio.file.Path;

/// What made-up engines have in common: plain loops, real vector files, no trainings.
interface PlainEngines extends Engines {

    @Override
    default ParquetTables tables() {
        return (_, _) -> {};
    }

    @Override
    default Trainings trainings() {
        throw new UnsupportedOperationException("no training in this test");
    }

    @Override
    default VectorFiles vectorFiles() {
        return new KnownFiles(new DuckDbParquet());
    }

    @Override
    default Products products(DeviceChoice device) {
        return new PlainProducts();
    }

    @Override
    default FaceFinder faceFinder(Path yunet) {
        throw new UnsupportedOperationException();
    }
}
