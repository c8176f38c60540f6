package revisage.face;

/// Resizes planes of a square picture, bilinear, pixel centres at halves; outside lies what lies at
/// the edge. Immutable.
public final class PlaneScaling {

    private final int from;
    private final int to;
    private final int[] first;
    private final float[] second;

    /// @param from side of what is given, pixels
    /// @param to side of what is wanted, pixels
    public PlaneScaling(int from, int to) {
        if (from < 1 || to < 1) {
            throw new IllegalArgumentException("no picture has a side of " + Math.min(from, to));
        }
        this.from = from;
        this.to = to;
        this.first = new int[to];
        this.second = new float[to];
        for (int i = 0; i < to; i++) {
            double at = Math.clamp((i + 0.5) * from / to - 0.5, 0, from - 1.0);
            first[i] = Math.min((int) at, Math.max(0, from - 2));
            second[i] = (float) (at - first[i]);
        }
    }

    /// @param planes `(c, from, from)` from `offset` on
    /// @param out `(c, to, to)` from `at` on
    /// @param channels c
    public void resize(float[] planes, int offset, float[] out, int at, int channels) {
        if (from == to) {
            System.arraycopy(planes, offset, out, at, channels * to * to);
            return;
        }
        int right = from > 1 ? 1 : 0;
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < to; y++) {
                int row = offset + (c * from + first[y]) * from;
                int below = row + right * from;
                float ay = second[y];
                int here = at + (c * to + y) * to;
                for (int x = 0; x < to; x++) {
                    int left = first[x];
                    float ax = second[x];
                    float top = (1 - ax) * planes[row + left] + ax * planes[row + left + right];
                    float low = (1 - ax) * planes[below + left] + ax * planes[below + left + right];
                    out[here + x] = (1 - ay) * top + ay * low;
                }
            }
        }
    }
}
