package revisage.train;

import revisage.face.FaceImage;

import java.util.SplittableRandom;

/// Does what an [Augmentation] says, and turns bytes into what a network wants. Immutable.
final class Augmenter {

    private static final int SIDE = FaceImage.SIDE;
    private static final int PLANE = SIDE * SIDE;

    private final Augmentation wanted;
    private final boolean moves;

    /// @param wanted complete
    Augmenter(Augmentation wanted) {
        this.wanted = wanted;
        this.moves = most(wanted.shift()) + most(wanted.turn()) + most(wanted.zoom()) > 0;
    }

    private static double most(java.util.Optional<Double> value) {
        return value.orElse(0.0);
    }

    /// The face as it is.
    ///
    /// @param rgb shape `(h, w, c)`
    /// @param out shape `(c, h, w)` from `offset` on, `(v - 127.5) / 127.5`
    static void plain(byte[] rgb, float[] out, int offset) {
        for (int i = 0; i < PLANE; i++) {
            for (int c = 0; c < 3; c++) {
                out[offset + c * PLANE + i] = ((rgb[i * 3 + c] & 0xFF) - 127.5f) / 127.5f;
            }
        }
    }

    /// The face changed by dice of this seed.
    ///
    /// @param rgb shape `(h, w, c)`
    /// @param out shape `(c, h, w)` from `offset` on, about -1..1
    void change(byte[] rgb, long seed, float[] out, int offset) {
        var dice = new SplittableRandom(seed);
        boolean mirrored = dice.nextBoolean() && wanted.flip().orElse(true);
        double shift = most(wanted.shift());
        double dx = dice.nextDouble(-1, 1) * shift;
        double dy = dice.nextDouble(-1, 1) * shift;
        double angle = Math.toRadians(dice.nextDouble(-1, 1) * most(wanted.turn()));
        double scale = 1 + dice.nextDouble(-1, 1) * most(wanted.zoom());
        if (moves) {
            move(rgb, out, offset, mirrored, dx, dy, angle, scale);
        } else {
            copy(rgb, out, offset, mirrored);
        }
        colour(dice, out, offset);
        double noise = dice.nextDouble() * most(wanted.noise()) / 127.5;
        if (noise > 0) {
            for (int i = 0; i < 3 * PLANE; i++) {
                // A uniform number of the same spread: a tenth of the time of a normal one.
                out[offset + i] += (float) (noise * 1.7320508 * (2 * dice.nextDouble() - 1));
            }
        }
        if (dice.nextDouble() < most(wanted.cover())) {
            cover(dice, out, offset);
        }
    }

    private static void copy(byte[] rgb, float[] out, int offset, boolean mirrored) {
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int from = (y * SIDE + (mirrored ? SIDE - 1 - x : x)) * 3;
                int to = offset + y * SIDE + x;
                for (int c = 0; c < 3; c++) {
                    out[to + c * PLANE] = ((rgb[from + c] & 0xFF) - 127.5f) / 127.5f;
                }
            }
        }
    }

    /// The face changed by dice of this seed, as 8 bit again.
    ///
    /// @param rgb shape `(h, w, c)`, in place
    void change(byte[] rgb, long seed) {
        float[] changed = new float[Batch.FACE];
        change(rgb, seed, changed, 0);
        toBytes(changed, 0, rgb);
    }

    /// @param planes shape `(c, h, w)` from `offset` on, -1..1; values outside are clipped
    /// @param rgb shape `(h, w, c)`
    static void toBytes(float[] planes, int offset, byte[] rgb) {
        for (int i = 0; i < PLANE; i++) {
            for (int c = 0; c < 3; c++) {
                float value = planes[offset + c * PLANE + i] * 127.5f + 127.5f;
                rgb[i * 3 + c] = (byte) Math.round(Math.clamp(value, 0f, 255f));
            }
        }
    }

    /// Bilinear; outside lies what lies at the edge.
    private static void move(
            byte[] rgb,
            float[] out,
            int offset,
            boolean mirrored,
            double dx,
            double dy,
            double angle,
            double scale) {
        double middle = (SIDE - 1) / 2.0;
        float cos = (float) (Math.cos(angle) / scale);
        float sin = (float) (Math.sin(angle) / scale);
        for (int y = 0; y < SIDE; y++) {
            float v = (float) (y - middle - dy);
            for (int x = 0; x < SIDE; x++) {
                float u = (float) ((mirrored ? SIDE - 1 - x : x) - middle - dx);
                float fx = Math.clamp(cos * u - sin * v + (float) middle, 0f, SIDE - 1f);
                float fy = Math.clamp(sin * u + cos * v + (float) middle, 0f, SIDE - 1f);
                int x0 = Math.min((int) fx, SIDE - 2);
                int y0 = Math.min((int) fy, SIDE - 2);
                float ax = fx - x0;
                float ay = fy - y0;
                int at = (y0 * SIDE + x0) * 3;
                int to = offset + y * SIDE + x;
                for (int c = 0; c < 3; c++) {
                    float top = (1 - ax) * (rgb[at + c] & 0xFF) + ax * (rgb[at + 3 + c] & 0xFF);
                    int below = at + SIDE * 3;
                    float low =
                            (1 - ax) * (rgb[below + c] & 0xFF) + ax * (rgb[below + 3 + c] & 0xFF);
                    out[to + c * PLANE] = ((1 - ay) * top + ay * low - 127.5f) / 127.5f;
                }
            }
        }
    }

    private void colour(SplittableRandom dice, float[] out, int offset) {
        double light = most(wanted.light());
        double tint = most(wanted.tint());
        double contrast = 1 + dice.nextDouble(-1, 1) * light;
        double brightness = dice.nextDouble(-1, 1) * light;
        for (int c = 0; c < 3; c++) {
            double gain = contrast * (1 + dice.nextDouble(-1, 1) * tint);
            double lift = brightness + dice.nextDouble(-1, 1) * tint;
            if (light + tint > 0) {
                float g = (float) gain;
                float l = (float) lift;
                for (int i = offset + c * PLANE; i < offset + (c + 1) * PLANE; i++) {
                    out[i] = Math.clamp(out[i] * g + l, -1f, 1f);
                }
            }
        }
    }

    private static void cover(SplittableRandom dice, float[] out, int offset) {
        int width = dice.nextInt(SIDE / 8, SIDE / 2);
        int height = dice.nextInt(SIDE / 8, SIDE / 2);
        int left = dice.nextInt(SIDE - width);
        int top = dice.nextInt(SIDE - height);
        for (int c = 0; c < 3; c++) {
            float value = (float) dice.nextDouble(-1, 1);
            for (int y = top; y < top + height; y++) {
                int row = offset + c * PLANE + y * SIDE;
                java.util.Arrays.fill(out, row + left, row + left + width, value);
            }
        }
    }
}
