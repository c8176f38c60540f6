package revisage.engine.opencv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import revisage.face.ArcFaceTemplate;
import revisage.face.FaceImage;
import revisage.face.FivePoints;
import revisage.face.Photo;
import revisage.face.PhotoException;
import revisage.face.Point;
import revisage.face.SimilarityTransform;

import java.util.List;
import java.util.Random;

@Tag("engine")
class FaceWarpTest {

    private static final int SIDE = FaceImage.SIDE;

    private static Photo noise(int width, int height) throws Exception {
        NativeLibrary.load();
        byte[] rgb = new byte[width * height * 3];
        new Random(1).nextBytes(rgb);
        return Photo.owning(width, height, rgb);
    }

    private static FivePoints moved(SimilarityTransform by) {
        List<Point> p = ArcFaceTemplate.POINTS.toList().stream().map(by::apply).toList();
        return new FivePoints(p.get(0), p.get(1), p.get(2), p.get(3), p.get(4));
    }

    private static FivePoints shifted(double x, double y) {
        return moved(new SimilarityTransform(1, 0, x, y));
    }

    @Test
    void aFaceThatLiesOnTheTemplateIsTakenAsItIs() throws Exception {
        Photo photo = noise(SIDE, SIDE);
        assertEquals(new FaceImage(photo.toRgb()), FaceWarp.align(photo, ArcFaceTemplate.POINTS));
    }

    @Test
    void aShiftedFaceIsCutOutOfAnyPlaceWithItsPixels() throws Exception {
        Photo photo = noise(300, 900);
        for (int[] at : new int[][] {{0, 0}, {100, 500}, {188, 788}}) {
            byte[] rgb = FaceWarp.align(photo, shifted(at[0], at[1])).toRgb();
            for (int y = 0; y < SIDE; y++) {
                for (int c = 0; c < SIDE * 3; c++) {
                    int there = ((at[1] + y) * 300 + at[0]) * 3 + c;
                    assertEquals(photo.pixels()[there], rgb[y * SIDE * 3 + c]);
                }
            }
        }
    }

    @Test
    void whatLiesOutsideOfThePhotoIsBlack() throws Exception {
        Photo photo = noise(200, 200);
        byte[] rgb = FaceWarp.align(photo, shifted(-30, 130)).toRgb();
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                boolean inside = x >= 30 && y < 70;
                int expected = inside ? photo.pixels()[((130 + y) * 200 + x - 30) * 3] : 0;
                assertEquals(expected, rgb[(y * SIDE + x) * 3]);
            }
        }
    }

    @Test
    void aPhotoThatLiesOnItsSideIsTurned() throws Exception {
        byte[] red = new byte[400 * 400 * 3];
        for (int i = 0; i < 400 * 200; i++) {
            red[i * 3] = (byte) 200;
        }
        // The upper half is red; seen by a face that looks to the right, it is the left half.
        var turn = new SimilarityTransform(0, 1, 256, 144);
        byte[] rgb = FaceWarp.align(Photo.owning(400, 400, red), moved(turn)).toRgb();
        NativeLibrary.load();
        for (int y = 0; y < SIDE; y++) {
            assertEquals((byte) 200, rgb[(y * SIDE + 40) * 3]);
            assertEquals(0, rgb[(y * SIDE + 72) * 3]);
        }
    }

    @Test
    void aFaceBesideThePhotoIsRefused() throws Exception {
        Photo photo = noise(50, 50);
        assertThrows(PhotoException.class, () -> FaceWarp.align(photo, shifted(0, 400)));
    }
}
