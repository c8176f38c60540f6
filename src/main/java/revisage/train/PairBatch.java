package revisage.train;

/// Pairs of one step: what the extractor answered, and the face it saw. Its arrays are not copied.
public final class PairBatch {

    private final float[] vectors;
    private final float[] pixels;
    private final int count;
    private final int side;

    /// @param vectors `(b, d)`, each row of length 1
    /// @param pixels `(b, 3, side, side)`, red-green-blue, `(v - 127.5) / 127.5`
    /// @param count b, 1 or more
    /// @param side of the faces, pixels
    public PairBatch(float[] vectors, float[] pixels, int count, int side) {
        if (count < 1 || vectors.length % count != 0 || pixels.length != count * 3 * side * side) {
            throw new IllegalArgumentException(
                    "%d and %d values for %d pairs"
                            .formatted(vectors.length, pixels.length, count));
        }
        this.vectors = vectors;
        this.pixels = pixels;
        this.count = count;
        this.side = side;
    }

    /// The memory itself.
    public float[] vectors() {
        return vectors;
    }

    /// The memory itself.
    public float[] pixels() {
        return pixels;
    }

    /// b, 1 or more.
    public int count() {
        return count;
    }

    /// Of the faces, pixels.
    public int side() {
        return side;
    }

    /// d.
    public int dimension() {
        return vectors.length / count;
    }
}
