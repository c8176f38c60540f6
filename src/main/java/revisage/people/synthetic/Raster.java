package revisage.people.synthetic;

import java.util.Arrays;
import java.util.List;

/// Finds what each sample of the picture shows: a z-buffer that keeps the triangle and the place in
/// it, so that only what is seen is painted.
final class Raster {

    final int side;
    final int[] sheet;
    final int[] triangle;
    final float[] second;
    final float[] third;
    private final float[] depth;

    Raster(int side) {
        this.side = side;
        sheet = new int[side * side];
        triangle = new int[side * side];
        second = new float[side * side];
        third = new float[side * side];
        depth = new float[side * side];
        Arrays.fill(sheet, -1);
        Arrays.fill(depth, -1e9f);
    }

    /// Depth of the nearest surface in the unit of the screen, -1e9 where there is none.
    float[] depth() {
        return depth;
    }

    /// @param coarse whether few triangles will do
    void draw(List<Sheet> sheets, List<float[]> screens, boolean coarse) {
        for (int s = 0; s < sheets.size(); s++) {
            Sheet one = sheets.get(s);
            float[] at = screens.get(s);
            int[] corners = coarse ? one.coarse : one.corners;
            for (int t = 0; t < corners.length; t += 3) {
                triangle(s, one, at, corners, t);
            }
        }
    }

    private void triangle(int s, Sheet one, float[] at, int[] corners, int t) {
        int a = 3 * corners[t];
        int b = 3 * corners[t + 1];
        int c = 3 * corners[t + 2];
        float ax = at[a];
        float ay = at[a + 1];
        float ux = at[b] - ax;
        float uy = at[b + 1] - ay;
        float vx = at[c] - ax;
        float vy = at[c + 1] - ay;
        // y runs downwards on the screen, so the front has a negative area.
        float area = ux * vy - uy * vx;
        if (area > -1e-7f && (!one.bothSides || area < 1e-7f)) {
            return;
        }
        int x0 = ceil(Math.min(ax, Math.min(at[b], at[c])));
        int x1 = floor(Math.max(ax, Math.max(at[b], at[c])));
        int y0 = ceil(Math.min(ay, Math.min(at[b + 1], at[c + 1])));
        int y1 = floor(Math.max(ay, Math.max(at[b + 1], at[c + 1])));
        if (x0 > x1 || y0 > y1) {
            return;
        }
        float inverse = 1 / area;
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                float px = x - ax;
                float py = y - ay;
                float p = (px * vy - py * vx) * inverse;
                float q = (ux * py - uy * px) * inverse;
                if (p < 0 || q < 0 || p + q > 1) {
                    continue;
                }
                float z = at[a + 2] + p * (at[b + 2] - at[a + 2]) + q * (at[c + 2] - at[a + 2]);
                int i = y * side + x;
                if (z > depth[i] && solid(one, a, b, c, p, q)) {
                    depth[i] = z;
                    sheet[i] = s;
                    triangle[i] = t;
                    second[i] = p;
                    third[i] = q;
                }
            }
        }
    }

    private static boolean solid(Sheet one, int a, int b, int c, float p, float q) {
        if (one.holes.isEmpty()) {
            return true;
        }
        float[] w = one.paint;
        float o = 1 - p - q;
        return one.holes
                .get()
                .solid(
                        o * w[a] + p * w[b] + q * w[c],
                        o * w[a + 1] + p * w[b + 1] + q * w[c + 1],
                        o * w[a + 2] + p * w[b + 2] + q * w[c + 2]);
    }

    private static int ceil(float v) {
        int whole = (int) v;
        return v <= 0 ? 0 : whole < v ? whole + 1 : whole;
    }

    private int floor(float v) {
        return v < 0 ? -1 : Math.min(side - 1, (int) v);
    }
}
