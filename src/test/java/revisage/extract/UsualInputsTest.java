package revisage.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import revisage.extract.ModelOutline.Port;

import java.util.List;

class UsualInputsTest {

    private static List<UsualInputs.Candidate> of(Long... shape) throws ModelException {
        return UsualInputs.of(
                new ModelOutline(
                        "a".repeat(64),
                        1,
                        17,
                        "",
                        List.of(new Port("x", "float32", List.of(shape))),
                        List.of()));
    }

    @Test
    void aWholeFaceHasTenWays() throws Exception {
        List<UsualInputs.Candidate> ways = of(-1L, 3L, 112L, 112L);
        assertEquals(10, ways.size());
        assertEquals("RGB, (p - 127.5) / 127.5", ways.getFirst().words());
        assertEquals("BGR, p as it is, 0..255", ways.getLast().words());
        assertEquals(
                List.of(103.53, 116.28, 123.675),
                ways.stream()
                        .filter(w -> w.words().startsWith("BGR, ImageNet"))
                        .findFirst()
                        .orElseThrow()
                        .input()
                        .mean());
    }

    @Test
    void aNarrowInputIsAlsoTriedAsTheMiddle() throws Exception {
        List<UsualInputs.Candidate> ways = of(-1L, 3L, 112L, 96L);
        assertEquals(20, ways.size());
        assertEquals(new ModelCard.Crop(8, 0, 96, 112), ways.getFirst().input().crop());
        assertEquals(
                "RGB, (p - 127.5) / 127.5, columns 8..103, rows 0..111", ways.getFirst().words());
        assertEquals("BGR, p as it is, 0..255, resized to 96x112", ways.getLast().words());
    }

    @Test
    void coloursLastAndOpenSizesAreUnderstood() throws Exception {
        ModelCard.Input last = of(1L, 160L, 160L, 3L).getFirst().input();
        assertEquals(ModelCard.Layout.NHWC, last.layout());
        assertEquals(160, last.width());
        assertEquals(ModelCard.Crop.WHOLE, last.crop());
        assertEquals(112, of(-1L, 3L, -1L, -1L).getFirst().input().height());
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThrows(ModelException.class, () -> of(-1L, 512L));
        assertThrows(ModelException.class, () -> of(-1L, 1L, 112L, 112L));
        assertThrows(ModelException.class, () -> of(-1L, 3L, 4096L, 4096L));
    }
}
