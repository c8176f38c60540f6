package revisage.store;

import revisage.face.FaceImage;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/// Faces that no one has: drawn by the tests.
public final class DrawnFaces {

    private DrawnFaces() {}

    /// The same seed draws the same face.
    public static FaceImage face(int seed) {
        var dice = new Random(seed);
        var image = new BufferedImage(FaceImage.SIDE, FaceImage.SIDE, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.getHSBColor(dice.nextFloat(), 0.3f, 0.5f));
        g.fillRect(0, 0, FaceImage.SIDE, FaceImage.SIDE);
        g.setColor(
                Color.getHSBColor(
                        0.07f, 0.3f + 0.3f * dice.nextFloat(), 0.5f + 0.4f * dice.nextFloat()));
        g.fillOval(14, 4, 84, 118);
        g.setColor(Color.WHITE);
        g.fillOval(29, 46, 18, 11);
        g.fillOval(65, 46, 18, 11);
        g.setColor(Color.getHSBColor(dice.nextFloat(), 0.7f, 0.4f));
        g.fillOval(34, 47, 9, 9);
        g.fillOval(70, 47, 9, 9);
        g.setColor(new Color(0x70, 0x30, 0x28));
        g.fillOval(42, 88, 30, 5 + dice.nextInt(6));
        g.dispose();
        return new FaceImage(FacePicture.of(image).toRgb());
    }
}
