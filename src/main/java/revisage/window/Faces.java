package revisage.window;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;

import revisage.face.FaceImage;

/// Faces as the window's images. Works on any thread.
public final class Faces {

    /// Fields a side of a covered face: no feature is left.
    private static final int FIELDS = 6;

    private static final int FIELD = 16; // pixels a side, so that smoothing does not smear

    private Faces() {}

    /// 112 x 112 pixels.
    public static Image image(FaceImage face) {
        var image = new WritableImage(FaceImage.SIDE, FaceImage.SIDE);
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        FaceImage.SIDE,
                        FaceImage.SIDE,
                        PixelFormat.getByteRgbInstance(),
                        face.toRgb(),
                        0,
                        FaceImage.SIDE * 3);
        return image;
    }

    /// The same so coarsely that nobody can be recognised: not a veil over the picture but another
    /// picture.
    public static Image coarse(Image image) {
        PixelReader in = image.getPixelReader();
        var out = new WritableImage(FIELDS * FIELD, FIELDS * FIELD);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        for (int y = 0; y < FIELDS; y++) {
            for (int x = 0; x < FIELDS; x++) {
                int colour =
                        mean(
                                in,
                                x * width / FIELDS,
                                y * height / FIELDS,
                                (x + 1) * width / FIELDS,
                                (y + 1) * height / FIELDS);
                for (int i = 0; i < FIELD * FIELD; i++) {
                    out.getPixelWriter()
                            .setArgb(x * FIELD + i % FIELD, y * FIELD + i / FIELD, colour);
                }
            }
        }
        return out;
    }

    private static int mean(PixelReader in, int left, int top, int right, int bottom) {
        long red = 0;
        long green = 0;
        long blue = 0;
        int count = 0;
        for (int y = top; y < bottom; y += 2) {
            for (int x = left; x < right; x += 2) {
                int argb = in.getArgb(x, y);
                red += argb >> 16 & 0xFF;
                green += argb >> 8 & 0xFF;
                blue += argb & 0xFF;
                count++;
            }
        }
        int n = Math.max(1, count);
        return 0xFF000000 | (int) (red / n) << 16 | (int) (green / n) << 8 | (int) (blue / n);
    }
}
