package revisage.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/// The files a figure can become. The same figure gives the same bytes, each time.
public enum FigureFormat {
    /// Vectors for the web and for drawing programs; words are outlines, so no font is needed.
    SVG,

    /// Vectors for papers; the font is embedded, words can be searched.
    PDF,

    /// Pixels, 300 an inch.
    PNG,

    /// The numbers: `series, role, x, y, low, high`, or as the figure's kind has them.
    CSV;

    /// Without a dot.
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The whole file.
    ///
    /// @param width as printed; the numbers of a CSV do not depend on it
    public byte[] of(Figure figure, Width width) {
        var out = new ByteArrayOutputStream();
        try {
            switch (this) {
                case SVG -> SvgFile.write(figure, Drawing.of(figure, width), out);
                case PDF -> PdfFile.write(figure, Drawing.of(figure, width), out);
                case PNG -> PngFile.write(Drawing.of(figure, width), PngFile.DOTS_PER_INCH, out);
                case CSV -> CsvFile.write(figure, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return out.toByteArray();
    }

    /// Letters and lines where they were meant to be, not on the nearest pixel.
    static void exact(Graphics2D g2) {
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }
}
