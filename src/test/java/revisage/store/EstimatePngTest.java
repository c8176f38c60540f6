package revisage.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.work.FileException;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

import javax.imageio.ImageIO;

class EstimatePngTest {

    private static final EstimatePng PICTURE =
            new EstimatePng(
                    DrawnFaces.face(1),
                    new Estimate(
                            "eigenfaces", "full-vector", 1_500, 0.912_345, -7, "ab".repeat(32)));

    @TempDir Path folder;

    @Test
    void whatWasWrittenIsReadBackToTheLastBit() throws Exception {
        Path file = folder.resolve("deep/one.png");
        PICTURE.write(file);
        assertEquals(PICTURE, EstimatePng.read(file));
        var linear =
                new EstimatePng(DrawnFaces.face(2), new Estimate("linear", "", 0, -0.25, 0, ""));
        linear.write(file);
        assertEquals(linear, EstimatePng.read(file));
    }

    @Test
    void theSameEstimateGivesTheSameBytesInAnyLanguage() {
        byte[] here = PICTURE.encoded();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertArrayEquals(here, PICTURE.encoded());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void otherProgramsSeeTheMarkAndTheWords() throws Exception {
        Path file = folder.resolve("one.png");
        PICTURE.write(file);
        var image = ImageIO.read(file.toFile());
        assertEquals(112, image.getWidth());
        assertEquals(128, image.getHeight());
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertTrue(
                bytes.contains(
                        "An estimate computed from a feature vector by eigenfaces, search"
                                + " full-vector; not a photograph."));
        assertTrue(bytes.contains("revisage:cosine\0" + "0.912345"));
        assertTrue(bytes.contains("digitalsourcetype/algorithmicMedia"));
    }

    @Test
    void aPictureWithoutMarkOrWordsIsRefused() throws Exception {
        Path file = folder.resolve("one.png");
        var plain = new BufferedImage(112, 128, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(plain, "png", file.toFile());
        assertThrows(StoreException.class, () -> EstimatePng.read(file));
        PICTURE.write(file);
        ImageIO.write(ImageIO.read(file.toFile()), "png", file.toFile());
        var wordless = assertThrows(StoreException.class, () -> EstimatePng.read(file));
        assertTrue(
                wordless.getMessage().contains("does not say its method"), wordless.getMessage());
        ImageIO.write(
                new BufferedImage(112, 112, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        assertThrows(StoreException.class, () -> EstimatePng.read(file));
        assertThrows(FileException.class, () -> EstimatePng.read(folder.resolve("gone.png")));
    }

    @Test
    void aCutOrChangedFileIsRefusedOrUnharmed() throws Exception {
        byte[] whole = PICTURE.encoded();
        Path file = folder.resolve("bad.png");
        var dice = new Random(5);
        for (int i = 0; i < 300; i++) {
            byte[] bad = i < 100 ? Arrays.copyOf(whole, whole.length * i / 100) : whole.clone();
            if (i >= 100) {
                bad[dice.nextInt(bad.length)] ^= (byte) (1 << dice.nextInt(8));
            }
            Files.write(file, bad);
            try {
                EstimatePng.read(file);
            } catch (StoreException e) {
                assertTrue(e.getMessage().contains("bad.png"));
            }
        }
    }

    @Test
    void anEstimateWithoutAMethodOrACosineIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> new Estimate("", "", 0, 0, 0, ""));
        assertThrows(
                IllegalArgumentException.class, () -> new Estimate("x", "", 0, Double.NaN, 0, ""));
        assertThrows(IllegalArgumentException.class, () -> new Estimate("x", "", -1, 0, 0, ""));
    }
}
