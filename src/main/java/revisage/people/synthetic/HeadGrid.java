package revisage.people.synthetic;

import java.util.ArrayList;
import java.util.List;

/// The net of points that lies over every head: rows from the crown to the neck, columns around.
///
/// Each point keeps one **canonical place** for good, on a smooth head without features, in
/// millimetres: `x` to the right in the picture, `y` up from the line through the pupils, `z` to
/// the front from the plane through the ears. Shapes move the points, paint is looked up by the
/// canonical place, so brows stay on brows.
final class HeadGrid {

    static final int COLUMNS = 156;

    /// From the crown down: height in front, height at the side, depth of front, half width, depth
    /// of back. Anthropometric means (Farkas, *Anthropometry of the Head and Face*, 1994), rounded.
    private static final float[][] RINGS = {
        {118, 118, -5, 0.5f, -6},
        {116.5f, 117, 18, 19, -26},
        {111, 113.5f, 42, 39, -52},
        {100, 105, 64, 56, -75},
        {88, 93, 77.5f, 66, -88},
        {72, 77, 87, 69.5f, -96},
        {52, 57, 94, 73, -100},
        {35, 38, 96.5f, 73.5f, -101},
        {20, 20, 96, 72.5f, -100},
        {8, 6, 90.5f, 71.5f, -98},
        {0, -2, 88, 70.5f, -96},
        {-15, -14, 87.5f, 69.5f, -90},
        {-30, -26, 87, 68, -84},
        {-45, -37, 87, 65.5f, -78},
        {-58, -46, 87.5f, 62.5f, -72},
        {-66, -52, 87.5f, 60.5f, -68},
        {-80, -61, 87, 57.5f, -64},
        {-95, -69, 87, 54.5f, -62},
        {-106, -75, 85, 52.5f, -60},
        {-112, -79, 79, 50.5f, -60},
        {-117, -84, 62, 50, -60},
        {-120, -90, 45, 49.5f, -60},
        {-125, -102, 36, 50, -61},
        {-140, -128, 33, 54, -64},
        {-165, -160, 36, 68, -68},
        {-185, -182, 44, 110, -74},
        {-200, -196, 52, 150, -80}
    };

    /// Height in front and the distance of rows from there down.
    private static final float[][] SPACING = {
        {118, 1.5f},
        {110, 4},
        {80, 2.6f},
        {34, 1.7f},
        {12, 1.25f},
        {-12, 1.8f},
        {-28, 1.2f},
        {-47, 1.5f},
        {-59, 0.9f},
        {-75, 1.8f},
        {-100, 1.6f},
        {-120, 5},
        {-140, 12}
    };

    private final int rows;
    private final float[] cx;
    private final float[] cy;
    private final float[] cz;
    private final float[] rowHeight;
    private final int[] fine;
    private final int[] coarse;
    private final float[] angle = new float[COLUMNS];

    HeadGrid() {
        List<Float> heights = heights();
        rows = heights.size();
        rowHeight = new float[rows];
        cx = new float[rows * COLUMNS];
        cy = new float[cx.length];
        cz = new float[cx.length];
        float[][] ring = columns();
        for (int c = 0; c < COLUMNS; c++) {
            float s = -1 + 2f * c / COLUMNS;
            angle[c] = (float) (StrictMath.PI * (0.42 * s + 0.58 * s * s * s));
        }
        for (int r = 0; r < rows; r++) {
            rowHeight[r] = heights.get(r);
            ring(r, ring);
        }
        fine = net(1);
        coarse = net(2);
    }

    private static List<Float> heights() {
        List<Float> heights = new ArrayList<>();
        int k = 0;
        for (float y = SPACING[0][0]; y > -200; y -= SPACING[k][1]) {
            heights.add(y);
            while (k + 1 < SPACING.length && y <= SPACING[k + 1][0]) {
                k++;
            }
        }
        return heights;
    }

    private static float[][] columns() {
        float[][] columns = new float[5][RINGS.length];
        for (int i = 0; i < RINGS.length; i++) {
            for (int k = 0; k < 5; k++) {
                columns[k][i] = RINGS[i][k];
            }
        }
        return columns;
    }

