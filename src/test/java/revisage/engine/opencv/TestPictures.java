package revisage.engine.opencv;

import revisage.face.Photo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;

/// Picture files that the tests make themselves.
final class TestPictures {

    static final int WIDTH = 64;
    static final int HEIGHT = 48;

    private TestPictures() {}

    /// Quarters: red, green / blue, white. Each is told from the others in any orientation.
    static BufferedImage quarters(int type) {
        var image = new BufferedImage(WIDTH, HEIGHT, type);
        var g = image.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int i = 0; i < 4; i++) {
            g.setColor(colours[i]);
            g.fillRect(i % 2 * WIDTH / 2, i / 2 * HEIGHT / 2, WIDTH / 2, HEIGHT / 2);
        }
        g.dispose();
        return image;
    }

    static byte[] written(BufferedImage image, String format) {
        var out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalStateException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] jpeg() {
        return written(quarters(BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    static byte[] png() {
        return written(quarters(BufferedImage.TYPE_INT_RGB), "png");
    }

    /// Four channels with Adobe's marker, inverted as Photoshop writes them.
    ///
    /// @param cmyk of the whole picture, 255 = no ink
    static byte[] fourInks(int... cmyk) {
        try {
            var raster = Raster.createInterleavedRaster(0, WIDTH, HEIGHT, 4, null);
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                raster.setPixel(i % WIDTH, i / WIDTH, cmyk);
            }
            var out = new ByteArrayOutputStream();
            var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            try (var stream = ImageIO.createImageOutputStream(out)) {
                writer.setOutput(stream);
                writer.write(new IIOImage(raster, null, null));
            } finally {
                writer.dispose();
            }
            byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
            return withSegment(out.toByteArray(), 0xEE, adobe);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts a segment right behind the start marker.
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + 4 + content.length);
        out.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker);
        out.putShort((short) (content.length + 2)).put(content);
        return out.put(jpeg, 2, jpeg.length - 2).array();
    }

    /// One directory with one entry: orientation.
    static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(26)
                .put("MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .array();
    }

    static byte[] jpegTurned(int orientation) {
        byte[] head = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
        return withSegment(jpeg(), 0xE1, joined(head, tiff(orientation)));
    }

    /// Puts a chunk right behind the header.
    static byte[] withChunk(byte[] png, String kind, byte[] content) {
        return joined(
                Arrays.copyOf(png, 33),
                chunk(kind, content),
                Arrays.copyOfRange(png, 33, png.length));
    }

    static byte[] chunk(String kind, byte[] content) {
        byte[] named = joined(kind.getBytes(StandardCharsets.ISO_8859_1), content);
        var sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }

    /// A PNG that claims a size and holds next to nothing.
    static byte[] bomb(int width, int height) {
        byte[] header =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array();
        return joined(
                Arrays.copyOf(png(), 8),
                chunk("IHDR", header),
                chunk("IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1}),
                chunk("IEND", new byte[0]));
    }

    static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /// Red-green-blue of a pixel.
    static int[] pixel(Photo photo, int x, int y) {
        int at = (y * photo.width() + x) * 3;
        byte[] p = photo.pixels();
        return new int[] {p[at] & 0xFF, p[at + 1] & 0xFF, p[at + 2] & 0xFF};
    }
}
