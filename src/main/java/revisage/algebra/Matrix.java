package revisage.algebra;

import java.util.Arrays;

/// Numbers in rows.
///
/// - **Shape** `(rows, columns)`, row after row.
///
/// The array is **not** copied: matrices here are large scratch, made and used by one owner.
public final class Matrix {

    private final int rows;
    private final int columns;
    private final float[] data;

    /// @param data `rows * columns` floats, not copied
    /// @throws IllegalArgumentException if the sizes do not fit
    public Matrix(int rows, int columns, float[] data) {
        if (rows < 0 || columns < 0 || (long) rows * columns != data.length) {
            throw new IllegalArgumentException(
                    "%d x %d does not fit %d floats".formatted(rows, columns, data.length));
        }
        this.rows = rows;
        this.columns = columns;
        this.data = data;
    }

    /// 0 or more.
    public int rows() {
        return rows;
    }

    /// 0 or more.
    public int columns() {
        return columns;
    }

    /// The memory itself, row after row.
    public float[] data() {
        return data;
    }

    /// All zero.
    public static Matrix zero(int rows, int columns) {
        return new Matrix(rows, columns, new float[Math.multiplyExact(rows, columns)]);
    }

    /// The value at `(row, column)`.
    public float at(int row, int column) {
        return data[row * columns + column];
    }

    /// Shape `(columns, rows)`, own memory.
    public Matrix transposed() {
        float[] turned = new float[data.length];
        int block = 32; // keeps both sides in the first-level cache
        for (int r0 = 0; r0 < rows; r0 += block) {
            for (int c0 = 0; c0 < columns; c0 += block) {
                for (int r = r0; r < Math.min(rows, r0 + block); r++) {
                    for (int c = c0; c < Math.min(columns, c0 + block); c++) {
                        turned[c * rows + r] = data[r * columns + c];
                    }
                }
            }
        }
        return new Matrix(columns, rows, turned);
    }

    /// Rows `from..to-1`, own memory.
    public Matrix rows(int from, int to) {
        return new Matrix(
                to - from, columns, Arrays.copyOfRange(data, from * columns, to * columns));
    }
}
