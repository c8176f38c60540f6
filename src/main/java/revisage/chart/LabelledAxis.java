package revisage.chart;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// A JFreeChart axis with the ticks an [Axis] asks for, on any scale. Labels that would run into
/// each other are left out; the last one stays.
final class LabelledAxis extends NumberAxis {

    private static final long serialVersionUID = 1;
    private static final double ROOM = 0.05; // beside the data, so that markers are not cut

    private final transient Axis axis;
    private final transient Ink ink;

    LabelledAxis(Axis axis, Fonts fonts, Ink ink) {
        super(axis.label());
        this.axis = axis;
        this.ink = ink;
        double first = axis.firstPlace();
        double last = axis.place(axis.to());
        double room = ROOM * (last - first);
        setRange(first - room, last + room);
        setLabelFont(fonts.text());
        setLabelPaint(ink.text());
        setTickLabelFont(fonts.ticks());
        setTickLabelPaint(ink.line());
        setAxisLinePaint(ink.line());
        setAxisLineStroke(new BasicStroke(0.6f));
        setTickMarkPaint(ink.line());
        setTickMarkStroke(new BasicStroke(0.6f));
        setTickMarkOutsideLength(2.5f);
        setTickLabelInsets(new RectangleInsets(1.5, 3, 1, 2));
        setLabelInsets(new RectangleInsets(1, 1, 1, 2.5));
    }

    @Override
    public List<ValueTick> refreshTicks(
            Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean across = RectangleEdge.isTopOrBottom(edge);
        var anchor = across ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        var metrics = g2.getFontMetrics(getTickLabelFont());
        double free = Double.POSITIVE_INFINITY;
        var ticks = new ArrayList<ValueTick>();
        for (double value : axis.ticks().reversed()) {
            double place = axis.place(value);
            double at = valueToJava2D(place, area, edge);
            String label = label(value);
            double half = (across ? metrics.stringWidth(label) + 4.0 : metrics.getAscent()) / 2;
            double end = across ? at + half : -at + half; // downwards y: the last is at the top
            boolean fits = end <= free;
            free = fits ? (across ? at - half : -at - half) : free;
            ticks.addFirst(new NumberTick(place, fits ? label : "", anchor, TextAnchor.CENTER, 0));
        }
        return ticks;
    }

    /// Thousands are parted by commas, as on the axis of a paper; no exponent, no superfluous zero.
    static String label(double value) {
        var number = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
        String digits = number.stripTrailingZeros().abs().toPlainString();
        int point = digits.indexOf('.');
        var grouped = new StringBuilder(digits);
        for (int at = (point < 0 ? digits.length() : point) - 3; at > 0; at -= 3) {
            grouped.insert(at, ',');
        }
        return number.signum() < 0 ? "\u2212" + grouped : grouped.toString();
    }

    @Override
    protected void drawAxisLine(
            Graphics2D g2, double cursor, Rectangle2D area, RectangleEdge edge) {
        super.drawAxisLine(g2, cursor, area, edge);
        if (axis.scale() == Axis.Scale.LOG_AND_ZERO && RectangleEdge.isTopOrBottom(edge)) {
            double x = valueToJava2D(axis.breakPlace(), area, edge);
            g2.setPaint(ink.paper());
            g2.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            g2.draw(new Line2D.Double(x - 1.2, cursor, x + 1.2, cursor));
            g2.setPaint(ink.line());
            g2.setStroke(new BasicStroke(0.6f));
            g2.draw(new Line2D.Double(x - 2.2, cursor + 2.4, x - 0.2, cursor - 2.4));
            g2.draw(new Line2D.Double(x + 0.2, cursor + 2.4, x + 2.2, cursor - 2.4));
        }
    }
}
