package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.bump;
import static revisage.people.synthetic.Smooth.mix;
import static revisage.people.synthetic.Smooth.step;

import java.util.Optional;

/// An ear: a bowl with a rolled rim, an inner ridge, a hollow and a lobe.
final class EarShape {

    private static final int ROUND = 36;
    private static final int OUT = 14;

    private EarShape() {}

    /// @param side -1 for the left in the picture, 1 for the right
    /// @param rootX x of the head where the ear grows, mm
    static Sheet sheet(Identity.Ears ears, int side, float rootX, float rootY) {
        float[] at = new float[3 * (ROUND + 1) * OUT];
        float[] paint = new float[at.length];
        double stand = StrictMath.toRadians(ears.stand());
        float sin = (float) StrictMath.sin(stand);
        float cos = (float) StrictMath.cos(stand);
        int n = 0;
        for (int j = 0; j < OUT; j++) {
            float rho = j / (OUT - 1f);
            for (int k = 0; k <= ROUND; k++) {
                double angle = 2 * StrictMath.PI * k / ROUND;
                float back = (float) StrictMath.cos(angle);
                float up = (float) StrictMath.sin(angle);
                float wide = up > 0 ? 17 : mix(17, 9 + 2 * ears.lobe(), -up);
                float e = ears.size() * wide * rho * back * (back < 0 ? 0.62f : 1);
                float h = ears.size() * 31 * rho * up;
                float f = relief(rho, back, up) * ears.size();
                at[n] = side * (rootX - 3 + sin * (e + 10) + cos * f);
                at[n + 1] = rootY + h + 0.12f * e;
                at[n + 2] = -4 - cos * (e + 2) + sin * f;
                paint[n] = rho;
                paint[n + 1] = back;
                paint[n + 2] = up;
                n += 3;
            }
        }
        int[] corners = corners(side);
        return new Sheet(Sheet.Stuff.EAR, at, paint, corners, corners, Optional.empty(), true);
    }

    private static float relief(float rho, float back, float up) {
        float rim = step(-0.9f, 0.1f, up + back * 0.6f);
        return rim * 4.5f * bump(rho, 0.88f, 0.2f)
                + 2.5f * bump(rho, 0.52f, 0.2f) * step(-0.6f, 0.3f, back)
                - 5 * bump(rho, 0.15f, 0.42f)
                - 6 * step(0.92f, 1, rho)
                + 3 * bump(rho, 0.5f, 0.4f) * step(-0.5f, -0.9f, back);
    }

    private static int[] corners(int side) {
        int[] t = new int[(OUT - 1) * ROUND * 6];
        int n = 0;
        for (int j = 0; j + 1 < OUT; j++) {
            for (int k = 0; k < ROUND; k++) {
                int a = j * (ROUND + 1) + k;
                int b = a + 1;
                int c = a + ROUND + 1;
                int d = c + 1;
                int[] quad = side > 0 ? new int[] {a, b, c, b, d, c} : new int[] {a, c, b, b, c, d};
                for (int q : quad) {
                    t[n++] = q;
                }
            }
        }
        return t;
    }
}
