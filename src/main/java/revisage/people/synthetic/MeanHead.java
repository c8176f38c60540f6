package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.bump;
import static revisage.people.synthetic.Smooth.clamp01;
import static revisage.people.synthetic.Smooth.curve;
import static revisage.people.synthetic.Smooth.max;
import static revisage.people.synthetic.Smooth.step;

/// The features of a face of average measures, as depths added to the smooth head of [HeadGrid].
final class MeanHead {

    static final float EYE_X = 31;

    /// Depth of the centre of the eyeball.
    static final float EYE_Z = 67.2f;

    static final float EYE_RADIUS = 12.3f;

    static final float MOUTH_Y = -66;

    private static final float[] RIDGE_Y = {12, 6, 0, -10, -20, -28, -33, -37, -41, -44, -47, -51};
    private static final float[] RIDGE = {
        0, 1.6f, 4.4f, 9.5f, 14.5f, 19, 20.6f, 19.2f, 14.5f, 9, 4, 0
    };
    private static final float[] WIDE_Y = {12, 0, -10, -20, -28, -35, -42, -49};
    private static final float[] WIDE = {9, 9.5f, 10.5f, 12, 14, 16, 15, 13};

    private MeanHead() {}

    /// Depth to add at a canonical place, mm.
    static float depth(float x, float y, float z) {
        if (z < 5) {
            return 0;
        }
        float front = step(5, 30, z);
        float a = Math.abs(x);
        float d = brow(a, y) + cheeks(a, y) + mouth(a, y);
        float lid = eyelids(a, y, z + d) - z;
        return front * (lid + nose(a, y));
    }

    private static float brow(float a, float y) {
        return -7.5f * bump(a, y, 17.5f, 2, 9.5f, 11)
                - 3.8f * bump(a, y, 30, 11, 22, 9)
                - 2.5f * bump(a, y, 36, -8, 22, 9)
                + 2.2f * bump(a, y, 27, 21, 27, 9)
                - 2.5f * bump(a, y, 70, 30, 22, 26);
    }

    private static float cheeks(float a, float y) {
        return 4.2f * bump(a, y, 47, -22, 24, 20)
                + 2.5f * bump(a, y, 33, -36, 20, 24)
                - 2.5f * bump(a, y, 50, -58, 20, 24);
    }

    private static float mouth(float a, float y) {
        float line = MOUTH_Y - 0.0008f * a * a;
        float across = clamp01(1 - a * a / (27f * 27f));
        float corner = -1.8f * bump(a, y, 27.5f, MOUTH_Y - 1, 8, 8);
        return 4.5f * bump(a, y, 0, -62, 42, 32)
                + 2.6f * across * bump(y, line + 5.6f, 5.4f)
                + 4.4f * across * bump(y, line - 5.2f, 6.6f)
                - 2.8f * across * bump(y, line, 2.6f)
                + corner
                - 1.3f * bump(a, y, 0, -51, 3.4f, 8)
                + 0.7f * bump(a, y, 5.4f, -52, 3, 8)
                - 3 * bump(a, y, 0, -83, 22, 8.5f)
                + 4.6f * bump(a, y, 0, -99, 24, 17)
                - 0.6f * nasolabial(a, y);
    }

    /// 1 along the fold from the wing of the nose past the corner of the mouth.
    static float nasolabial(float a, float y) {
        float t = clamp01((-36 - y) / 36);
        float at = 17.5f + 15 * t - 3 * t * t;
        return bump(a, at, 5.5f) * step(-32, -42, y) * step(-84, -66, y);
    }

    private static float eyelids(float a, float y, float surface) {
        float r = EYE_RADIUS + 1.2f;
        float square = r * r - Smooth.square(a - EYE_X) - y * y;
        if (square <= 0) {
            return surface;
        }
        return max(surface, EYE_Z + (float) Math.sqrt(square), 2.2f);
    }

    private static float nose(float a, float y) {
        if (y > 12 || y < -50 || a > 24) {
            return 0;
        }
        float high = curve(RIDGE_Y, RIDGE, y);
        float wide = curve(WIDE_Y, WIDE, y);
        float q = a / wide;
        float ridge = high * (1 - step(0.14f, 1, q));
        float wing = 6.4f * bump(a, y, 13.4f, -38.8f, 7.4f, 8.6f);
        float tip = 1.8f * bump(a, y, 0, -33, 10, 9);
        float groove = -0.9f * bump(a, y, 9.2f, -34.5f, 4, 7);
        float nostril = -3 * bump(a, y, 6.8f, -43, 4.4f, 3.4f);
        return ridge + wing + tip + groove + nostril;
    }
}
