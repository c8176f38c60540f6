package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.bump;
import static revisage.people.synthetic.Smooth.curve;
import static revisage.people.synthetic.Smooth.noise;
import static revisage.people.synthetic.Smooth.step;

import revisage.people.synthetic.Identity.Hair;

/// Where hair grows and down to where it hangs, by direction and height.
///
/// A direction is a number of degrees around the head, 0 in front, 90 at the ear, 180 behind,
/// measured along a square instead of a circle.
final class HairLine {

    private static final float[] WAY = {0, 14, 26, 36, 46, 54, 62, 70, 78, 86, 96, 106, 118, 180};
    private static final float[] LINE = {70, 70, 67, 60, 47, 36, 24, 8, -8, 12, 22, 4, -60, -70};

    /// Millimetres a degree, about.
    private static final float ARC = 1.15f;

    private final Hair hair;
    private final boolean female;
    private final float part;

    HairLine(Hair hair, boolean female, float partShift) {
        this.hair = hair;
        this.female = female;
        part = 20 * Math.clamp(hair.part() + partShift, -1f, 1f);
    }

    /// 0..180.
    static float way(float x, float z) {
        float a = Math.abs(x);
        float p = 90 * a / (a + Math.abs(z) + 1e-6f);
        return z >= 0 ? p : 180 - p;
    }

    /// Height of the hairline.
    float line(float way) {
        float y = curve(WAY, LINE, way) + hair.line() * step(50, 20, way);
        y += 17 * hair.recede() * bump(way, 33, 22);
        y += hair.recede() > 0.8f ? 60 * (hair.recede() - 0.8f) * step(60, 30, way) : 0;
        if (female) {
            y += 9 * bump(way, 78, 12);
        }
        return y;
    }

    /// Whether the hair falls from a parting like a curtain.
    boolean curtain() {
        return hair.style().hangs() && hair.fringe() == 0;
    }

    /// Millimetres inside the hair, from its nearest edge; negative on bare skin.
    ///
    /// @param signed direction, negative to the left in the picture
    float inside(float signed, float y) {
        float way = Math.abs(signed);
        if (!curtain()) {
            return y - line(way);
        }
        return way < 75 ? behindCurtain(signed, y) : Math.max(behindCurtain(signed, y), way - 50);
    }

    private float behindCurtain(float signed, float y) {
        float off = signed - part;
        float span = off < 0 ? hair.edge() + part : hair.edge() - part;
        float u = Math.abs(off) / span;
        float v = Math.min(u, 1);
        float rest = 1.07f - v;
        float at = 68 + 0.6f * hair.line() - 6 * v - 30 * v * v - 3.2f / rest;
        float slope = (6 + 60 * v + 3.2f / (rest * rest)) / (span * ARC);
        float steep = (float) Math.sqrt(1 + slope * slope);
        return (y - at) / steep + Math.max(0, u - 1) * span * ARC;
    }

    /// Roughness of the edge by strands, mm.
    private float rough(float signed, float y) {
        float grain = curtain() ? 0.25f : 1;
        return 3 * noise(signed * 0.45f * grain, y * 0.05f, hair.pattern())
                + 2 * noise(signed * 1.7f * grain, y * 0.12f * grain, hair.pattern() + 3);
    }

    /// As [#inside], rough by strands.
    float above(float signed, float y) {
        return inside(signed, y) + rough(signed, y);
    }

    /// Whether the layer of hair is there.
    boolean solid(float signed, float y, float w) {
        float way = Math.abs(signed);
        HairStyle style = hair.style();
        if (style.cloth()) {
            return hem(signed, y) > 0;
        }
        if (style.hangs() && y < -hair.hang() + 7 * noise(signed * 0.4f, 1, hair.pattern() + 7)) {
            return false;
        }
        float above = above(signed, y);
        if (above > 9 || (above > -5 && strandShown(signed, y, above))) {
            return true;
        }
        if (hair.fringe() > 0 && way < 60 && above > -fringe(signed)) {
            return true;
        }
        return style.hangs() && !curtain() && besideFace(signed, y);
    }

    /// Millimetres inside a scarf or cap, from its edge.
    float hem(float signed, float y) {
        float way = Math.abs(signed);
        if (hair.style() == HairStyle.BEANIE) {
            return y - 50 + 30 * step(20, 80, way);
        }
        float u = way / 54;
        float v = (y + 24) / 85;
        float r = (float) Math.sqrt(u * u + v * v);
        return (r - 1) * 60 + 1.5f * noise(signed * 0.05f, y * 0.03f, hair.pattern());
    }

    /// Whether there is surely no hair, nor a few millimetres around.
    boolean bare(float signed, float y) {
        if (hair.style().cloth()) {
            return hem(signed, y) < -6;
        }
        if (hair.style().hangs()
                && (y < -hair.hang() - 14 || (!curtain() && Math.abs(signed) > 30))) {
            return y < -hair.hang() - 14;
        }
        return inside(signed, y) < -18 - 1.7f * hair.fringe();
    }

    /// Towards the edge fewer and fewer strands remain.
    private boolean strandShown(float signed, float y, float above) {
        float across = curtain() ? above * 0.9f : signed * 2.2f;
        float along = curtain() ? signed * 0.07f + y * 0.02f : y * 0.09f;
        float strand =
                0.7f * noise(across, along, hair.pattern() + 12)
                        + 0.5f * noise(across * 2.2f, along * 2, hair.pattern() + 13);
        return strand < (above + 2) / (curtain() ? 4 : 8) - 0.3f;
    }

    /// How far the fringe comes down at a direction, mm.
    float fringe(float signed) {
        float strands =
                4 * noise(signed * 0.35f, 3, hair.pattern() + 9)
                        + 3 * noise(signed * 1.3f, 8, hair.pattern() + 9);
        float slope = hair.fringe() * (1 + 0.3f * hair.part() * signed / 40);
        return slope * (0.85f + 0.25f * step(10, 55, Math.abs(signed))) + strands;
    }

    private boolean besideFace(float signed, float y) {
        float edge =
                hair.edge()
                        - 6 * step(0, -120, y)
                        + 2.5f * noise(y * 0.03f, signed < 0 ? -5 : 5, hair.pattern() + 5)
                        + 1.6f * noise(y * 0.1f + signed * 0.4f, 5, hair.pattern() + 6);
        return Math.abs(signed) > edge && y < 45;
    }
}
