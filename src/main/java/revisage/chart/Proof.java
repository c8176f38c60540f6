package revisage.chart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A figure as it will be printed, with as many dots as a window has.
public final class Proof {

    private Proof() {}

    /// The bytes of a PNG file.
    ///
    /// @param dotsPerInch of the screen
    public static byte[] png(Figure figure, Width width, double dotsPerInch) {
        var out = new ByteArrayOutputStream();
        try {
            PngFile.write(Drawing.of(figure, width), dotsPerInch, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return out.toByteArray();
    }
}
