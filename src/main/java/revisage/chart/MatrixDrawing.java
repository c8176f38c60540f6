package revisage.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Draws a matrix as coloured cells with numbers: dark is much, and as dark in grey.
final class MatrixDrawing implements Drawing {

    private static final double MARGIN = 4;
    private static final double LINE = 10;
    private static final double WIDEST = 74;
    private static final double TALLEST = 30;
    private static final Color PALE = new Color(0xF3F7FB);
    private static final Color DEEP = new Color(0x08306B);

    private final MatrixSpec spec;
    private final Fonts fonts;
    private final Title title;
    private final double width;
    private final double left;
    private final double top;
    private final double cellWidth;
    private final double cellHeight;

    MatrixDrawing(MatrixSpec spec, double points, Fonts fonts) {
        this.spec = spec;
        this.fonts = fonts;
        this.width = points;
        double names = longest(spec.rows());
        double label = LINE + 6;
        double room = points - 2 * MARGIN - label - names - 4;
        this.cellWidth = Math.min(WIDEST, cellWidth(room));
        double turned = Legend.textWidth(spec.rowLabel(), fonts.text()) + 2;
        this.cellHeight =
                Math.max(
                        Math.min(TALLEST, Math.max(13, 0.6 * cellWidth)),
                        turned / spec.rows().size());
        double over = slanted() ? Math.max(0, overhang() - cellWidth / 2) : 0;
        double used = label + names + 4 + cellWidth * spec.columns().size() + over;
        this.left = (points - used) / 2 + label + names + 4;
        this.title = new Title(spec.title(), fonts.title(), points - 2 * MARGIN);
        this.top =
                MARGIN
                        + title.height()
                        + LINE
                        + 3
                        + (slanted() ? 0.72 * longest(spec.columns()) : 0)
                        + LINE;
    }

    /// Names that are wider than their cells are written slanted; the last one needs room for it.
    private double cellWidth(double room) {
        double even = room / spec.columns().size();
        if (longest(spec.columns()) <= even - 3) {
            return even;
        }
        return Math.min(even, (room - overhang()) / (spec.columns().size() - 0.5));
    }

    /// How far the last slanted name reaches to the right of its column's middle.
    private double overhang() {
        return 0.71 * Legend.textWidth(spec.columns().getLast(), fonts.text()) + 6;
    }

    private double longest(List<String> names) {
        return names.stream().mapToDouble(n -> Legend.textWidth(n, fonts.text())).max().orElse(0);
    }

    private boolean slanted() {
        return longest(spec.columns()) > cellWidth - 3;
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return top + cellHeight * spec.rows().size() + MARGIN;
    }

    @Override
    public void draw(Graphics2D g2) {
        g2.setPaint(Color.WHITE);
        g2.fill(new Rectangle2D.Double(0, 0, width(), height()));
        g2.setPaint(Color.BLACK);
        double tall = cellHeight * spec.rows().size();
        double wide = cellWidth * spec.columns().size();
        title.draw(g2, MARGIN, MARGIN);
        double names = longest(spec.rows());
        centred(
                g2,
                fonts.text(),
                spec.columnLabel(),
                inside(left + wide / 2, spec.columnLabel()),
                MARGIN + title.height() + 7.5);
        turned(g2, spec.rowLabel(), left - names - 11, top + tall / 2);
        for (int row = 0; row < spec.rows().size(); row++) {
            String name = spec.rows().get(row);
            double x = left - 4 - Legend.textWidth(name, fonts.text());
            double middle = top + (row + 0.5) * cellHeight;
            g2.setPaint(Color.BLACK);
            g2.setFont(fonts.text());
            g2.drawString(name, (float) x, (float) (middle + 2.7));
            for (int column = 0; column < spec.columns().size(); column++) {
                cell(g2, spec.values().get(row).get(column), column, row);
            }
        }
        for (int column = 0; column < spec.columns().size(); column++) {
            columnName(g2, spec.columns().get(column), left + (column + 0.5) * cellWidth);
        }
    }

    /// The middle of a text, moved so that none of it is cut.
    private double inside(double middle, String text) {
        double half = Legend.textWidth(text, fonts.text()) / 2 + MARGIN;
        return Math.max(half, Math.min(width - half, middle));
    }

    /// With two decimals; in a narrow cell without the zero before them.
    private String number(double share) {
        String text = String.format(Locale.ROOT, "%.2f", share);
        boolean fits = Legend.textWidth(text, fonts.text()) <= cellWidth - 1;
        return fits ? text : text.equals("1.00") ? "1" : text.substring(1);
    }

    private void cell(Graphics2D g2, OptionalDouble value, int column, int row) {
        double x = left + column * cellWidth;
        double y = top + row * cellHeight;
        var box = new Rectangle2D.Double(x, y, cellWidth, cellHeight);
        g2.setPaint(value.isPresent() ? shade(value.getAsDouble()) : Color.WHITE);
        g2.fill(box);
        g2.setPaint(Color.WHITE);
        g2.setStroke(new BasicStroke(0.8f));
        g2.draw(box);
        boolean dark = value.isPresent() && value.getAsDouble() > 0.5;
        g2.setPaint(dark ? Color.WHITE : Color.BLACK);
        String text = value.isPresent() ? number(value.getAsDouble()) : "\u2013";
        centred(g2, fonts.text(), text, x + cellWidth / 2, y + cellHeight / 2 + 2.7);
    }

    private static Color shade(double share) {
        return new Color(
                mix(PALE.getRed(), DEEP.getRed(), share),
                mix(PALE.getGreen(), DEEP.getGreen(), share),
                mix(PALE.getBlue(), DEEP.getBlue(), share));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    private void columnName(Graphics2D g2, String name, double middle) {
        g2.setPaint(Color.BLACK);
        if (!slanted()) {
            centred(g2, fonts.text(), name, middle, top - 3.5);
            return;
        }
        AffineTransform before = g2.getTransform();
        g2.translate(middle, top - 3.5);
        g2.rotate(-Math.PI / 4);
        g2.setFont(fonts.text());
        g2.drawString(name, 0, 0);
        g2.setTransform(before);
    }

    private void turned(Graphics2D g2, String text, double x, double middle) {
        AffineTransform before = g2.getTransform();
        g2.translate(x, middle);
        g2.rotate(-Math.PI / 2);
        centred(g2, fonts.text(), text, 0, 0);
        g2.setTransform(before);
    }

    static void centred(Graphics2D g2, Font font, String text, double x, double y) {
        g2.setFont(font);
        g2.drawString(text, (float) (x - Legend.textWidth(text, font) / 2), (float) y);
    }
}
