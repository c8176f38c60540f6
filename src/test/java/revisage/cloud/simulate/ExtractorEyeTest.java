package revisage.cloud.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;

import revisage.extract.Extractor;
import revisage.extract.ModelCard;
import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.match.Cards;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

import javax.imageio.ImageIO;

class ExtractorEyeTest {

    /// The mean grey of 7x7 tiles.
    private static final Extractor TILES =
            new Extractor() {
                @Override
                public ModelCard card() {
                    return Cards.of("tiles", 49);
                }

                @Override
                public String device() {
                    return "this test";
                }

                @Override
                public float[] embed(FaceBatch faces) {
                    float[] means = new float[49];
                    for (int i = 0; i < FaceImage.VALUES; i++) {
                        int pixel = i / 3;
                        int tile = pixel / 112 / 16 * 7 + pixel % 112 / 16;
                        means[tile] += faces.pixels()[i] / (16 * 16 * 3);
                    }
                    return means;
                }

                @Override
                public void close() {}
            };

    private final ExtractorEye eye = new ExtractorEye(TILES, Optional.empty());

    private static byte[] picture(String format, int width, int height, boolean flat)
            throws Exception {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int grey = flat ? 90 : 40 + 100 * x / width + 80 * y / height;
                image.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private float[] vector(byte[] picture) throws Exception {
        return assertInstanceOf(Sight.Face.class, eye.look(picture)).vector().row(0);
    }

    @Test
    void aSquarePictureOfAnySizeAndKindIsTheSameFace() throws Exception {
        float[] truth = vector(picture("png", 112, 112, false));
        for (int side : new int[] {80, 224, 400, 1_000}) {
            // Rounded greys, and tiles whose border falls into a pixel.
            assertArrayEquals(truth, vector(picture("png", side, side, false)), 2f);
        }
        assertArrayEquals(truth, vector(picture("jpg", 112, 112, false)), 2f);
    }

    @Test
    void flatAndOblongPicturesShowNobody() throws Exception {
        assertEquals(new Sight.NoFace(112, 112), eye.look(picture("png", 112, 112, true)));
        assertEquals(new Sight.NoFace(200, 112), eye.look(picture("png", 200, 112, false)));
    }

    @Test
    void whatIsNoJpegOrPngOrCutOffIsNoPicture() throws Exception {
        byte[] png = picture("png", 112, 112, false);
        assertEquals(new Sight.NoPicture(), eye.look(new byte[0]));
        assertEquals(new Sight.NoPicture(), eye.look("not a picture".getBytes()));
        assertEquals(new Sight.NoPicture(), eye.look(picture("gif", 112, 112, false)));
        assertEquals(new Sight.NoPicture(), eye.look(Arrays.copyOf(png, png.length / 2)));
        byte[] bomb = png.clone();
        bomb[16] = 0x7f; // the width in the header, most significant byte first
        assertEquals(new Sight.NoPicture(), eye.look(bomb));
    }
}
