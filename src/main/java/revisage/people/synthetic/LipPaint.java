package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.bump;
import static revisage.people.synthetic.Smooth.clamp01;
import static revisage.people.synthetic.Smooth.noise;
import static revisage.people.synthetic.Smooth.step;

import revisage.people.synthetic.Identity.Mouth;

/// Lips: their outline, colour, the line between them, and the opening.
final class LipPaint {

    private LipPaint() {}

    /// Millimetres inside the outline of the lips, negative outside.
    static float inside(Mouth mouth, float a, float y) {
        float q = a / mouth.half();
        if (q > 1.25f) {
            return -9;
        }
        float line = HeadTrait.mouthLine(a);
        float out = clamp01(1 - q * q);
        float bow = mouth.bow() * (bump(a, 0, 5.5f) - 0.5f * bump(a, 6.5f, 5)) * step(1, 0.5f, q);
        float top = line + mouth.upper() * (float) Math.sqrt(out) * (1 - 0.28f * q) - bow;
        float low = line - mouth.lower() * out * (1 + 0.25f * q * q);
        float end = (mouth.half() - a) * 0.8f;
        return Math.min(Math.min(top - y, y - low), end + 0.6f);
    }

    /// Millimetres (canonical) inside the gap between the lips, negative outside.
    static float gap(Mouth mouth, float a, float y) {
        float half = mouth.half() * 0.92f;
        float high = 0.75f * clamp01(1 - a * a / (half * half));
        return high - Math.abs(y - HeadTrait.mouthLine(a)) - 0.02f;
    }

    static void paint(Mouth mouth, float open, int seed, float x, float y, Surface into) {
        float a = Math.abs(x);
        if (a > 36 || y > -50 || y < -84) {
            return;
        }
        float inside = inside(mouth, a, y);
        float lip = step(-0.7f, 0.9f, inside);
        if (lip > 0) {
            float wrinkles = 0.93f + 0.12f * noise(x * 0.9f, y * 0.12f, seed + 40);
            float upper = y > HeadTrait.mouthLine(a) ? 0.86f : 1.04f;
            into.mix(mouth.lips().times(wrinkles * upper), 0.92f * lip);
            into.gloss += 0.22f * lip;
        }
        float d = Math.abs(y - HeadTrait.mouthLine(a));
        float end = step(mouth.half() + 1.5f, mouth.half() - 4, a);
        float dark = step(1.5f, 0.25f, d) * end;
        into.times(1 - 0.72f * dark, 1 - 0.8f * dark, 1 - 0.8f * dark);
        float corner = bump(a, y, mouth.half() + 0.5f, HeadTrait.mouthLine(a) - 0.4f, 4.5f, 3.4f);
        into.times(1 - 0.35f * corner);
        into.gloss *= 1 - 0.8f * dark * (1 - open);
    }
}
