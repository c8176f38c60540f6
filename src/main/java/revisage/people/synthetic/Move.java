package revisage.people.synthetic;

/// Where a point of the head goes: filled in by a [HeadTrait], millimetres.
final class Move {

    float x;
    float y;
    float z;

    void clear() {
        x = 0;
        y = 0;
        z = 0;
    }

    boolean none() {
        return x == 0 && y == 0 && z == 0;
    }
}
