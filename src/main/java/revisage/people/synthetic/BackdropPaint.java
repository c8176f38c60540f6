package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.bump;
import static revisage.people.synthetic.Smooth.mix;
import static revisage.people.synthetic.Smooth.noise;
import static revisage.people.synthetic.Smooth.step;

/// What is behind the person, out of focus: walls, windows, lights, green.
final class BackdropPaint {

    private final Moment.Backdrop wall;
    private final float lean;

    BackdropPaint(Moment.Backdrop wall, float roll) {
        this.wall = wall;
        lean = roll / 57.3f;
    }

    /// @param x 0..1 across the picture
    /// @param y 0..1 downwards
    void paint(float x, float y, float[] out, int o) {
        float u = x - lean * y;
        float v = y + lean * x;
        int p = wall.pattern();
        float t =
                switch (wall.kind()) {
                    case 0 -> v;
                    case 1 -> step(0.1f, 0.9f, u + 0.3f * noise(v * 2, u, p));
                    case 2 -> 0.5f + 0.5f * noise(u * 2.4f, v * 2.4f, p);
                    case 3 -> stripes(u, p);
                    default -> spots(u, v, p);
                };
        Colour a = wall.first();
        Colour b = wall.second();
        float grain = 1 + 0.05f * noise(x * 7, y * 7, p + 3);
        out[o] = mix(a.red(), b.red(), t) * grain;
        out[o + 1] = mix(a.green(), b.green(), t) * grain;
        out[o + 2] = mix(a.blue(), b.blue(), t) * grain;
    }

    private static float stripes(float u, int p) {
        float t = 0;
        for (int i = 0; i < 4; i++) {
            float at = 0.5f + 0.7f * Smooth.hash(i, p);
            float wide = 0.09f + 0.06f * Smooth.hash(i, p + 1);
            t = Math.max(t, step(wide + 0.05f, wide - 0.02f, Math.abs(u - at)));
        }
        return t;
    }

    private static float spots(float u, float v, int p) {
        float t = 0.12f * noise(u * 3, v * 3, p);
        for (int i = 0; i < 9; i++) {
            float r = 0.13f + 0.07f * Smooth.hash(i, p + 2);
            t +=
                    0.8f
                            * bump(
                                    u,
                                    v,
                                    0.5f + 0.6f * Smooth.hash(i, p),
                                    0.4f + 0.5f * Smooth.hash(i, p + 1),
                                    r,
                                    r);
        }
        return Math.clamp(t, 0f, 1f);
    }
}
