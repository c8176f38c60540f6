package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.bump;
import static revisage.people.synthetic.Smooth.clamp01;
import static revisage.people.synthetic.Smooth.noise;
import static revisage.people.synthetic.Smooth.step;

import revisage.people.synthetic.Identity.Beard;
import revisage.people.synthetic.Identity.Mouth;

/// Beard, moustache, and the shadow that a razor leaves.
final class BeardPaint {

    private BeardPaint() {}

    /// Where it grows at all, 0..1, without regard to what is shaven.
    private static float grows(Mouth mouth, float a, float y, float z) {
        if (y > 12 || z < -14) {
            return 0;
        }
        float under = step(-33, -57, y - 0.9f * (a - 30) + 4 * noise(a * 0.25f, y * 0.25f, 7));
        float side = step(46, 64, a) * step(12, -6, y);
        float jaw = Math.max(under * step(16, 26, a), side) * step(-16, 0, z);
        float lip = LipPaint.inside(mouth, a, y);
        float chin = step(-73, -81, y) + 0.6f * bump(a, y, 0, -79, 4, 6);
        float face = Math.max(Math.max(jaw, Math.min(1, chin)), moustache(a, y));
        return clamp01(face) * (1 - step(-0.1f, 1.3f, lip)) * step(-136, -118, y);
    }

    private static float moustache(float a, float y) {
        float wide = 19 - 0.55f * (y + 46) + 2 * noise(a * 0.5f, y * 0.5f, 4);
        return step(-45, -51, y + 0.1f * a) * step(wide + 3, wide - 6, a) * step(-76, -64, y);
    }

    /// Where it is let grow, 0..1.
    static float cover(Beard beard, Mouth mouth, float x, float y, float z) {
        float a = Math.abs(x);
        float lip = moustache(a, y);
        float wide = 30 + 0.3f * (y + 80) + 2 * noise(a * 0.4f, y * 0.4f, 5);
        float chin = step(wide + 4, wide - 6, a) * step(-68, -75, y);
        float let =
                Math.max(
                        Math.max(beard.moustache() * lip, beard.chin() * chin),
                        beard.cheeks() * (1 - lip));
        return let * grows(mouth, a, y, z);
    }

    static void paint(
            Beard beard,
            Mouth mouth,
            float factor,
            int seed,
            float x,
            float y,
            float z,
            Surface into) {
        float a = Math.abs(x);
        float grows = grows(mouth, a, y, z);
        if (grows <= 0) {
            return;
        }
        float dots = 0.8f + 0.35f * noise(x * 1.9f, y * 1.9f, seed);
        into.mix(beard.colour(), 0.3f * beard.stubble() * grows * dots);
        float length = beard.length() * factor;
        if (length > 0.2f) {
            float strands =
                    0.5f
                            + 0.35f * noise(x * 1.3f + y * 0.1f, y * 0.32f, seed + 1)
                            + 0.3f * noise(x * 0.5f, y * 0.2f, seed + 2);
            float cover = cover(beard, mouth, x, y, z);
            float thick = step(0.12f, 0.7f, cover * (0.45f + 0.75f * strands));
            float full = step(0, 2.2f, length);
            into.mix(beard.colour().times(0.6f + 0.7f * strands), thick * (0.5f + 0.46f * full));
            into.gloss *= 1 - 0.8f * thick;
            into.soft *= 1 - 0.8f * thick;
        }
    }
}
