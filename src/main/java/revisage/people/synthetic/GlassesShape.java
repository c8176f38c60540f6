package revisage.people.synthetic;

import java.util.Optional;

/// Glasses: a tube around each eye, a bridge, arms to the ears, panes if they are dark.
final class GlassesShape {

    private static final int STEPS = 36;
    private static final int RING = 5;

    private final Identity.Glasses glasses;
    private final float[] eyes;
    private final float[] at = new float[3 * RING * (2 * (STEPS + 1) + 9 + 2 * 7)];
    private final int[] corners = new int[6 * RING * (2 * STEPS + 8 + 2 * 6)];
    private int points;
    private int used;

    /// @param eyes the two points of the eyes and the bridge of the nose, head axes, `x y z` each
    GlassesShape(Identity.Glasses glasses, float[] eyes) {
        this.glasses = glasses;
        this.eyes = eyes;
    }

    Sheet sheet(float templeX) {
        float front = front();
        for (int s = 0; s < 2; s++) {
            tube(STEPS + 1, rim(s, front));
        }
        float dx = (eyes[3] - eyes[0]) / 2 - glasses.width();
        float mid = (eyes[0] + eyes[3]) / 2;
        float y = (eyes[1] + eyes[4]) / 2 + 2;
        tube(
                9,
                t ->
                        new float[] {
                            mid + (2 * t - 1) * (dx + 1),
                            y + 4 * t * (1 - t) * 3,
                            front + 2 - 2 * Math.abs(2 * t - 1)
                        });
        for (int s = 0; s < 2; s++) {
            int side = s == 0 ? -1 : 1;
            float ex = eyes[3 * s] + side * glasses.width();
            float tx = side * templeX;
            tube(
                    7,
                    t ->
                            new float[] {
                                Smooth.mix(ex, tx, Math.min(1, t * 1.6f)),
                                y + 3 - 2 * t,
                                front - 5 - t * (front + 2)
                            });
        }
        return sheet(Sheet.Stuff.FRAME, at, corners);
    }

    private static Sheet sheet(Sheet.Stuff stuff, float[] at, int[] corners) {
        return new Sheet(stuff, at, new float[at.length], corners, corners, Optional.empty(), true);
    }

    /// Dark panes in the frames of [#sheet(float)].
    Sheet panes() {
        float front = front();
        float[] pane = new float[3 * 2 * (STEPS + 1)];
        int[] fan = new int[3 * 2 * STEPS];
        for (int s = 0; s < 2; s++) {
            int middle = s * (STEPS + 1);
            System.arraycopy(eyes, 3 * s, pane, 3 * middle, 3);
            pane[3 * middle + 2] = front + 1;
            Path rim = rim(s, front);
            for (int k = 0; k < STEPS; k++) {
                System.arraycopy(rim.at((float) k / STEPS), 0, pane, 3 * (middle + 1 + k), 3);
                int t = 3 * (s * STEPS + k);
                fan[t] = middle;
                fan[t + 1] = middle + 1 + k;
                fan[t + 2] = middle + 1 + (k + 1) % STEPS;
            }
        }
        return sheet(Sheet.Stuff.LENS, pane, fan);
    }

    private float front() {
        return Math.max(eyes[8] + 1, Math.max(eyes[2], eyes[5]) + 9);
    }

    private Path rim(int s, float front) {
        float cx = eyes[3 * s];
        float cy = eyes[3 * s + 1] - 2;
        float power = glasses.round();
        return t -> {
            double angle = 2 * StrictMath.PI * t;
            float c = (float) StrictMath.cos(angle);
            float n = (float) StrictMath.sin(angle);
            float box = Math.max(Math.abs(c), Math.abs(n));
            float r = Smooth.mix(1 / (0.55f * box + 0.45f), 1, power);
            float x = glasses.width() * c * r * 0.94f;
            float bend = Math.abs(cx + x) * 0.012f;
            return new float[] {cx + x, cy + glasses.height() * n * r, front - bend * bend * 5};
        };
    }

    private interface Path {
        float[] at(float t);
    }

    private void tube(int count, Path path) {
        int start = points;
        float r = glasses.thick();
        for (int k = 0; k < count; k++) {
            float[] p = path.at(k / (count - 1f));
            float[] q = path.at(Math.min(1, (k + 0.5f) / (count - 1f)));
            float[] o = path.at(Math.max(0, (k - 0.5f) / (count - 1f)));
            float[] along = unit(new float[] {q[0] - o[0], q[1] - o[1], q[2] - o[2]});
            float[] across = unit(cross(along, new float[] {0.1f, 0.2f, 1}));
            float[] third = cross(along, across);
            for (int i = 0; i < RING; i++) {
                double angle = 2 * StrictMath.PI * i / RING;
                float c = (float) StrictMath.cos(angle) * r;
                float s = (float) StrictMath.sin(angle) * r;
                for (int d = 0; d < 3; d++) {
                    at[3 * points + d] = p[d] + c * across[d] + s * third[d];
                }
                points++;
            }
            if (k > 0) {
                join(start + (k - 1) * RING);
            }
        }
    }

    private void join(int ring) {
        for (int i = 0; i < RING; i++) {
            int a = ring + i;
            int b = ring + (i + 1) % RING;
            int[] quad = {a, b, a + RING, b, b + RING, a + RING};
            System.arraycopy(quad, 0, corners, used, 6);
            used += 6;
        }
    }

    private static float[] cross(float[] a, float[] b) {
        return new float[] {
            a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
        };
    }

    private static float[] unit(float[] v) {
        float l = (float) Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2] + 1e-9f);
        return new float[] {v[0] / l, v[1] / l, v[2] / l};
    }
}
