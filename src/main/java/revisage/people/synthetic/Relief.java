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
            skin.open[i] = clamp01(1 - 0.5f * Math.max(0, small) - 0.1f * Math.max(-0.5f, large));
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
        int wide = 3 * WIDTH;
        for (int r = 0; r < rows; r++) {
            int start = r * wide;
            int end = start + wide - 3;
            for (int i = start + 3; i < end; i++) {
                to[i] = 0.25f * (from[i - 3] + from[i + 3]) + 0.5f * from[i];
            }
            for (int d = 0; d < 3; d++) {
                to[start + d] =
                        0.25f * (from[end + d] + from[start + 3 + d]) + 0.5f * from[start + d];
                to[end + d] = 0.25f * (from[end - 3 + d] + from[start + d]) + 0.5f * from[end + d];
            }
        }
    }

    private static void down(float[] from, float[] to) {
        int wide = 3 * WIDTH;
        int last = from.length - wide;
        System.arraycopy(from, 0, to, 0, wide);
        System.arraycopy(from, last, to, last, wide);
        for (int i = wide; i < last; i++) {
            to[i] = 0.25f * (from[i - wide] + from[i + wide]) + 0.5f * from[i];
        }
    }
}
