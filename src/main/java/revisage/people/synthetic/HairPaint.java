package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.clouds;
import static revisage.people.synthetic.Smooth.mix;
import static revisage.people.synthetic.Smooth.noise;
import static revisage.people.synthetic.Smooth.step;

import revisage.people.synthetic.Identity.Hair;

/// Hair and cloth by direction and height.
final class HairPaint {

    private final Hair hair;
    private final HairLine line;

    /// How far the highlight is shifted along the strand at the last painted sample.
    private float shift;

    HairPaint(Hair hair, HairLine line) {
        this.hair = hair;
        this.line = line;
    }

    void paint(float signed, float y, float layer, Surface into) {
        if (hair.style().cloth()) {
            cloth(signed, y, into);
            return;
        }
        int p = hair.pattern();
        float curl = hair.curl();
        float shortness =
                hair.style() == HairStyle.SHORT || hair.style() == HairStyle.CROP ? 0.09f : 0.03f;
        float inside = line.inside(signed, y);
        if (line.curtain()) {
            signed = across(signed, inside);
        }
        float comb = line.curtain() ? 0 : 0.5f * hair.part() * step(20, 90, y) * (y - 50);
        float bent =
                signed
                        + comb
                        + 3 * noise(y * 0.03f, signed * 0.05f, p + 20)
                        + curl * 6 * noise(y * 0.09f, signed * 0.1f, p + 21);
        float locks = noise(bent * 0.28f, y * mix(0.012f, 0.09f, curl), p + 22);
        float strands = noise(bent * 0.95f, y * mix(shortness, 0.2f, curl), p + 23);
        float fine = noise(bent * 2.6f, y * mix(2.2f * shortness, 0.4f, curl), p + 24);
        float clumps = curl * clouds(signed * 0.3f, y * 0.25f, p + 25);
        float light = 1 + 0.28f * locks + 0.30f * strands + 0.2f * fine + 0.4f * clumps;
        shift = 0.5f * strands + 0.3f * locks;
        into.set(hair.colour());
        into.times(Math.max(0.15f, light));
        if (hair.grey() > 0.15f) {
            float white = step(0.1f, 0.7f, fine + 0.4f * strands) * hair.grey();
            into.mix(WHITE, 0.4f * white);
        }
        into.open *= mix(0.75f, 1, step(-2, 9, inside));
        into.gloss = mix(0.5f, 0.1f, curl) * (1 + 0.5f * fine) * (1 - 0.8f * hair.colour().green());
        into.soft = 0.35f;
        into.sharp = 4;
    }

    /// Strands of a curtain run along its edge; at the back they fall.
    private static float across(float signed, float inside) {
        float back = step(60, 90, Math.abs(signed));
        return mix(inside * 0.9f + 40, Math.abs(signed), back) + (signed < 0 ? 300 : 0);
    }

    float shift() {
        return shift;
    }

    private void cloth(float signed, float y, Surface into) {
        float run = Math.abs(signed) * 0.11f + y * 0.05f;
        float folds =
                0.6f * clouds(run, y * 0.012f + (signed < 0 ? 40 : 0), hair.pattern())
                        + 0.4f * clouds(signed * 0.03f, y * 0.02f, hair.pattern() + 1);
        float rim = step(0, 5, line.hem(signed, y));
        float knit = hair.style() == HairStyle.BEANIE ? noise(signed * 1.2f, 0, 3) * 0.12f : 0;
        into.set(hair.cloth());
        into.times((1 + 0.45f * folds + knit) * mix(0.7f, 1, rim));
        into.gloss = 0.02f;
        into.sharp = 2;
        into.soft = 0.3f;
        into.open = 0.95f;
    }

    private static final Colour WHITE = Colour.srgb(205, 203, 200);
}
