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
        float bent =
                signed
                        + 3 * noise(y * 0.03f, signed * 0.05f, p + 20)
                        + curl * 9 * noise(y * 0.09f, signed * 0.1f, p + 21);
        float locks = noise(bent * 0.28f, y * mix(0.012f, 0.09f, curl), p + 22);
        float strands = noise(bent * 0.95f, y * mix(0.03f, 0.2f, curl), p + 23);
        float fine = noise(bent * 2.6f, y * mix(0.08f, 0.4f, curl), p + 24);
        float clumps = curl * clouds(signed * 0.3f, y * 0.25f, p + 25);
        float light = 1 + 0.28f * locks + 0.30f * strands + 0.2f * fine + 0.4f * clumps;
        shift = 0.5f * strands + 0.3f * locks;
        into.set(hair.colour());
        into.times(Math.max(0.15f, light));
        if (hair.grey() > 0.15f) {
            float white = step(0.1f, 0.7f, fine + 0.4f * strands) * hair.grey();
            into.mix(WHITE, 0.4f * white);
        }
        float edge = line.above(Math.abs(signed), y, signed < 0 ? -1 : 1);
        into.open = mix(0.7f, 1, step(0, 8, Math.abs(edge)));
        into.gloss = mix(0.5f, 0.1f, curl) * (1 + 0.5f * fine);
        into.soft = 0.35f;
        into.sharp = 4;
    }

    float shift() {
        return shift;
    }

    private void cloth(float signed, float y, Surface into) {
        float folds = clouds(signed * 0.03f + y * 0.012f, y * 0.02f, hair.pattern());
        float knit = hair.style() == HairStyle.BEANIE ? noise(signed * 1.2f, 0, 3) * 0.12f : 0;
        into.set(hair.cloth());
        into.times(1 + 0.25f * folds + knit);
        into.gloss = 0.02f;
        into.sharp = 2;
        into.soft = 0.3f;
        into.open = 0.95f;
    }

    private static final Colour WHITE = Colour.srgb(205, 203, 200);
}
