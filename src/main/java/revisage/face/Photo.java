package revisage.face;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// A picture of any size. Immutable.
///
/// - **Shape** `(h, w, c)`, rows from the top, red-green-blue.
/// - **Unit** sRGB, 0..255, one unsigned byte a channel.
public final class Photo {

    private final int width;
    private final int height;
    private final byte[] rgb;

    /// @param rgb `height * width * 3` bytes, copied
    /// @throws IllegalArgumentException if the count of bytes does not fit
    public Photo(int width, int height, byte[] rgb) {
        this(rgb.clone(), width, height);
    }

    private Photo(byte[] rgb, int width, int height) {
        if (width < 1 || height < 1 || rgb.length != (long) width * height * 3) {
            throw new IllegalArgumentException(
                    "%dx%d does not fit %d bytes".formatted(width, height, rgb.length));
        }
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    /// Takes the array over instead of copying it: a photo can have 75 MB. Whoever calls this must
    /// not touch the array again.
    ///
    /// @param rgb `height * width * 3` bytes
    /// @throws IllegalArgumentException if the count of bytes does not fit
    public static Photo owning(int width, int height, byte[] rgb) {
        return new Photo(rgb, width, height);
    }

    /// Pixels, 1 or more.
    public int width() {
        return width;
    }

    /// Pixels, 1 or more.
    public int height() {
        return height;
    }

    /// A copy; shape `(h, w, c)`.
    public byte[] toRgb() {
        return rgb.clone();
    }

    /// The memory itself, for engines that only read it.
    public byte[] pixels() {
        return rgb;
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Photo p
                && width == p.width
                && height == p.height
                && Arrays.equals(rgb, p.rgb);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(rgb);
    }

    @Override
    public String toString() {
        return "Photo(%dx%d)".formatted(width, height);
    }
}
