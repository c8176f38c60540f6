package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.bump;
import static revisage.people.synthetic.Smooth.clamp01;
import static revisage.people.synthetic.Smooth.mix;
import static revisage.people.synthetic.Smooth.noise;
import static revisage.people.synthetic.Smooth.step;

import revisage.people.synthetic.Identity.Eyes;

/// Lids, lashes, and the eyeball that is seen between them.
final class EyePaint {

    private final Eyes eyes;
    private final float closed;
    private final float squint;
    private final float bags;
    private final int seed;

    EyePaint(Identity who, Moment.Expression e) {
        eyes = who.eyes();
        closed = clamp01(e.lids() + 0.012f * Math.max(0, -e.gazeY()));
        squint = 0.35f * e.smile() + 0.1f * e.frown();
        bags = who.skin().bags();
        seed = who.skin().pattern();
    }

    /// Along the opening: -1 at the inner corner, 1 at the outer.
    private float along(float a) {
        return (a - MeanHead.EYE_X) / eyes.half();
    }

    private float axis(float s) {
        return -0.6f + 0.5f * eyes.tilt() * s;
    }

    private float upperOpen(float s) {
        float q = Math.min(1, Math.abs(s + 0.06f * (1 - s * s)));
        float f = 1 - q * q * (0.72f + 0.28f * q * q);
        return axis(s) + eyes.upper() * f;
    }

    private float lower(float s) {
        float q = clamp01(1 - s * s);
        float f = q * (1 + 0.22f * s) * (0.75f + 0.25f * q);
        return axis(s) - eyes.lower() * (1 - 0.4f * squint) * f;
    }

    private float upper(float s) {
        return mix(upperOpen(s), lower(s) + 0.1f, closed);
    }

    /// Millimetres inside the opening, negative on the lids.
    float inside(float x, float y) {
        float a = Math.abs(x);
        float s = along(a);
        if (s <= -1.04f || s >= 1.04f || y > 12 || y < -12) {
            return -9;
        }
        float d = Math.min(upper(s) - y, y - lower(s));
        return Math.min(d, (1.02f - Math.abs(s)) * eyes.half() * 0.7f);
    }

    /// Paints lids and what is around them.
    void lids(float x, float y, Surface into) {
        float a = Math.abs(x);
        float s = along(a);
        if (s < -1.7f || s > 1.75f || y > 17 || y < -22) {
            return;
        }
        float q = Math.clamp(s, -1f, 1f);
        float beyond = Math.max(0, Math.abs(s) - 1) * eyes.half();
        float up = y - upper(q);
        float low = lower(q) - y;
        float near = step(7, 0, beyond);
        shadows(s, y, up, low, near, into);
        if (eyes.crease() > 0.4f) {
            float at = upperOpen(q) + eyes.crease() * (1 - 0.45f * Math.abs(q)) + 0.3f;
            float line = bump(y, at, 1.25f) * step(1.32f, 0.7f, Math.abs(s + 0.04f));
            into.times(1 - 0.42f * line, 1 - 0.5f * line, 1 - 0.52f * line);
            float lid = step(at + 0.5f, at - 1, y) * step(-0.4f, 0.6f, up) * near;
            into.times(1 + 0.06f * lid, 1 + 0.02f * lid, 1 + 0.02f * lid);
        }
        float wing = s > 0 ? 3.2f * eyes.lash() : 0.5f;
        float reach = step(wing, 0, beyond);
        float bristle = 0.3f * noise(x * 2.2f, y * 0.7f, seed + 20);
        float thick = (0.75f + 1.15f * eyes.lash()) * mix(0.55f, 1.15f, step(-1, 0.6f, s));
        float lash =
                step(thick + 0.45f, thick * 0.35f, up + bristle) * step(-1.3f, -0.4f, up) * reach;
        into.mix(DARK, 0.9f * lash * (0.55f + 0.45f * eyes.lash()));
        float under = step(1.5f, 0.5f, low) * step(-1, 0.2f, low) * step(1, 0, beyond);
        into.mix(DARK, under * (0.22f + 0.3f * eyes.lash()) * step(-0.9f, 0.7f, s));
        into.gloss *= 1 - lash;
    }

