package revisage.window.leak;

import revisage.vector.UnitLength;
import revisage.vector.VectorSet;

/// The numbers of a row as a table asks for them: column by column of one row, then the next. One
/// row is read once.
final class RowReader {

    private final VectorSet vectors;
    private final float[] row;
    private int read = -1;

    RowReader(VectorSet vectors) {
        this.vectors = vectors;
        this.row = new float[vectors.dimension()];
    }

    float at(int index, int component) {
        read(index);
        return row[component];
    }

    /// Euclidean.
    double length(int index) {
        read(index);
        return UnitLength.lengthOf(row);
    }

    private void read(int index) {
        if (read != index) {
            vectors.copyRows(index, index + 1, row, 0);
            read = index;
        }
    }
}
