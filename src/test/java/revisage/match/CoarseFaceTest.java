package revisage.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.face.FaceImage;
import revisage.people.synthetic.SyntheticPeople;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

class CoarseFaceTest {

    private static final int PEOPLE = 12;

    private static FaceImage face(int person, int photo) {
        return new SyntheticPeople(77).portrait(person, photo);
    }

    /// As JPEG at another size, and back.
    private static FaceImage copy(FaceImage face, int side) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(scaled(picture(face), side), "jpeg", bytes);
        var read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        BufferedImage again = scaled(read, FaceImage.SIDE);
        byte[] rgb = new byte[FaceImage.SIDE * FaceImage.SIDE * 3];
        for (int i = 0; i < rgb.length / 3; i++) {
            int pixel = again.getRGB(i % FaceImage.SIDE, i / FaceImage.SIDE);
            rgb[3 * i] = (byte) (pixel >> 16);
            rgb[3 * i + 1] = (byte) (pixel >> 8);
            rgb[3 * i + 2] = (byte) pixel;
        }
        return new FaceImage(rgb);
    }

    private static BufferedImage picture(FaceImage face) {
        var picture = new BufferedImage(FaceImage.SIDE, FaceImage.SIDE, BufferedImage.TYPE_INT_RGB);
        byte[] rgb = face.toRgb();
        for (int i = 0; i < rgb.length / 3; i++) {
            int pixel =
                    (rgb[3 * i] & 0xFF) << 16
                            | (rgb[3 * i + 1] & 0xFF) << 8
                            | rgb[3 * i + 2] & 0xFF;
            picture.setRGB(i % FaceImage.SIDE, i / FaceImage.SIDE, pixel);
        }
        return picture;
    }

    private static BufferedImage scaled(BufferedImage from, int side) {
        var to = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = to.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(from, 0, 0, side, side, null);
        pen.dispose();
        return to;
    }

    @Test
    void copiesAreAboveTheBarAndOtherPhotosOfThePersonBelow() throws Exception {
        for (int person = 0; person < PEOPLE; person++) {
            var source = CoarseFace.of(face(person, 0));
            for (int side : new int[] {64, 112, 224}) {
                double likeness = source.likeness(CoarseFace.of(copy(face(person, 0), side)));
                assertTrue(likeness > CoarseFace.NEAR_DUPLICATE, "copy at " + side + likeness);
            }
            double other = source.likeness(CoarseFace.of(face(person, 1)));
            assertTrue(other < CoarseFace.NEAR_DUPLICATE, "another photo, " + other);
        }
    }

    @Test
    void aFaceIsLikeItselfWhateverTheLightAndOneGreyIsLikeNobody() {
        FaceImage face = face(1, 0);
        var coarse = CoarseFace.of(face);
        assertEquals(1, coarse.likeness(coarse), 1e-5);
        byte[] darker = face.toRgb();
        for (int i = 0; i < darker.length; i++) {
            darker[i] = (byte) ((darker[i] & 0xFF) / 2);
        }
        assertEquals(1, coarse.likeness(CoarseFace.of(new FaceImage(darker))), 1e-3);
        var grey = CoarseFace.of(new FaceImage(new byte[darker.length]));
        assertEquals(0, grey.likeness(coarse));
    }
}