    private static final Colour DARK = Colour.srgb(26, 17, 14);
    private static final Colour WET = Colour.srgb(196, 128, 116);

    private void shadows(float s, float y, float up, float low, float near, Surface into) {
        float socket = bump(s, y, -1.02f, 2, 0.62f, 10);
        into.times(1 - 0.2f * socket, 1 - 0.26f * socket, 1 - 0.25f * socket);
        float lid = step(-1, 1, up) * step(9, 1, up) * near;
        into.times(1 - 0.06f * lid, 1 - 0.12f * lid, 1 - 0.11f * lid);
        float paint = eyes.shadow() * lid;
        into.times(1 - 0.5f * paint, 1 - 0.6f * paint, 1 - 0.52f * paint);
        float bag = bump(s, low, -0.25f, 3.8f, 1.25f, 5.2f) * bags;
        into.times(1 - 0.2f * bag, 1 - 0.24f * bag, 1 - 0.17f * bag);
        float fold = bump(low, 8.5f - 2.2f * s * s, 1.8f) * step(1.4f, 0.3f, Math.abs(s)) * bags;
        into.times(1 - 0.16f * fold);
    }

    /// Paints the eyeball.
    ///
    /// @param x from its middle, eye's own axes turned by the gaze, in radii
    /// @param inside millimetres inside the opening
    /// @param up millimetres below the upper lid
    void ball(float x, float y, float z, float inside, float up, float corner, Surface into) {
        float r = MeanHead.EYE_RADIUS * (float) Math.sqrt(x * x + y * y);
        into.red = 0.58f;
        into.green = 0.54f;
        into.blue = 0.51f;
        float pink = clamp01(0.2f + 0.6f * corner);
        into.times(1 - 0.06f * pink, 1 - 0.26f * pink, 1 - 0.28f * pink);
        into.gloss = 0.35f;
        into.sharp = 6;
        into.soft = 0.4f;
        float iris = z > 0 ? step(eyes.irisRadius() + 0.35f, eyes.irisRadius() - 0.45f, r) : 0;
        if (iris > 0) {
            float t = r / eyes.irisRadius();
            float spoke = noise(x / (Math.abs(y) + 0.12f) * 1.7f, y > 0 ? 2 : 9, seed + 30);
            Colour c =
                    eyes.iris()
                            .times(1.15f + 0.35f * spoke)
                            .mix(eyes.ring(), step(0.72f, 1.02f, t));
            Colour warm = eyes.iris().times(1.25f, 1, 0.75f);
            c = c.mix(warm, 0.5f * bump(t, 0.45f, 0.2f));
            c = c.mix(BLACK, step(0.46f, 0.36f, t));
            into.mix(c, iris);
            into.gloss = mix(into.gloss, 1.5f, iris);
            into.sharp = 8;
        }
        float lidShade = mix(0.38f, 1, step(-0.2f, 4.4f, up));
        float edge = mix(0.62f, 1, step(0, 1.4f, inside));
        into.open = lidShade * edge;
        into.mix(WET, 0.65f * step(0.7f, 0.1f, inside) * step(0, 1.8f, up));
    }

    /// Millimetres below the edge of the upper lid.
    float belowUpper(float x, float y) {
        return upper(Math.clamp(along(Math.abs(x)), -1f, 1f)) - y;
    }

    /// 0..1: how near the inner corner, where the flesh is pink.
    float corner(float x) {
        float s = along(Math.abs(x));
        return Math.max(step(-0.66f, -0.92f, s), 0.35f * step(0.75f, 1, s));
    }

    private static final Colour BLACK = Colour.srgb(8, 7, 7);
}
