package revisage.face;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.Random;

class EstimateMarkTest {

    private static FaceImage noise() {
        byte[] rgb = new byte[FaceImage.VALUES];
        new Random(1).nextBytes(rgb);
        return new FaceImage(rgb);
    }

    @Test
    void theFaceComesBackToTheLastBit() {
        assertEquals(Optional.of(noise()), EstimateMark.cut(EstimateMark.under(noise())));
    }

    @Test
    void theWordCanBeRead() {
        Photo marked = EstimateMark.under(noise());
        var rows = new StringBuilder();
        for (int y = 113; y < 127; y += 2) {
            for (int x = 9; x < 57; x += 2) {
                rows.append(marked.pixels()[(y * 112 + x) * 3] == (byte) 0xF0 ? '#' : ' ');
            }
            rows.append('\n');
        }
        // The first four letters, as they are to be seen.
        assertEquals(
                """
                #####  #### #####  ###  \n\
                #     #       #     #   \n\
                #     #       #     #   \n\
                ####   ###    #     #   \n\
                #         #   #     #   \n\
                #         #   #     #   \n\
                ##### ####    #    ###  \n\
                """,
                rows.toString());
    }

    @Test
    void otherPicturesOfThatSizeAreLeftAlone() {
        byte[] rgb = EstimateMark.under(noise()).toRgb();
        rgb[rgb.length - 1] ^= 1;
        assertEquals(Optional.empty(), EstimateMark.cut(new Photo(112, 128, rgb)));
        assertEquals(Optional.empty(), EstimateMark.cut(noise().toPhoto()));
    }
}
