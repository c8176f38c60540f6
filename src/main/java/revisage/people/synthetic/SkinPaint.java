package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.bump;
import static revisage.people.synthetic.Smooth.clamp01;
import static revisage.people.synthetic.Smooth.clouds;
import static revisage.people.synthetic.Smooth.noise;
import static revisage.people.synthetic.Smooth.step;

import revisage.people.synthetic.Identity.Skin;

/// Skin by canonical place: tone, redness, unevenness, freckles, moles, lines, hair roots.
final class SkinPaint {

    private final Identity who;
    private final Skin skin;
    private final HairLine line;
    private final float beard;
    private final float open;
    private final float raised;
    private final float smile;
    private final EyePaint eyes;
    private final float[] moles;
    private final Colour cloth;

    SkinPaint(Identity who, Moment moment, HairLine line, EyePaint eyes) {
        this.who = who;
        this.skin = who.skin();
        this.line = line;
        this.eyes = eyes;
        beard = moment.grooming().beard();
        open = moment.expression().open();
        raised = Math.max(0, moment.expression().brows());
        smile = moment.expression().smile();
        var d = new Draws(who.seed() ^ 0x5EEDL);
        cloth = moment.grooming().cloth();
        moles = new float[4 * skin.moles()];
        for (int i = 0; i < moles.length; i += 4) {
            moles[i] = d.between(-60, 60);
            moles[i + 1] = d.between(-100, 60);
            moles[i + 2] = d.between(0.9, 2.2);
            moles[i + 3] = Variety.MARKS * d.between(0.35, 0.8);
        }
    }

    void paint(float x, float y, float z, Surface into) {
        into.set(skin.base());
        into.soft = 1;
        into.sharp = 4;
        into.gloss = 0.16f * skin.shine();
        zones(Math.abs(x), y, z, into);
        unevenness(x, y, z, into);
        marks(x, y, z, into);
        if (z > 0) {
            lines(x, y, into);
            LipPaint.paint(who.mouth(), open, skin.pattern(), x, y, into);
            nostrils(Math.abs(x), y, into);
            eyes.lids(x, y, into);
            BrowPaint.paint(who.brows(), skin.pattern(), x, y, into);
        }
        if (!who.female()) {
            BeardPaint.paint(who.beard(), who.mouth(), beard, skin.pattern(), x, y, z, into);
        }
        roots(x, y, z, into);
        if (y < -112) {
            into.open *= 1 - 0.42f * step(-110, -119, y) * step(-175, -125, y);
            collar(x, y, into);
        }
    }

    private void collar(float x, float y, Surface into) {
        float edge = -140 + 0.004f * x * x + 2 * noise(x * 0.05f, 0, skin.pattern() + 95);
        if (y < edge) {
            into.set(cloth);
            into.times(1 + 0.12f * noise(x * 0.05f, y * 0.08f, 96));
            into.gloss = 0;
            into.soft = 0.1f;
        }
    }

    private void zones(float a, float y, float z, Surface into) {
        if (z < 0) {
            return;
        }
        float red =
                skin.red()
                        * (0.8f * bump(a, y, 40, -28, 26, 24)
                                + 0.9f * bump(a, y, 0, -34, 17, 16)
                                + 0.4f * bump(a, y, 0, -100, 20, 16)
                                + 0.35f * smile * bump(a, y, 42, -26, 20, 18));
        into.times(1 + 0.05f * red, 1 - 0.16f * red, 1 - 0.13f * red);
        float forehead = bump(a, y, 0, 48, 60, 34);
        into.times(1 + 0.03f * forehead, 1 + 0.02f * forehead, 1 - 0.02f * forehead);
        into.gloss *=
                1
                        + 0.9f * forehead
                        + 1.2f * bump(a, y, 0, -24, 12, 24)
                        + 0.5f * bump(a, y, 42, -20, 20, 16);
    }

    private void unevenness(float x, float y, float z, Surface into) {
        float u = z > 0 ? x : x + 200;
        float broad = clouds(u * 0.045f, y * 0.045f, skin.pattern() + 60);
        float fine = noise(u * 0.33f, y * 0.33f, skin.pattern() + 61);
        float pores = noise(u * 1.1f, y * 1.1f, skin.pattern() + 62);
        float b = skin.blotches() * Variety.MARKS;
        float l = 1 + 0.10f * b * broad + 0.035f * b * fine + 0.03f * pores;
        into.times(l, l * (1 - 0.05f * b * broad), l * (1 - 0.05f * b * fine));
        into.gloss *= 1 + 0.5f * pores;
    }

