package revisage.engine.opencv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.SharedData;
import revisage.face.FaceImage;
import revisage.face.FivePoints;
import revisage.face.Photo;
import revisage.people.FaceReader;
import revisage.people.FaceResult;
import revisage.people.LabelledFolder;
import revisage.people.Portrait;
import revisage.people.WhichFace;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import javax.imageio.ImageIO;

@Tag("engine")
class YuNetFinderTest {

    private static final String MODEL = "models/yunet_n_320_320.onnx";

    private final OpenCvPhotos photos = new OpenCvPhotos();

    @TempDir Path folder;

    private static List<Portrait> raw() throws Exception {
        return LabelledFolder.scan(SharedData.path("faces/lfw-250-raw")).portraits();
    }

    private static YuNetFinder finder() throws WorkException {
        return YuNetFinder.open(SharedData.path(MODEL));
    }

    @Test
    void everyFaceOfLfwIsFoundWithItsPointsInPlace() throws Exception {
        try (var finder = finder()) {
            for (Portrait portrait : raw()) {
                Photo photo = photos.decode(portrait.file());
                var faces = finder.find(photo);
                assertFalse(faces.isEmpty());
                FivePoints p = WhichFace.MOST_CENTRAL.of(faces, photo).points();
                double eyes = p.rightEye().x() - p.leftEye().x();
                // LFW photos are cut so that the face fills the middle 40 % or so.
                assertTrue(eyes > 20 && eyes < 75, "eyes are " + eyes + " pixels apart");
                assertTrue(p.mouthLeft().x() < p.mouthRight().x());
                assertTrue(p.leftEye().y() < p.mouthLeft().y());
                assertTrue(p.rightEye().y() < p.nose().y());
            }
        }
    }

    /// Others cut the same photos with another finder, so single points differ by some pixels; on
    /// the whole there must be no shift, and the pixels must be the same but for the resampling.
    @Test
    void theAlignedFacesAreThoseThatOthersCut() throws Exception {
        Path aligned = SharedData.path("faces/lfw-112");
        var shifts = new ArrayList<Shift>();
        try (var finder = finder()) {
            var reader = new FaceReader(photos, Optional.of(finder), WhichFace.MOST_CENTRAL);
            reader.readAll(
                    raw(),
                    result -> {
                        var usable = (FaceResult.Usable) result;
                        Path other = aligned.resolve(usable.portrait().id());
                        if (Files.exists(other)) {
                            byte[] theirs = photos.decode(other).pixels();
                            shifts.add(Shift.best(usable.face().toRgb(), theirs));
                        }
                    });
        }
        assertEquals(70, shifts.size());
        assertEquals(0, shifts.stream().mapToInt(Shift::x).sorted().toArray()[35], 1);
        assertEquals(0, shifts.stream().mapToInt(Shift::y).sorted().toArray()[35], 1);
        assertTrue(
                shifts.stream().filter(s -> Math.abs(s.x()) + Math.abs(s.y()) <= 4).count() >= 60);
        // Different faces differ by 45 or so.
        assertTrue(shifts.stream().mapToDouble(Shift::difference).sorted().toArray()[35] < 11);
    }

    /// Where theirs fits ours best.
    private record Shift(int x, int y, double difference) {

        static Shift best(byte[] ours, byte[] theirs) {
            var best = new Shift(0, 0, Double.POSITIVE_INFINITY);
            for (int y = -4; y <= 4; y++) {
                for (int x = -4; x <= 4; x++) {
                    double difference = difference(ours, theirs, x, y);
                    best = difference < best.difference ? new Shift(x, y, difference) : best;
                }
            }
            return best;
        }

        private static double difference(byte[] a, byte[] b, int dx, int dy) {
            double sum = 0;
            for (int y = 20; y < 92; y++) {
                for (int x = 20; x < 92; x++) {
                    int green = (y * FaceImage.SIDE + x) * 3 + 1;
                    int other = green + (dy * FaceImage.SIDE + dx) * 3;
                    sum += Math.abs((a[green] & 0xFF) - (b[other] & 0xFF));
                }
            }
            return sum / (72 * 72);
        }
    }

    @Test
    void manyThreadsSeeWhatOneSees() throws Exception {
        var some = raw().subList(0, 24);
        try (var finder = finder()) {
            var one = new ArrayList<FaceResult>();
            var four = new ArrayList<FaceResult>();
            new FaceReader(photos, Optional.of(finder), WhichFace.LARGEST, 1)
                    .readAll(some, one::add);
            new FaceReader(photos, Optional.of(finder), WhichFace.LARGEST, 4)
                    .readAll(some, four::add);
            assertEquals(one, four);
        }
    }

    @Test
    void smallFacesInLargePhotosAndFacesThatFillThePhotoAreFound() throws Exception {
        var face = ImageIO.read(raw().getFirst().file().toFile());
        try (var finder = finder()) {
            var large = canvas(3_200, 2_400);
            draw(large, face, 2_500, 1_700, 250);
            Photo photo = photo(large);
            var found = finder.find(photo);
            assertEquals(1, found.size());
            // The eyes of the photo itself lie at 98, 112 and 146, 112.
            assertEquals(2_598, found.getFirst().points().leftEye().x(), 6);
            assertEquals(1_812, found.getFirst().points().leftEye().y(), 6);
            var close = photo(scaled(face.getSubimage(78, 68, 94, 116), 1_000, 1_234));
            assertFalse(finder.find(close).isEmpty());
            assertEquals(List.of(), finder.find(photo(canvas(300, 200))));
        }
    }