    private void ring(int r, float[][] ring) {
        float y = rowHeight[r];
        float side = Smooth.curve(ring[0], ring[1], y);
        float front = Smooth.curve(ring[0], ring[2], y);
        float half = Smooth.curve(ring[0], ring[3], y);
        float back = Smooth.curve(ring[0], ring[4], y);
        for (int c = 0; c < COLUMNS; c++) {
            int i = r * COLUMNS + c;
            float sin = (float) StrictMath.sin(angle[c]);
            float cos = (float) StrictMath.cos(angle[c]);
            float away = Math.abs(angle[c]) * 57.29578f;
            cx[i] = half * sin;
            cz[i] = cos > 0 ? front * cos : -back * cos;
            cy[i] = Smooth.mix(y, side, Smooth.step(10, 86, away));
        }
    }

    /// All triangles; shared, not to be changed.
    int[] fine() {
        return fine;
    }

    /// A quarter of them over the same points, for shadows.
    int[] coarse() {
        return coarse;
    }

    int rows() {
        return rows;
    }

    int size() {
        return cx.length;
    }

    float x(int i) {
        return cx[i];
    }

    float y(int i) {
        return cy[i];
    }

    float z(int i) {
        return cz[i];
    }

    /// Two triangles a field of the net, corners counter-clockwise as seen from outside.
    ///
    /// @param stride 1 for all points, 2 for every other
    private int[] net(int stride) {
        int down = (rows - 1) / stride;
        int[] t = new int[down * COLUMNS / stride * 6];
        int n = 0;
        for (int r = 0; r < down * stride; r += stride) {
            for (int c = 0; c < COLUMNS; c += stride) {
                int a = r * COLUMNS + c;
                int b = r * COLUMNS + (c + stride) % COLUMNS;
                int d = a + stride * COLUMNS;
                int e = b + stride * COLUMNS;
                t[n++] = a;
                t[n++] = d;
                t[n++] = b;
                t[n++] = b;
                t[n++] = d;
                t[n++] = e;
            }
        }
        return t;
    }

    /// The field of the front of the net in which the canonical place lies: its upper left corner
    /// and the shares to the right and down.
    Spot spot(float x, float y) {
        for (int r = 0; r + 1 < rows; r++) {
            for (int c = 0; c + 1 < COLUMNS; c++) {
                int i = r * COLUMNS + c;
                if (cz[i] <= 0 || cx[i] > x || cx[i + 1] <= x || cy[i] < y || rowBelow(i, y)) {
                    continue;
                }
                float right = (x - cx[i]) / (cx[i + 1] - cx[i]);
                float top = Smooth.mix(cy[i], cy[i + 1], right);
                float low = Smooth.mix(cy[i + COLUMNS], cy[i + COLUMNS + 1], right);
                return new Spot(i, right, Smooth.clamp01((top - y) / (top - low)));
            }
        }
        throw new IllegalArgumentException("no place of the face at %s, %s".formatted(x, y));
    }

    /// The point of the net whose canonical place is nearest.
    int nearest(float x, float y, float z) {
        int best = 0;
        float least = Float.MAX_VALUE;
        for (int i = 0; i < cx.length; i++) {
            float d =
                    Smooth.square(cx[i] - x) + Smooth.square(cy[i] - y) + Smooth.square(cz[i] - z);
            if (d < least) {
                least = d;
                best = i;
            }
        }
        return best;
    }

    private boolean rowBelow(int i, float y) {
        return cy[i + COLUMNS] >= y;
    }

    /// A place between four points of the net.
    record Spot(int corner, float right, float down) {

        /// @param values three a point
        /// @param axis 0..2
        float of(float[] values, int axis) {
            int i = 3 * corner + axis;
            int j = i + 3 * COLUMNS;
            float top = Smooth.mix(values[i], values[i + 3], right);
            float low = Smooth.mix(values[j], values[j + 3], right);
            return Smooth.mix(top, low, down);
        }
    }
}
