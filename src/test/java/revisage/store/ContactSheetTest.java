package revisage.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.face.EstimateMark;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

class ContactSheetTest {

    @TempDir Path folder;

    private static ContactSheet.Cell cell(int seed, String... caption) {
        return new ContactSheet.Cell(DrawnFaces.face(seed), List.of(caption));
    }

    static ContactSheet comparison() {
        var rows =
                IntStream.range(0, 4)
                        .mapToObj(
                                i ->
                                        new ContactSheet.Row(
                                                "target " + i,
                                                List.of(
                                                        cell(i, "original"),
                                                        cell(i + 10, "cosine 0.52", "0 queries"),
                                                        cell(
                                                                i + 20,
                                                                "cosine 0.91, rank 1 of 1,000"
                                                                        + " people in all",
                                                                "1,500 queries"))))
                        .toList();
        return new ContactSheet(
                "Originals beside reconstructions",
                List.of("original", "linear", "full-vector"),
                rows,
                ContactSheet.ESTIMATES,
                2);
    }

    static ContactSheet basis() {
        var cells =
                IntStream.range(0, 19)
                        .mapToObj(i -> cell(i, i == 0 ? "mean" : "axis " + i))
                        .toList();
        return ContactSheet.flow("Mean and principal axes", cells, 8, "", 1);
    }

    @Test
    void theSameSheetGivesTheSameBytes() throws Exception {
        for (ContactSheet sheet : List.of(comparison(), basis())) {
            sheet.write(folder.resolve("a.png"));
            sheet.write(folder.resolve("b.png"));
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("a.png")),
                    Files.readAllBytes(folder.resolve("b.png")));
        }
    }

    @Test
    void anEstimateCarriesItsMarkAndTheFileSaysThatThereIsOne() throws Exception {
        var face = DrawnFaces.face(5);
        var row = new ContactSheet.Row("", List.of(ContactSheet.Cell.estimate(face, List.of())));
        byte[] png = new ContactSheet("", List.of(), List.of(row), "", 1).png();

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        BufferedImage cut = image.getSubimage(28, 28, 112, EstimateMark.HEIGHT);
        assertEquals(face, EstimateMark.cut(FacePicture.of(cut)).orElseThrow());
        String bytes = new String(png, StandardCharsets.ISO_8859_1);
        assertTrue(bytes.contains("Estimates of faces, not photographs"));
        assertTrue(bytes.contains("digitalsourcetype/compositeSynthetic"));
        assertFalse(
                new String(basis().png(), StandardCharsets.ISO_8859_1).contains("Estimates of"));
    }

    @Test
    void atItsOwnSizeAFaceIsShownPixelByPixel() throws Exception {
        var face = DrawnFaces.face(3);
        var sheet =
                new ContactSheet(
                        "", List.of(), List.of(new ContactSheet.Row("", List.of(cell(3)))), "", 1);
        sheet.write(folder.resolve("one.png"));
        BufferedImage image = ImageIO.read(folder.resolve("one.png").toFile());
        int left = (image.getWidth() - 112) / 2;
        int top = (image.getHeight() - 112) / 2;
        assertArrayEquals(
                face.toRgb(), FacePicture.of(image.getSubimage(left, top, 112, 112)).toRgb());
    }

    @Test
    void theFlowBreaksIntoLines() {
        assertEquals(List.of(8, 8, 3), basis().rows().stream().map(r -> r.cells().size()).toList());
    }

    @Test
    void aSheetOfNothingIsAMistake() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ContactSheet("x", List.of(), List.of(), "", 1));
    }
}