    private void marks(float x, float y, float z, Surface into) {
        if (skin.freckles() > 0.05f && z > 0 && y < 60) {
            float dots = noise(x * 0.62f, y * 0.62f, skin.pattern() + 70);
            float where = bump(x, y, 0, -20, 72, 55);
            float much = Variety.MARKS * skin.freckles() * where * step(0.35f, 0.75f, dots);
            into.times(1 - 0.25f * much, 1 - 0.42f * much, 1 - 0.5f * much);
        }
        for (int i = 0; z > 0 && i < moles.length; i += 4) {
            float m = bump(x, y, moles[i], moles[i + 1], moles[i + 2], moles[i + 2]);
            if (m > 0) {
                m = Math.min(1, 2 * m) * moles[i + 3];
                into.times(1 - 0.6f * m, 1 - 0.72f * m, 1 - 0.75f * m);
            }
        }
    }

    /// Age lines darken: at this size more cannot be seen of them.
    private void lines(float x, float y, Surface into) {
        float a = Math.abs(x);
        float old = skin.lines();
        float dark = 0;
        if (y > 24 && y < 70 && a < 52) {
            float bent = y + 2.5f * noise(x * 0.05f, 0, skin.pattern() + 80) - 0.0016f * x * x;
            float wave = bent / 8.5f;
            float t = wave - (float) Math.floor(wave);
            float one = bump(t, 0.5f, 0.2f) * (0.6f + 0.4f * noise(x * 0.06f, wave, 81));
            dark += one * (0.30f * old + 0.3f * raised * (0.3f + old)) * bump(x, y, 0, 46, 54, 24);
        }
        float frown = bump(a, 4.5f + 0.05f * y, 1.5f) * bump(y, 21, 13);
        dark += frown * 0.3f * old;
        if (a > 45 && a < 64 && Math.abs(y) < 16) {
            float fan = (y + 1) / (a - 36) * 5.2f;
            float t = fan - (float) Math.floor(fan);
            dark +=
                    bump(t, 0.5f, 0.3f)
                            * bump(a, y, 54, 0, 9, 13)
                            * (0.42f * old + 0.22f * smile * old);
        }
        float fold = MeanHead.nasolabial(a, y);
        dark += fold * (0.02f + 0.2f * old + 0.12f * smile);
        float puppet = bump(a, 28 - 0.08f * (y + 70), 2.8f) * bump(y, -80, 14);
        dark += 0.16f * old * old * puppet;
        dark = Math.min(0.7f, dark);
        into.times(1 - 0.8f * dark, 1 - dark, 1 - dark);
    }

    private static void nostrils(float a, float y, Surface into) {
        if (y > -25 || y < -52 || a > 26) {
            return;
        }
        float hole = bump(a, y, 6.6f, -43.4f + 0.15f * (a - 7), 4.2f, 2.3f);
        hole = Math.min(1, 1.7f * hole);
        into.times(1 - 0.86f * hole, 1 - 0.91f * hole, 1 - 0.91f * hole);
        into.gloss *= 1 - hole;
        float wing = bump(a, y, 19.6f, -38, 3, 8);
        into.times(1 - 0.12f * wing, 1 - 0.16f * wing, 1 - 0.16f * wing);
        float base = bump(a, y, 0, -46, 14, 3);
        into.times(1 - 0.12f * base);
    }

    private void roots(float x, float y, float z, Surface into) {
        HairStyle style = who.hair().style();
        if (style == HairStyle.BALD || style.cloth() || y < -75) {
            return;
        }
        if (z > 40 && y < 20) {
            return;
        }
        float way = HairLine.way(x, z);
        float above = line.above(x < 0 ? -way : way, y);
        float cover = step(-7, 4, above) * (line.curtain() ? step(0, 16, y) : 1);
        if (cover <= 0) {
            return;
        }
        boolean shaven = style == HairStyle.SHAVEN;
        float dots = noise(x * 1.6f + z, y * 1.6f, skin.pattern() + 90);
        float much = shaven ? (0.62f + 0.2f * dots) * (1 - 0.55f * who.hair().grey()) : 0.85f;
        into.mix(who.hair().colour(), clamp01(cover * much));
        into.gloss *= 1 - 0.6f * cover;
    }
}
