package revisage.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.face.FaceImage;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

class AugmenterTest {

    private static final int PLANE = 112 * 112;

    private static byte[] face() {
        byte[] rgb = new byte[FaceImage.VALUES];
        new Random(2).nextBytes(rgb);
        return rgb;
    }

    private static Augmentation with(boolean flip, double shift, double light, double cover) {
        return new Augmentation(
                        Optional.of(flip),
                        Optional.of(shift),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(light),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(cover))
                .complete();
    }

    private static float[] changed(Augmentation how, byte[] rgb, long seed) {
        float[] out = new float[Batch.FACE];
        new Augmenter(how).change(rgb, seed, out, 0);
        return out;
    }

    private static float[] plain(byte[] rgb) {
        float[] out = new float[Batch.FACE];
        Augmenter.plain(rgb, out, 0);
        return out;
    }

    @Test
    void aPlainFaceIsPlaneAfterPlaneFromMinusOneToOne() {
        byte[] rgb = new byte[FaceImage.VALUES];
        rgb[0] = (byte) 255;
        rgb[(5 * 112 + 7) * 3 + 2] = (byte) 102;
        float[] out = plain(rgb);
        assertEquals(1f, out[0]);
        assertEquals(-1f, out[1]);
        assertEquals((102 - 127.5f) / 127.5f, out[2 * PLANE + 5 * 112 + 7]);
    }

    @Test
    void withNothingWantedAFaceStaysAsItIs() {
        for (int seed = 0; seed < 5; seed++) {
            assertArrayEquals(plain(face()), changed(with(false, 0, 0, 0), face(), seed));
        }
    }

    @Test
    void aboutHalfAreMirroredExactly() {
        float[] plain = plain(face());
        float[] mirrored = plain(new FaceImage(face()).mirrored().toRgb());
        int flipped = 0;
        for (int seed = 0; seed < 200; seed++) {
            float[] given = changed(with(true, 0, 0, 0), face(), seed);
            boolean isMirror = Arrays.equals(given, mirrored);
            assertTrue(isMirror || Arrays.equals(given, plain));
            flipped += isMirror ? 1 : 0;
        }
        // Five standard deviations around 100.
        assertTrue(flipped > 65 && flipped < 135, flipped + " of 200");
    }

    @Test
    void theSameDiceGiveTheSameFaceAndOthersAnother() {
        Augmentation how = with(true, 4, 0.3, 0.5);
        assertArrayEquals(changed(how, face(), 9), changed(how, face(), 9));
        assertFalse(Arrays.equals(changed(how, face(), 9), changed(how, face(), 10)));
    }

    @Test
    void aShiftedFaceShowsWhatLiesBesideAndStaysBetweenItsValues() {
        // A ramp from left to right: moved by d pixels each value changes by d steps.
        byte[] ramp = new byte[FaceImage.VALUES];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (byte) (i / 3 % 112 * 2);
        }
        float[] moved = changed(with(false, 6, 0, 0), ramp, 4);
        float[] plain = plain(ramp);
        int middle = 50 * 112 + 56;
        float by = (moved[middle] - plain[middle]) * 127.5f / 2;
        assertTrue(Math.abs(by) <= 6 && Math.abs(by) > 0.01, "moved by " + by);
        assertEquals(by, (moved[middle + 20] - plain[middle + 20]) * 127.5f / 2, 1e-3);
    }

    @Test
    void lightStaysWithinWhatAPictureCanShow() {
        for (int seed = 0; seed < 20; seed++) {
            for (float v : changed(with(true, 0, 0.9, 1), face(), seed)) {
                assertTrue(v >= -1 && v <= 1, "value " + v);
            }
        }
    }
}
