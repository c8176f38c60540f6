package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.bump;
import static revisage.people.synthetic.Smooth.curve;
import static revisage.people.synthetic.Smooth.mix;
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

    private final Hair hair;
    private final boolean female;

    HairLine(Hair hair, boolean female) {
        this.hair = hair;
        this.female = female;
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

    /// Height above the hairline, rough by strands; `side` is -1 or 1.
    float above(float way, float y, float side) {
        float rough =
                3.4f * noise(way * 0.45f * side, y * 0.05f, hair.pattern())
                        + 2.4f * noise(way * 1.7f * side, y * 0.12f, hair.pattern() + 3);
        return y - line(way) + rough;
    }

    /// Whether the layer of hair is there.
    boolean solid(float signed, float y, float w) {
        float way = Math.abs(signed);
        float side = signed < 0 ? -1 : 1;
        HairStyle style = hair.style();
        if (style == HairStyle.SCARF) {
            float u = way / 56;
            float v = (y + 26) / 88;
            return u * u + v * v > 1;
        }
        if (style == HairStyle.BEANIE) {
            return y > 48 - 26 * step(20, 80, way);
        }
        float above = above(way, y, side);
        if (above > 2) {
            return true;
        }
        if (hair.fringe() > 0 && way < 60 && above > -fringe(way * side)) {
            return true;
        }
        return style.hangs() && hangs(way, y, side);
    }

    /// How far the fringe comes down at a direction, mm.
    float fringe(float signed) {
        float strands =
                4 * noise(signed * 0.35f, 3, hair.pattern() + 9)
                        + 3 * noise(signed * 1.3f, 8, hair.pattern() + 9);
        float slope = hair.fringe() * (1 + 0.3f * hair.part() * signed / 40);
        return slope * (0.85f + 0.25f * step(10, 55, Math.abs(signed))) + strands;
    }

    private boolean hangs(float way, float y, float side) {
        float edge =
                mix(hair.edge(), hair.edge() - 6, step(0, -120, y))
                        + 2.5f * noise(y * 0.03f, side * 5, hair.pattern() + 5)
                        + 1.6f * noise(y * 0.1f + way * 0.4f, side * 5, hair.pattern() + 6);
        float end = -hair.hang() + 6 * noise(way * side * 0.5f, 1, hair.pattern() + 7);
        return way > edge && y < 45 && y > end;
    }
}
