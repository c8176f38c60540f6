package revisage.train;

/// Faces of one step, as a network wants them. Its arrays are not copied.
public final class Batch {

    /// Values of one face: `3 * 112 * 112`.
    public static final int FACE = 3 * 112 * 112;

    private final float[] pixels;
    private final int[] people;

    /// @param pixels `(b, 3, 112, 112)`, red-green-blue, `(v - 127.5) / 127.5`
    /// @param people number of each face's person, 0..classes - 1; 1 or more
    public Batch(float[] pixels, int[] people) {
        if (people.length < 1 || pixels.length != people.length * FACE) {
            throw new IllegalArgumentException(
                    "%d values for %d faces".formatted(pixels.length, people.length));
        }
        this.pixels = pixels;
        this.people = people;
    }

    /// The memory itself.
    public float[] pixels() {
        return pixels;
    }

    /// The memory itself.
    public int[] people() {
        return people;
    }

    /// b, 1 or more.
    public int count() {
        return people.length;
    }
}
