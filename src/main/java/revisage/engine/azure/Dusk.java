package revisage.engine.azure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

/// A picture of nobody: ripples of grey.
final class Dusk {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;

    private Dusk() {}

    /// More than the kilobyte below which the service does not look at a picture.
    static byte[] png() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int grey = 60 + (x * x + 3 * y * y) % 977 * 40 / 977;
                image.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }
}
