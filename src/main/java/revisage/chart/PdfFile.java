package revisage.chart;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import java.io.IOException;
import java.io.OutputStream;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;

/// Writes a drawing as a one-page PDF of its size, the font embedded and cut to what is used.
final class PdfFile {

    private PdfFile() {}

    static void write(Figure figure, Drawing drawing, OutputStream out) throws IOException {
        float width = (float) drawing.width();
        float height = (float) drawing.height();
        try (var document = new PDDocument();
                var fonts = new PdfBoxGraphics2DFontTextDrawer()) {
            var page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            var loaded = Fonts.load();
            register(fonts, document, loaded.text().getFontName(), Fonts.REGULAR);
            register(fonts, document, loaded.title().getFontName(), Fonts.SEMIBOLD);
            var g2 = new PdfBoxGraphics2D(document, width, height);
            g2.setFontTextDrawer(fonts);
            FigureFormat.exact(g2);
            drawing.draw(g2);
            g2.dispose();
            try (var content = new PDPageContentStream(document, page)) {
                content.drawForm(g2.getXFormObject());
            }
            describe(document, figure.title());
            document.save(out);
        }
    }

    private static void register(
            PdfBoxGraphics2DFontTextDrawer fonts, PDDocument document, String name, String resource)
            throws IOException {
        try (var stream = Fonts.open(resource)) {
            fonts.registerFont(name, PDType0Font.load(document, stream, true));
        }
    }

    /// A fixed date and number, so that the same figure gives the same bytes.
    private static void describe(PDDocument document, String title) {
        var information = document.getDocumentInformation();
        information.setTitle(title);
        information.setCreator("Revisage");
        var date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        date.setTimeInMillis(0);
        information.setCreationDate(date);
        document.setDocumentId(1L);
    }
}
