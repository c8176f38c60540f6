package revisage.lineup.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import revisage.lineup.LineupException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

class BarePngTest {

    private static final Path FILE = Path.of("a.png");

    private static byte[] picture() throws Exception {
        var image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, 0x123456);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /// A chunk of text behind the header, as a reconstruction's own file has it.
    private static byte[] telling(byte[] png) {
        byte[] said = "tEXtmethod\0eigenfaces".getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(said);
        int header = 8 + 25;
        return ByteBuffer.allocate(png.length + said.length + 8)
                .put(png, 0, header)
                .putInt(said.length - 4)
                .put(said)
                .putInt((int) checksum.getValue())
                .put(png, header, png.length - header)
                .array();
    }

    @Test
    void whatTheFileTellsIsGoneAndThePictureIsTheSame() throws Exception {
        byte[] png = picture();
        byte[] telling = telling(png);
        assertEquals(
                0x123456, ImageIO.read(new ByteArrayInputStream(telling)).getRGB(1, 1) & 0xFFFFFF);

        byte[] bare = BarePng.of(telling, FILE);

        assertFalse(new String(bare, StandardCharsets.ISO_8859_1).contains("eigenfaces"));
        assertArrayEquals(BarePng.of(png, FILE), bare);
        assertEquals(
                0x123456, ImageIO.read(new ByteArrayInputStream(bare)).getRGB(1, 1) & 0xFFFFFF);
    }

    @Test
    void halfAPictureIsRefused() throws Exception {
        byte[] png = picture();
        for (int length = 0; length < png.length; length++) {
            byte[] half = Arrays.copyOf(png, length);
            assertThrows(LineupException.class, () -> BarePng.of(half, FILE));
        }
    }
}
