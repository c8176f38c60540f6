package revisage.face;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// An upright face, aligned to the [ArcFaceTemplate]. Immutable.
///
/// - **Shape** `(h, w, c)` = `(112, 112, 3)`, rows from the top, red-green-blue.
/// - **Unit** sRGB, 0..255, one unsigned byte a channel.
public final class FaceImage {

    /// Edge in pixels.
    public static final int SIDE = 112;

    /// Values of one face: `SIDE * SIDE * 3`.
    public static final int VALUES = SIDE * SIDE * 3;

    private final byte[] rgb;

    /// @param rgb [#VALUES] bytes, copied
    /// @throws IllegalArgumentException if the count of bytes is not [#VALUES]
    public FaceImage(byte[] rgb) {
        if (rgb.length != VALUES) {
            throw new IllegalArgumentException(
                    "a face has %d values, got %d".formatted(VALUES, rgb.length));
        }
        this.rgb = rgb.clone();
    }

    /// Rounds to 8 bit: the hand-over between systems.
    ///
    /// @param pixels shape `(h, w, c)` from `offset` on, 0..255; values outside are clipped
    public static FaceImage rounded(float[] pixels, int offset) {
        byte[] rgb = new byte[VALUES];
        for (int i = 0; i < VALUES; i++) {
            rgb[i] = (byte) Math.round(Math.clamp(pixels[offset + i], 0f, 255f));
        }
        return new FaceImage(rgb);
    }

    /// A copy; shape `(h, w, c)`.
    public byte[] toRgb() {
        return rgb.clone();
    }

    /// Writes the pixels as floats 0..255, shape `(h, w, c)`, into `target` from `offset` on.
    public void copyTo(float[] target, int offset) {
        for (int i = 0; i < VALUES; i++) {
            target[offset + i] = rgb[i] & 0xFF;
        }
    }

    /// The same face seen in a mirror.
    public FaceImage mirrored() {
        byte[] flipped = new byte[VALUES];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                System.arraycopy(
                        rgb, (y * SIDE + SIDE - 1 - x) * 3, flipped, (y * SIDE + x) * 3, 3);
            }
        }
        return new FaceImage(flipped);
    }

    /// The face as a picture like any other.
    public Photo toPhoto() {
        return new Photo(SIDE, SIDE, rgb);
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof FaceImage f && Arrays.equals(rgb, f.rgb);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rgb);
    }

    @Override
    public String toString() {
        return "FaceImage(%08x)".formatted(hashCode());
    }
}