    @Test
    void ofSeveralFacesTheLargestOrTheMostCentralIsTaken() throws Exception {
        var faces = canvas(900, 700);
        for (int i = 0; i < 20; i++) {
            var image = ImageIO.read(raw().get(i * 4).file().toFile());
            draw(faces, image, i % 5 * 180, i / 5 * 175, i == 7 ? 180 : 110);
        }
        try (var finder = finder()) {
            Photo photo = photo(faces);
            var found = finder.find(photo);
            assertTrue(found.size() >= 18, found.size() + " faces");
            var largest = WhichFace.LARGEST.of(found, photo).points().nose();
            assertEquals(2 * 180 + 90, largest.x(), 40);
            assertEquals(175 + 90, largest.y(), 40);
            var central = WhichFace.MOST_CENTRAL.of(found, photo).points().nose();
            assertEquals(450, central.x(), 110);
            assertEquals(350, central.y(), 110);
        }
    }

    @Test
    void aFaceHalfOutOfThePhotoIsPaddedWithBlack() throws Exception {
        var whole = ImageIO.read(raw().getFirst().file().toFile());
        var cut = whole.getSubimage(95, 0, 155, 250);
        Path file = folder.resolve("cut.png");
        ImageIO.write(cut, "png", file.toFile());
        try (var finder = finder()) {
            var reader = new FaceReader(photos, Optional.of(finder), WhichFace.LARGEST, 1);
            var result = (FaceResult.Usable) reader.read(new Portrait("cut.png", "a", file));
            String note = String.join("; ", result.notes());
            assertTrue(note.matches("[1-4]\\d % of the aligned picture lies outside.*black"), note);
            byte[] rgb = result.face().toRgb();
            int black = 0;
            for (int y = 0; y < FaceImage.SIDE; y++) {
                int at = y * FaceImage.SIDE * 3;
                black += (rgb[at] | rgb[at + 1] | rgb[at + 2]) == 0 ? 1 : 0;
            }
            assertEquals(FaceImage.SIDE, black);
        }
    }

    private static BufferedImage canvas(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    private static void draw(BufferedImage onto, BufferedImage image, int x, int y, int side) {
        var g = onto.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(image, x, y, side, side, null);
        g.dispose();
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        var large = canvas(width, height);
        var g = large.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(image, 0, 0, width, height, null);
        g.dispose();
        return large;
    }

    private static Photo photo(BufferedImage image) {
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
        for (int i = 0; i < rgb.length / 3; i++) {
            int pixel = image.getRGB(i % image.getWidth(), i / image.getWidth());
            rgb[3 * i] = (byte) (pixel >> 16);
            rgb[3 * i + 1] = (byte) (pixel >> 8);
            rgb[3 * i + 2] = (byte) pixel;
        }
        return Photo.owning(image.getWidth(), image.getHeight(), rgb);
    }

    @Test
    void whatIsNoFaceFinderIsRefusedInOneSentence() throws Exception {
        byte[] noise = new byte[5_000];
        new Random(3).nextBytes(noise);
        for (byte[] bytes : new byte[][] {new byte[0], noise}) {
            Path file = Files.write(folder.resolve("bad.onnx"), bytes);
            var refused = assertThrows(OpenCvException.class, () -> YuNetFinder.open(file));
            assertTrue(
                    refused.getMessage()
                            .endsWith("it is no ONNX network that OpenCV can read and run."));
        }
        assertThrows(FileException.class, () -> YuNetFinder.open(folder.resolve("gone.onnx")));
        assertThrows(OpenCvException.class, () -> YuNetFinder.open(folder));
    }

    @Test
    void anotherNetworkIsNoFaceFinder() throws Exception {
        Path other = SharedData.path("models/mobilefacenet-pp.onnx");
        var refused = assertThrows(OpenCvException.class, () -> YuNetFinder.open(other));
        assertTrue(
                refused.getMessage().contains("outputs are not those of YuNet"),
                refused.getMessage());
    }

    @Test
    void aCutOrChangedFaceFinderNeverBringsTheProgramDown() throws Exception {
        byte[] model = Files.readAllBytes(SharedData.path(MODEL));
        Path half =
                Files.write(folder.resolve("half.onnx"), Arrays.copyOf(model, model.length / 2));
        assertThrows(OpenCvException.class, () -> YuNetFinder.open(half));
        // An unknown one that works: one bit of a weight at the end differs.
        model[model.length / 2] ^= 1;
        Path changed = Files.write(folder.resolve("changed.onnx"), model);
        try (var finder = YuNetFinder.open(changed)) {
            assertFalse(finder.find(photos.decode(raw().getFirst().file())).isEmpty());
        }
    }

    @Test
    void aClosedFinderIsNotUsed() throws Exception {
        var finder = finder();
        finder.close();
        finder.close();
        var photo = photo(canvas(50, 50));
        assertThrows(IllegalStateException.class, () -> finder.find(photo));
    }
}
