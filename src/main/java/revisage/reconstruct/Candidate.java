package revisage.reconstruct;

/// A point to ask about: `from + length * along`.
final class Candidate {

    private final Direction.Free from;
    private final Direction along;
    private final float length;

    Candidate(Direction.Free from, Direction along, float length) {
        this.from = from;
        this.along = along;
        this.length = length;
    }

    /// The point itself.
    static Candidate at(Direction.Free point) {
        return new Candidate(point, new Direction.Axis(0), 0);
    }

    /// The point that others may share.
    Direction.Free from() {
        return from;
    }

    Direction along() {
        return along;
    }

    float length() {
        return length;
    }

    /// k numbers, a new array.
    float[] coefficients() {
        float[] c = from.coefficients().clone();
        switch (along) {
            case Direction.Axis(int index) -> c[index] += length;
            case Direction.Free free -> {
                float[] step = free.coefficients();
                for (int j = 0; j < c.length; j++) {
                    c[j] += length * step[j];
                }
            }
        }
        return c;
    }
}
