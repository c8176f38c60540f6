package revisage.vector;

/// Brings vectors to length 1, summed in 64 bit.
public final class UnitLength {

    private UnitLength() {}

    /// Euclidean length of one vector.
    public static double lengthOf(float[] vector) {
        double squares = 0;
        for (float v : vector) {
            squares += (double) v * v;
        }
        return Math.sqrt(squares);
    }

    /// Scales each row in place; a row of zeros stays as it is.
    ///
    /// @param rows `(n, d)` from the start of the array on, finite
    public static void scale(float[] rows, int n, int d) {
        for (int i = 0; i < n; i++) {
            double squares = 0;
            for (int j = i * d; j < (i + 1) * d; j++) {
                squares += (double) rows[j] * rows[j];
            }
            double factor = squares == 0 ? 0 : 1 / Math.sqrt(squares);
            for (int j = i * d; j < (i + 1) * d; j++) {
                rows[j] = (float) (rows[j] * factor);
            }
        }
    }
}
