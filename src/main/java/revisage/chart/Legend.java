package revisage.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.List;

/// Samples and names of the curves, in columns as many as fit. It stands beside the data, never on
/// it.
final class Legend {

    private static final double SAMPLE = 22; // points of line
    private static final double GAP = 4;
    private static final double BETWEEN = 12; // columns
    private static final double ROW = 10;

    private final List<Series> series;
    private final List<Look> looks;
    private final Font font;
    private final double cell;
    private final int columns;

    /// @param widest points there are
    Legend(List<Series> series, List<Look> looks, Font font, double widest) {
        this.series = series;
        this.looks = looks;
        this.font = font;
        this.cell =
                series.stream().mapToDouble(s -> textWidth(s.name(), font)).max().orElse(0)
                        + SAMPLE
                        + GAP;
        int fit = (int) Math.max(1, Math.floor((widest + BETWEEN) / (cell + BETWEEN)));
        int rows = Math.ceilDiv(series.size(), fit);
        this.columns = Math.ceilDiv(series.size(), rows);
    }

    static double textWidth(String text, Font font) {
        return font.getStringBounds(text, new FontRenderContext(null, true, true)).getWidth();
    }

    double width() {
        return columns * cell + (columns - 1) * BETWEEN;
    }

    double height() {
        return rows() * ROW;
    }

    private int rows() {
        return Math.ceilDiv(series.size(), columns);
    }

    /// Down the columns, one after the other.
    void draw(Graphics2D g2, double left, double top) {
        for (int i = 0; i < series.size(); i++) {
            int column = i / rows();
            double x = left + column * (cell + BETWEEN);
            double y = top + (i % rows() + 0.5) * ROW;
            sample(g2, looks.get(i), x, y);
            g2.setFont(font);
            g2.setPaint(Color.BLACK);
            g2.drawString(series.get(i).name(), (float) (x + SAMPLE + GAP), (float) (y + 2.7));
        }
    }

    private static void sample(Graphics2D g2, Look look, double x, double y) {
        g2.setPaint(look.colour());
        g2.setStroke(look.stroke());
        g2.draw(new Line2D.Double(x, y, x + SAMPLE, y));
        look.marker().ifPresent(m -> marker(g2, look, m, x + SAMPLE / 2, y));
    }

    private static void marker(Graphics2D g2, Look look, Shape shape, double x, double y) {
        Shape placed = AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
        g2.setPaint(look.hollow() ? Color.WHITE : look.colour());
        g2.fill(placed);
        g2.setPaint(look.colour());
        g2.setStroke(new BasicStroke(0.8f));
        g2.draw(placed);
    }
}
