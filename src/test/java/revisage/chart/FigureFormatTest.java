package revisage.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.imageio.metadata.IIOMetadataNode;
import javax.xml.parsers.DocumentBuilderFactory;

class FigureFormatTest {

    private static final double POINTS_A_MILLIMETRE = 72 / 25.4;

    static Stream<Figure> figures() {
        return Stream.of(Figures.queries(), Figures.curves(9), Figures.matrix());
    }

    @ParameterizedTest
    @MethodSource("figures")
    void sameFigureSameBytes(Figure figure) {
        for (Width width : Width.values()) {
            for (FigureFormat format : FigureFormat.values()) {
                byte[] first = format.of(figure, width);
                assertArrayEquals(first, format.of(figure, width), format + " " + width);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void anSvgHasItsPrintedSizeAndNeedsNoFontAndNoNet(Figure figure) throws Exception {
        for (Width width : Width.values()) {
            byte[] file = FigureFormat.SVG.of(figure, width);
            String text = new String(file, StandardCharsets.UTF_8);
            var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            var svg = parser.parse(new ByteArrayInputStream(file)).getDocumentElement();

            double millimetres = width.millimetres();
            assertEquals("svg", svg.getTagName());
            assertEquals((int) millimetres + "mm", svg.getAttribute("width"));
            String[] box = svg.getAttribute("viewBox").split(" ");
            assertEquals(millimetres * POINTS_A_MILLIMETRE, Double.parseDouble(box[2]), 1e-3);
            double high = Double.parseDouble(svg.getAttribute("height").replace("mm", ""));
            assertEquals(high * POINTS_A_MILLIMETRE, Double.parseDouble(box[3]), 2e-3);
            assertEquals(0, svg.getElementsByTagName("text").getLength());
            assertFalse(text.contains("DOCTYPE") || text.contains("NaN"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPdfHasItsPrintedSizeItsWordsAndItsFonts(Width width) throws IOException {
        byte[] file = FigureFormat.PDF.of(Figures.queries(), width);
        try (var pdf = Loader.loadPDF(file)) {
            assertEquals(1, pdf.getNumberOfPages());
            var page = pdf.getPage(0);
            double points = width.millimetres() * POINTS_A_MILLIMETRE;
            assertEquals(points, page.getMediaBox().getWidth(), 0.01);
            var fonts = fonts(page.getResources());
            assertEquals(2, fonts.size(), fonts.toString());
            assertTrue(fonts.stream().allMatch(f -> f.matches("[A-Z]{6}\\+OpenSans.* true")));
            String words = new PDFTextStripper().getText(pdf);
            for (String word :
                    List.of("Queries a target", "1,000", "Full vector", "Found at K = 1")) {
                assertTrue(words.contains(word), words);
            }
        }
        assertTrue(file.length < 40_000, file.length + " bytes");
    }

    private static Set<String> fonts(PDResources resources) throws IOException {
        var fonts = new HashSet<String>();
        for (COSName name : resources.getFontNames()) {
            var font = resources.getFont(name);
            fonts.add(font.getName() + " " + font.isEmbedded());
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form) {
                fonts.addAll(fonts(form.getResources()));
            }
        }
        return fonts;
    }

    @ParameterizedTest
    @EnumSource
    void aPngHasThreeHundredDotsAnInchAndSaysSo(Width width) throws IOException {
        byte[] file = FigureFormat.PNG.of(Figures.queries(), width);
        var reader = ImageIO.getImageReadersByFormatName("png").next();
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(stream);
            var tree =
                    (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            var physical = (IIOMetadataNode) tree.getElementsByTagName("pHYs").item(0);
            assertEquals("11811", physical.getAttribute("pixelsPerUnitXAxis"));
            assertEquals("meter", physical.getAttribute("unitSpecifier"));
            assertEquals(Math.round(width.millimetres() / 25.4 * 300), reader.getWidth(0));
        }
    }

    /// Nothing is cut off, and no curve is lost under another or under the legend.
    @ParameterizedTest
    @EnumSource
    void everyCurveIsSeenAndTheEdgesAreFree(Width width) throws IOException {
        for (int count : new int[] {1, 4, 7}) {
            var spec = Figures.curves(count);
            var image = image(spec, width);
            for (Look look : Look.of(spec.series())) {
                int seen = count(image, look.colour().getRGB());
                assertTrue(seen > 2000, "only " + seen + " pixels of curve");
            }
            edgesAreFree(image);
        }
        edgesAreFree(image(Figures.matrix(), width));
        edgesAreFree(image(Figures.talkative(), width));
        edgesAreFree(image(Figures.queries(), width));
        edgesAreFree(image(Figures.crowded(), width));
    }

    private static BufferedImage image(Figure figure, Width width) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(FigureFormat.PNG.of(figure, width)));
    }

    private static int count(BufferedImage image, int colour) {
        int[] all =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        int seen = 0;
        for (int pixel : all) {
            seen += pixel == colour ? 1 : 0;
        }
        return seen;
    }

    private static void edgesAreFree(BufferedImage image) {
        int right = image.getWidth() - 1;
        int bottom = image.getHeight() - 1;
        for (int x = 0; x <= right; x++) {
            assertEquals(-1, image.getRGB(x, 0), "something at the top edge, x " + x);
            assertEquals(-1, image.getRGB(x, bottom), "something at the bottom edge, x " + x);
        }
        for (int y = 0; y <= bottom; y++) {
            assertEquals(-1, image.getRGB(0, y), "something at the left edge, y " + y);
            assertEquals(-1, image.getRGB(right, y), "something at the right edge, y " + y);
        }
    }

    @Test
    void aCsvHoldsTheNumbers() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertEquals(
                    """
                    series,role,x,y,low,high
                    Method 0,data,5,0.5,0.5,0.5
                    Method 0,data,40,0.5,0.5,0.5
                    """,
                    csv(Figures.curves(1)));
            assertEquals(
                    """
                    row,column,value
                    small,small,1
                    small,a matcher with quite a long name,0.25
                    large,small,
                    large,a matcher with quite a long name,0.5
                    """,
                    csv(Figures.matrix()));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String csv(Figure figure) {
        return new String(FigureFormat.CSV.of(figure, Width.COLUMN), StandardCharsets.UTF_8);
    }

    @Test
    void endingsAreLowerCase() {
        assertEquals("svg", FigureFormat.SVG.ending());
    }
}
