package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.clouds;
import static revisage.people.synthetic.Smooth.step;

/// Something between camera and face, out of focus: a shoulder or door at the side, a collar or
/// book from below.
final class CoverPaint {

    private final Moment.Cover cover;
    private final int pattern;

    CoverPaint(Moment.Cover cover, int pattern) {
        this.cover = cover;
        this.pattern = pattern;
    }

    /// @param x 0..1 across the picture
    /// @param y 0..1 downwards
    /// @param out linear light, covered in place from `o` on
    void paint(float x, float y, float[] out, int o) {
        float depth =
                switch (cover.kind()) {
                    case SIDE -> {
                        float u = cover.x() < 0 ? x : 1 - x;
                        yield 0.2f + 0.16f * cover.y() - u + cover.angle() * (y - 0.5f);
                    }
                    case BELOW -> y - 0.86f + 0.1f * cover.y() + 0.4f * cover.angle() * (x - 0.5f);
                    case NONE, SUNGLASSES -> -1;
                };
        float share = step(-0.012f, 0.018f, depth + 0.01f * clouds(x * 5, y * 5, pattern));
        if (share <= 0) {
            return;
        }
        float light = (0.7f + 1.2f * Math.min(0.4f, depth)) * (1 + 0.15f * clouds(x * 9, y * 4, 7));
        out[o] += (cover.colour().red() * light - out[o]) * share;
        out[o + 1] += (cover.colour().green() * light - out[o + 1]) * share;
        out[o + 2] += (cover.colour().blue() * light - out[o + 2]) * share;
    }
}
