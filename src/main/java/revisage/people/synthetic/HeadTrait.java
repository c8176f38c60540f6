package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.bump;
import static revisage.people.synthetic.Smooth.step;

/// A way in which one head differs from the mean head, or one moment of a face from its rest.
///
/// Each says where a canonical place goes when the trait has the value 1 (for the shape of a
/// person: one standard deviation; for expressions: fully).
enum HeadTrait {
    FACE_WIDTH((x, y, z, m) -> m.x = x * 0.036f),
    SKULL_WIDTH((x, y, z, m) -> m.x = x * 0.04f * step(-20, 50, y)),
    FACE_LENGTH((x, y, z, m) -> m.y = y < -20 ? (y + 20) * 0.05f : 0),
    FOREHEAD_HEIGHT((x, y, z, m) -> m.y = y > 20 ? (y - 20) * 0.055f : 0),
    FOREHEAD_SLOPE((x, y, z, m) -> m.z = z > 0 ? -4 * step(25, 85, y) : 0),
    FOREHEAD_ROUND((x, y, z, m) -> m.z = front(z) * 4 * bump(x, y, 0, 52, 60, 32)),
    TEMPLES((x, y, z, m) -> m.x = sign(x) * 3 * bump(Math.abs(x), y, 68, 28, 24, 30)),
    BROW_RIDGE(
            (x, y, z, m) -> {
                float a = Math.abs(x);
                m.z = front(z) * (2.6f * bump(a, y, 24, 20, 28, 10) + bump(a, y, 0, 20, 12, 10));
            }),
    EYE_SPACING((x, y, z, m) -> m.x = sign(x) * 1.7f * front(z) * eye(x, y)),
    EYE_HEIGHT((x, y, z, m) -> m.y = 1.6f * front(z) * bump(Math.abs(x), y, 31, 4, 42, 34)),
    EYE_DEPTH((x, y, z, m) -> m.z = -2.4f * front(z) * bump(Math.abs(x), y, 29, 4, 27, 20)),
    CHEEKBONE_WIDTH((x, y, z, m) -> m.x = sign(x) * 2.5f * bump(Math.abs(x), y, 62, -14, 36, 34)),
    CHEEKBONE_FRONT((x, y, z, m) -> m.z = front(z) * 3 * bump(Math.abs(x), y, 44, -20, 22, 18)),
    CHEEK_FULL(
            (x, y, z, m) -> {
                float b = bump(Math.abs(x), y, 46, -52, 32, 34) * front(z);
                m.x = sign(x) * 4.5f * b;
                m.z = 3.2f * b;
            }),
    CHEEK_HOLLOW((x, y, z, m) -> m.z = front(z) * -3.4f * bump(Math.abs(x), y, 46, -48, 17, 20)),
    JAW_WIDTH((x, y, z, m) -> m.x = x * 0.075f * step(-30, -70, y)),
    JAW_ANGLE(
            (x, y, z, m) -> {
                float b = bump(Math.abs(x), y, 50, -84, 26, 24);
                m.x = sign(x) * 3.5f * b;
                m.y = -3 * b;
            }),
    CHIN_WIDTH((x, y, z, m) -> m.x = sign(x) * 3.4f * bump(Math.abs(x), y, 24, -102, 24, 20)),
    CHIN_LENGTH((x, y, z, m) -> m.y = -3.4f * front(z) * step(-78, -106, y) * narrow(x, 52)),
    CHIN_FRONT((x, y, z, m) -> m.z = 3.6f * front(z) * bump(x, y, 0, -101, 36, 24)),
    CHIN_CLEFT((x, y, z, m) -> m.z = -1.6f * front(z) * bump(x, y, 0, -101, 4.5f, 11)),
    NOSE_LENGTH(
            (x, y, z, m) -> {
                m.y = -3 * front(z) * step(2, -36, y) * step(-62, -44, y) * narrow(x, 30);
            }),
    NOSE_FRONT((x, y, z, m) -> m.z = 2.8f * front(z) * bump(x, y, 0, -34, 20, 30)),
    NOSE_TIP_UP((x, y, z, m) -> m.y = 1.9f * front(z) * bump(x, y, 0, -36, 15, 16)),
    NOSE_WIDTH(
            (x, y, z, m) -> {
                float b = bump(Math.abs(x), y, 14, -38, 15, 15);
                m.x = sign(x) * 2.1f * front(z) * b * step(0, 9, Math.abs(x));
            }),
    NOSE_BRIDGE_WIDTH(
            (x, y, z, m) -> {
                float a = Math.abs(x);
                m.z = 1.1f * front(z) * bump(a, y, 8.5f, -12, 7, 26);
                m.x = sign(x) * front(z) * bump(a, y, 10, -12, 9, 26);
            }),
    NOSE_BRIDGE_HEIGHT((x, y, z, m) -> m.z = 2.6f * front(z) * bump(x, y, 0, -4, 13, 22)),
    NOSE_HUMP((x, y, z, m) -> m.z = 1.8f * front(z) * bump(x, y, 0, -13, 8, 10)),
    NOSE_BULB(
            (x, y, z, m) -> {
                float b = bump(Math.abs(x), y, 6, -34, 10, 9) * front(z);
                m.x = sign(x) * 1.7f * b;
                m.z = 1.1f * b;
            }),
    NOSE_CROOKED((x, y, z, m) -> m.x = 1.1f * front(z) * bump(x, y, 0, -28, 22, 26)),
    NOSTRIL_FLARE(
            (x, y, z, m) -> {
                float b = bump(Math.abs(x), y, 14, -39.5f, 8, 7) * front(z);
                m.y = 1.6f * b;
                m.z = 1.4f * b;
            }),
    MOUTH_HEIGHT((x, y, z, m) -> m.y = 2.2f * front(z) * bump(x, y, 0, -66, 46, 26)),
    MOUTH_FRONT((x, y, z, m) -> m.z = 2.6f * front(z) * bump(x, y, 0, -66, 36, 24)),
    UPPER_LIP((x, y, z, m) -> lip(x, y, z, m, -60.5f, 1.5f)),
    LOWER_LIP((x, y, z, m) -> lip(x, y, z, m, -71.5f, 1.9f)),
    JOWLS(
            (x, y, z, m) -> {
                float b = bump(Math.abs(x), y, 38, -90, 20, 18);
                m.x = sign(x) * 2.5f * b;
                m.y = -3.5f * b;
            }),
    NASOLABIAL((x, y, z, m) -> m.z = -0.7f * front(z) * MeanHead.nasolabial(Math.abs(x), y)),
    EYE_BAGS((x, y, z, m) -> m.z = 1.5f * front(z) * bump(Math.abs(x), y, 31, -13, 16, 6)),
    NECK_WIDTH((x, y, z, m) -> m.x = x * 0.09f * step(-84, -110, y)),
    DOUBLE_CHIN((x, y, z, m) -> m.y = -6 * bump(x, y, 0, -119, 46, 22) * step(20, 50, z)),
    LOPSIDED_JAW((x, y, z, m) -> m.x = 1.5f * step(-50, -105, y)),
    LOPSIDED_EYES(
            (x, y, z, m) -> m.y = sign(x) * 0.8f * front(z) * bump(Math.abs(x), y, 31, 8, 26, 26)),
    LOPSIDED_MOUTH((x, y, z, m) -> m.y = x * 0.03f * front(z) * bump(x, y, 0, -66, 44, 18)),

