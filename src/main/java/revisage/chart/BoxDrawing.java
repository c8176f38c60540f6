package revisage.chart;

import revisage.measure.FiveNumbers;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// Draws boxes over an axis from 0 to 1; names stand at the left, where long ones fit.
final class BoxDrawing implements Drawing {

    private static final double MARGIN = 4;
    private static final double ROW = 24;
    private static final double BOX = 12;
    private static final double LINE = 10;
    private static final int TICKS = 5;
    private static final Color EDGE = new Color(0x0072B2);
    private static final Color FILL = new Color(0xCFE3F0);
    private static final Color CHANCE = new Color(0x767676);

    private final BoxSpec spec;
    private final Fonts fonts;
    private final Title title;
    private final double width;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;

    BoxDrawing(BoxSpec spec, double points, Fonts fonts) {
        this.spec = spec;
        this.fonts = fonts;
        this.width = points;
        this.title = new Title(spec.title(), fonts.title(), points - 2 * MARGIN);
        double names =
                spec.boxes().stream()
                        .mapToDouble(b -> Legend.textWidth(b.name(), fonts.text()))
                        .max()
                        .orElse(0);
        this.left = MARGIN + Math.min(names, points * 0.4) + 8;
        this.right = points - MARGIN - 10;
        this.top = MARGIN + title.height();
        this.bottom = top + ROW * spec.boxes().size();
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return bottom + 3 * LINE + 12 + MARGIN;
    }

    @Override
    public void draw(Graphics2D g2) {
        g2.setPaint(Color.WHITE);
        g2.fill(new Rectangle2D.Double(0, 0, width(), height()));
        title.draw(g2, MARGIN, MARGIN);
        axis(g2);
        for (int i = 0; i < spec.boxes().size(); i++) {
            row(g2, spec.boxes().get(i), top + (i + 0.5) * ROW);
        }
        key(g2, bottom + 2 * LINE + 14);
    }

    private double x(double share) {
        return left + share * (right - left);
    }

    private void axis(Graphics2D g2) {
        for (int i = 0; i <= TICKS; i++) {
            double share = i / (double) TICKS;
            line(g2, Ink.PRINT.grid(), 0.5f, x(share), top, x(share), bottom);
            line(g2, Ink.PRINT.line(), 0.6f, x(share), bottom, x(share), bottom + 2.5);
            centred(g2, fonts.ticks(), LabelledAxis.label(share), x(share), bottom + LINE);
        }
        line(g2, Ink.PRINT.line(), 0.6f, x(0), bottom, x(1), bottom);
        centred(g2, fonts.text(), spec.axis(), (x(0) + x(1)) / 2, bottom + 2 * LINE + 1);
    }

    private void row(Graphics2D g2, BoxSpec.Box box, double middle) {
        FiveNumbers n = box.numbers();
        String name = Title.shortened(box.name(), fonts.text(), left - MARGIN - 8);
        g2.setPaint(Color.BLACK);
        g2.setFont(fonts.text());
        double at = left - 8 - Legend.textWidth(name, fonts.text());
        g2.drawString(name, (float) at, (float) (middle + 2.7));
        line(g2, EDGE, 0.9f, x(n.lowWhisker()), middle, x(n.highWhisker()), middle);
        for (double end : new double[] {n.lowWhisker(), n.highWhisker()}) {
            line(g2, EDGE, 0.9f, x(end), middle - BOX / 4, x(end), middle + BOX / 4);
        }
        double from = x(n.lowQuartile());
        var body = new Rectangle2D.Double(from, middle - BOX / 2, x(n.highQuartile()) - from, BOX);
        g2.setPaint(FILL);
        g2.fill(body);
        g2.setPaint(EDGE);
        g2.setStroke(new BasicStroke(0.9f));
        g2.draw(body);
        median(g2, x(n.median()), middle);
        mean(g2, x(n.mean()), middle);
        for (double outlier : n.outliers()) {
            g2.setPaint(EDGE);
            g2.setStroke(new BasicStroke(0.7f));
            g2.draw(new Ellipse2D.Double(x(outlier) - 1.6, middle - 1.6, 3.2, 3.2));
        }
        box.chance().ifPresent(c -> chance(g2, x(c), middle, ROW / 2 - 1.5));
    }

    private static void median(Graphics2D g2, double x, double middle) {
        line(g2, EDGE, 1.8f, x, middle - BOX / 2, x, middle + BOX / 2);
    }

    private static void mean(Graphics2D g2, double x, double middle) {
        var diamond = new Path2D.Double();
        diamond.moveTo(x, middle - 3);
        diamond.lineTo(x + 3, middle);
        diamond.lineTo(x, middle + 3);
        diamond.lineTo(x - 3, middle);
        diamond.closePath();
        g2.setPaint(Color.WHITE);
        g2.fill(diamond);
        g2.setPaint(Color.BLACK);
        g2.setStroke(new BasicStroke(0.9f));
        g2.draw(diamond);
    }

    private static void chance(Graphics2D g2, double x, double middle, double half) {
        g2.setPaint(CHANCE);
        float[] dots = {0.01f, 2.4f};
        g2.setStroke(
                new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dots, 0));
        g2.draw(new Line2D.Double(x, middle - half, x, middle + half));
    }

    /// What the marks mean.
    private void key(Graphics2D g2, double y) {
        List<String> words = List.of("Median", "Mean", "Chance");
        double wide = 0;
        for (String word : words) {
            wide += 12 + Legend.textWidth(word, fonts.text()) + 14;
        }
        double at = Math.max(MARGIN, (width - wide + 14) / 2);
        for (int i = 0; i < words.size(); i++) {
            switch (i) {
                case 0 -> median(g2, at + 4, y - 2.7);
                case 1 -> mean(g2, at + 4, y - 2.7);
                default -> chance(g2, at + 4, y - 2.7, BOX / 2);
            }
            g2.setPaint(Color.BLACK);
            g2.setFont(fonts.text());
            g2.drawString(words.get(i), (float) (at + 12), (float) y);
            at += 12 + Legend.textWidth(words.get(i), fonts.text()) + 14;
        }
    }

    private static void line(
            Graphics2D g2, Color colour, float wide, double x1, double y1, double x2, double y2) {
        g2.setPaint(colour);
        g2.setStroke(new BasicStroke(wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g2.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    private static void centred(Graphics2D g2, Font font, String text, double x, double y) {
        g2.setPaint(Color.BLACK);
        MatrixDrawing.centred(g2, font, text, x, y);
    }
}
