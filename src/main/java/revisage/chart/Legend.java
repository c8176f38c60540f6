package revisage.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/// Samples and names of the curves, in columns as many as fit. It stands beside the data, never on
/// it.
final class Legend {

    private static final double SAMPLE = 21; // points of line
    private static final double GAP = 4;
    private static final double BETWEEN = 12; // columns
    private static final double ROW = 10;

    private final List<List<String>> names; // broken into lines
    private final List<Look> looks;
    private final Font font;
    private final Ink ink;
    private final int rows;
    private final List<Double> columns; // widths

    /// @param widest points there are; longer names are broken between words
    /// @param many as many columns as fit, or one
    Legend(List<Series> series, List<Look> looks, Font font, Ink ink, double widest, boolean many) {
        this.names =
                series.stream()
                        .map(s -> Title.lines(s.name(), font, widest - SAMPLE - GAP))
                        .toList();
        this.looks = looks;
        this.font = font;
        this.ink = ink;
        int fewest = many ? 1 : names.size();
        while (fewest < names.size() && width(columns(fewest)) > widest) {
            fewest++;
        }
        this.rows = fewest;
        this.columns = columns(fewest);
    }

    private List<Double> columns(int rowCount) {
        var widths = new ArrayList<Double>();
        for (int first = 0; first < names.size(); first += rowCount) {
            var column = names.subList(first, Math.min(names.size(), first + rowCount));
            double text = 0;
            for (List<String> name : column) {
                for (String line : name) {
                    text = Math.max(text, textWidth(line, font));
                }
            }
            widths.add(SAMPLE + GAP + text);
        }
        return widths;
    }

    private static double width(List<Double> columns) {
        double sum = (columns.size() - 1) * BETWEEN;
        for (double column : columns) {
            sum += column;
        }
        return sum;
    }

    static double textWidth(String text, Font font) {
        return font.getStringBounds(text, new FontRenderContext(null, true, true)).getWidth();
    }

    double width() {
        return width(columns);
    }

    double height() {
        double tallest = 0;
        for (int first = 0; first < names.size(); first += rows) {
            tallest = Math.max(tallest, below(first, Math.min(names.size(), first + rows)));
        }
        return tallest;
    }

    /// Points that the names of some rows take.
    private double below(int from, int to) {
        return names.subList(from, to).stream().mapToInt(List::size).sum() * ROW;
    }

    /// Down the columns, one after the other.
    void draw(Graphics2D g2, double left, double top) {
        for (int i = 0; i < names.size(); i++) {
            List<Double> before = columns.subList(0, i / rows);
            double x = left + (before.isEmpty() ? 0 : width(before) + BETWEEN);
            double y = top + below(i - i % rows, i) + 0.5 * ROW;
            sample(g2, looks.get(i), x, y);
            g2.setFont(font);
            g2.setPaint(ink.text());
            for (String line : names.get(i)) {
                g2.drawString(line, (float) (x + SAMPLE + GAP), (float) (y + 2.7));
                y += ROW;
            }
        }
    }

    private void sample(Graphics2D g2, Look look, double x, double y) {
        g2.setPaint(look.colour());
        g2.setStroke(look.stroke());
        g2.draw(new Line2D.Double(x, y, x + SAMPLE, y));
        look.marker().ifPresent(m -> marker(g2, look, m, x + SAMPLE / 2, y));
    }

    private void marker(Graphics2D g2, Look look, Shape shape, double x, double y) {
        Shape placed = AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
        g2.setPaint(look.hollow() ? ink.paper() : look.colour());
        g2.fill(placed);
        g2.setPaint(look.colour());
        g2.setStroke(new BasicStroke(0.8f));
        g2.draw(placed);
    }
}