    /// The jaw turns down and back.
    MOUTH_OPEN(
            (x, y, z, m) -> {
                float a = Math.abs(x);
                float line = mouthLine(a);
                float seam = step(line + 0.9f, line - 0.9f, y) * narrow(x, 26);
                float below = step(-60, -84, y) * step(-20, 40, z);
                float jaw = Math.max(seam * step(-50, -66, y), below) * (1 - step(-112, -135, y));
                m.y = -13 * jaw;
                m.z = -4 * jaw;
                m.x = -sign(x) * 2 * bump(a, y, 26, -66, 14, 12);
            }),
    SMILE(
            (x, y, z, m) -> {
                float a = Math.abs(x);
                float corner = bump(a, y, 25, -65, 20, 18) * front(z);
                float cheek = bump(a, y, 41, -32, 22, 22) * front(z);
                m.x = sign(x) * (5 * corner + 1.5f * cheek);
                m.y = 5.2f * corner + 4.5f * cheek + 0.8f * bump(x, y, 0, -60, 20, 8) * front(z);
                m.z = -3.4f * corner + 3 * cheek - 1.6f * bump(x, y, 0, -66, 20, 12) * front(z);
                m.z += -1.2f * MeanHead.nasolabial(a, y) * front(z);
            }),
    BROW_RAISE((x, y, z, m) -> m.y = 4.5f * front(z) * bump(Math.abs(x), y, 28, 24, 34, 15)),
    FROWN(
            (x, y, z, m) -> {
                float b = front(z) * bump(Math.abs(x), y, 14, 20, 18, 11);
                m.y = -3 * b;
                m.x = -sign(x) * 2 * b;
            }),
    MOUTH_DOWN((x, y, z, m) -> m.y = -2.6f * front(z) * bump(Math.abs(x), y, 25, -67, 14, 10)),
    PUCKER(
            (x, y, z, m) -> {
                float b = front(z) * bump(x, y, 0, -66, 40, 20);
                m.x = -x * 0.16f * b;
                m.z = 3 * b;
            });

    @SuppressWarnings("ImmutableEnumChecker") // functions that capture nothing
    private final Shift shift;

    HeadTrait(Shift shift) {
        this.shift = shift;
    }

    interface Shift {
        void at(float x, float y, float z, Move into);
    }

    void at(float x, float y, float z, Move into) {
        into.clear();
        shift.at(x, y, z, into);
    }

    /// Whether it belongs to the person and not to the moment.
    boolean lasts() {
        return compareTo(MOUTH_OPEN) < 0;
    }

    /// Where upper and lower lip meet, at `a` mm from the middle.
    static float mouthLine(float a) {
        return MeanHead.MOUTH_Y - 0.0008f * a * a + 0.5f * bump(a, 0, 7);
    }

    private static void lip(float x, float y, float z, Move m, float at, float much) {
        float across = Smooth.clamp01(1 - x * x / (27f * 27f));
        m.z = much * front(z) * across * bump(y, at, 6.5f);
    }

    private static float front(float z) {
        return step(0, 30, z);
    }

    private static float narrow(float x, float half) {
        return 1 - step(half * 0.5f, half, Math.abs(x));
    }

    private static float eye(float x, float y) {
        return bump(Math.abs(x), y, 31, 6, 30, 32);
    }

    private static float sign(float x) {
        return x < 0 ? -1 : 1;
    }
}
