package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.clamp01;
import static revisage.people.synthetic.Smooth.mix;
import static revisage.people.synthetic.Smooth.noise;
import static revisage.people.synthetic.Smooth.step;

import revisage.people.synthetic.Identity.Brows;

/// Brows, stroke by stroke: upright at the inner end, lying along towards the outer.
final class BrowPaint {

    private BrowPaint() {}

    static void paint(Brows brows, int seed, float x, float y, Surface into) {
        float a = Math.abs(x);
        if (y < 8 || y > 36 || a < brows.from() - 8 || a > brows.to() + 3) {
            return;
        }
        float t = (a - brows.from()) / (brows.to() - brows.from());
        float u = clamp01(t);
        float rise = u < 0.62f ? u / 0.62f : 1 - Smooth.square((u - 0.62f) / 0.38f) * 1.5f;
        float middle = brows.height() + brows.tilt() * u + brows.arch() * rise - 1;
        float half =
                0.5f
                        * brows.thick()
                        * mix(1, 1.1f, step(0, 0.3f, u))
                        * mix(1, 0.35f, step(.5f, 1, u));
        float d = (y - middle) / half;
        float lean = mix(0.35f, 2.6f, step(0, 0.5f, u));
        float along = a - (y - middle) * lean * (d > 0 ? 1 : -0.3f);
        float strokes = noise(along * 1.5f, y * 0.5f + x * 0.02f, seed + 11);
        float fine = noise(along * 3.1f, y * 0.9f, seed + 12);
        float rough = 0.28f * strokes + 0.16f * fine;
        float body = step(1.25f, 0.35f, Math.abs(d) + rough);
        float ends = step(-0.1f, 0.14f, t + 0.06f * strokes) * step(1.03f, 0.86f, t + 0.05f * fine);
        float much = body * ends * brows.dense() * (0.82f + 0.3f * strokes + 0.2f * fine);
        into.mix(brows.colour(), clamp01(much));
        into.gloss *= 1 - 0.7f * clamp01(much);
    }
}
