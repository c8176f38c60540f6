package revisage.chart;

import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

/// Writes a drawing as SVG: real size in millimetres, coordinates in points, title for readers.
final class SvgFile {

    private static final String SVG = "http://www.w3.org/2000/svg";

    private SvgFile() {}

    static void write(Figure figure, Drawing drawing, OutputStream out) {
        Document document = empty();
        var context = SVGGeneratorContext.createDefault(document);
        context.setPrecision(3);
        context.setComment("Revisage");
        var g2 = new Outlines(context);
        FigureFormat.exact(g2);
        drawing.draw(g2);
        Element root = g2.getRoot();
        root.setAttribute("width", number(drawing.width() / 72 * 25.4) + "mm");
        root.setAttribute("height", number(drawing.height() / 72 * 25.4) + "mm");
        root.setAttribute(
                "viewBox", "0 0 " + number(drawing.width()) + " " + number(drawing.height()));
        root.setAttribute("role", "img");
        if (!figure.title().isEmpty()) {
            Element title = document.createElementNS(SVG, "title");
            title.setTextContent(figure.title());
            root.insertBefore(title, root.getFirstChild());
        }
        write(root, out);
    }

    /// Without the document type that Batik puts first: some readers would fetch it from the net.
    private static void write(Element root, OutputStream out) {
        try {
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(root), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IllegalStateException("the drawing is no XML", e);
        }
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own XML is missing", e);
        }
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(3, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /// Words as outlines, placed by their exact widths: Batik measures letters in whole points.
    private static final class Outlines extends SVGGraphics2D {

        Outlines(SVGGeneratorContext context) {
            super(context, true);
        }

        private Outlines(Outlines other) {
            super(other);
        }

        @Override
        public Graphics create() {
            return new Outlines(this);
        }

        @Override
        public FontMetrics getFontMetrics(Font font) {
            var g2 = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
            FigureFormat.exact(g2);
            return g2.getFontMetrics(font);
        }
    }
}
