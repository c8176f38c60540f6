package revisage.people.synthetic;

/// Smooth functions that everything here is made of: bumps, steps, noise. Only `+ - * /` and square
/// roots, so that every machine gives the same bytes.
final class Smooth {

    private Smooth() {}

    static float clamp01(float v) {
        return v < 0 ? 0 : v > 1 ? 1 : v;
    }

    static float mix(float a, float b, float t) {
        return a + (b - a) * t;
    }

    /// 0 at `from`, 1 at `to`, level at both; `from` may be the larger.
    static float step(float from, float to, float v) {
        float t = clamp01((v - from) / (to - from));
        return t * t * (3 - 2 * t);
    }

    /// 1 in the middle, 0 from the ellipse with these radii on.
    static float bump(float x, float y, float cx, float cy, float rx, float ry) {
        float u = (x - cx) / rx;
        float v = (y - cy) / ry;
        float d = 1 - u * u - v * v;
        return d <= 0 ? 0 : d * d * (1.6f - 0.6f * d);
    }

    /// 1 at `c`, 0 from `r` away on.
    static float bump(float x, float c, float r) {
        float u = (x - c) / r;
        float d = 1 - u * u;
        return d <= 0 ? 0 : d * d;
    }

    /// The larger of two, rounded where they meet over a width of `k`.
    static float max(float a, float b, float k) {
        float h = clamp01(0.5f + 0.5f * (a - b) / k);
        return mix(b, a, h) + k * h * (1 - h);
    }

    static float square(float v) {
        return v * v;
    }

    /// Power of two whole exponents by squaring: `v^(2^n)`.
    static float squared(float v, int n) {
        float p = v;
        for (int i = 0; i < n; i++) {
            p *= p;
        }
        return p;
    }

    private static float lattice(int x, int y, int z) {
        int h = x * 0x27d4eb2d ^ y * 0x165667b1 ^ z * 0x1b873593;
        h = (h ^ (h >>> 15)) * 0x2c1b3c6d;
        h = (h ^ (h >>> 12)) * 0x297a2d39;
        h ^= h >>> 15;
        return (h & 0xFFFF) * (2f / 65535) - 1;
    }

    /// Value noise, -1..1, one knot a unit.
    static float noise(float x, float y, int seed) {
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        float fx = x - ix;
        float fy = y - iy;
        fx = fx * fx * (3 - 2 * fx);
        fy = fy * fy * (3 - 2 * fy);
        float top = mix(lattice(ix, iy, seed), lattice(ix + 1, iy, seed), fx);
        float low = mix(lattice(ix, iy + 1, seed), lattice(ix + 1, iy + 1, seed), fx);
        return mix(top, low, fy);
    }

    /// Three octaves of [#noise], about -1..1.
    static float clouds(float x, float y, int seed) {
        return 0.57f * noise(x, y, seed)
                + 0.29f * noise(x * 2.1f + 5.3f, y * 2.1f, seed + 1)
                + 0.14f * noise(x * 4.3f, y * 4.3f + 2.7f, seed + 2);
    }

    /// A value for a whole number, -1..1.
    static float hash(int i, int seed) {
        return lattice(i, 7, seed);
    }

    /// Piecewise cubic through the knots, level where they turn; `xs` falls or rises steadily.
    static float curve(float[] xs, float[] ys, float x) {
        int n = xs.length;
        boolean rising = xs[n - 1] > xs[0];
        if (rising ? x <= xs[0] : x >= xs[0]) {
            return ys[0];
        }
        for (int i = 1; i < n; i++) {
            if (rising ? x <= xs[i] : x >= xs[i]) {
                float h = xs[i] - xs[i - 1];
                float t = (x - xs[i - 1]) / h;
                float m0 = slope(xs, ys, i - 1) * h;
                float m1 = slope(xs, ys, i) * h;
                float t2 = t * t;
                float t3 = t2 * t;
                return (2 * t3 - 3 * t2 + 1) * ys[i - 1]
                        + (t3 - 2 * t2 + t) * m0
                        + (3 * t2 - 2 * t3) * ys[i]
                        + (t3 - t2) * m1;
            }
        }
        return ys[n - 1];
    }

    private static float slope(float[] xs, float[] ys, int i) {
        if (i == 0 || i == xs.length - 1) {
            int j = i == 0 ? 1 : i;
            return (ys[j] - ys[j - 1]) / (xs[j] - xs[j - 1]);
        }
        float before = (ys[i] - ys[i - 1]) / (xs[i] - xs[i - 1]);
        float after = (ys[i + 1] - ys[i]) / (xs[i + 1] - xs[i]);
        return before * after <= 0 ? 0 : 2 * before * after / (before + after);
    }
}
