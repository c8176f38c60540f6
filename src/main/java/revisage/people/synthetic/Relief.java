package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.clamp01;

/// What can be told of the skin from its own shape: which hollows little light reaches, and how the
/// light spreads below the surface. Both from comparing the net with blurred copies of itself.
final class Relief {

    private static final int WIDTH = HeadGrid.COLUMNS;

    private final int rows;
    private final float[] softNormal;

    /// Fills in [Sheet#open].
    Relief(HeadGrid grid, Sheet skin) {
        rows = grid.rows();
        softNormal = blurred(skin.normal, 4);
        float[] near = blurred(skin.at, 3);
        float[] far = blurred(near, 12);
        for (int i = 0; i < skin.open.length; i++) {
            float small = hollow(skin, near, i);
            float large = hollow(skin, far, i);
            skin.open[i] = clamp01(1 - 0.9f * Math.max(0, small) - 0.13f * Math.max(-0.5f, large));
        }
    }

    private static float hollow(Sheet skin, float[] blurred, int i) {
        int k = 3 * i;
        return (blurred[k] - skin.at[k]) * skin.normal[k]
                + (blurred[k + 1] - skin.at[k + 1]) * skin.normal[k + 1]
                + (blurred[k + 2] - skin.at[k + 2]) * skin.normal[k + 2];
    }

    float[] softNormal() {
        return softNormal;
    }

    private float[] blurred(float[] values, int times) {
        float[] from = values.clone();
        float[] to = new float[values.length];
        for (int n = 0; n < times; n++) {
            around(from, to);
            down(to, from);
        }
        return from;
    }

    private void around(float[] from, float[] to) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < WIDTH; c++) {
                int here = 3 * (r * WIDTH + c);
                int left = 3 * (r * WIDTH + (c + WIDTH - 1) % WIDTH);
                int right = 3 * (r * WIDTH + (c + 1) % WIDTH);
                for (int d = 0; d < 3; d++) {
                    to[here + d] =
                            0.25f * (from[left + d] + from[right + d]) + 0.5f * from[here + d];
                }
            }
        }
    }

    private void down(float[] from, float[] to) {
        for (int i = 0; i < from.length; i++) {
            int row = i / (3 * WIDTH);
            int above = row == 0 ? i : i - 3 * WIDTH;
            int below = row == rows - 1 ? i : i + 3 * WIDTH;
            to[i] = 0.25f * (from[above] + from[below]) + 0.5f * from[i];
        }
    }
}
