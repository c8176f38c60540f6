package revisage.chart;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;

/// Curves as pixels for a window, drawn on any thread: the window only shows them, and so never
/// waits for a chart.
public final class ScreenChart {

    private static final double ZOOM = 1.72; // points of the printed figure to pixels
    private static final double MARGIN = 4;
    private static final double BELOW_AXIS = 26; // points: ticks and the name of the other axis
    private static final double SMALLEST_LETTERS = 0.6;

    private final int width;
    private final int height;
    private final int[] argb;
    private final Rectangle2D area;
    private final List<Spot> spots;

    private ScreenChart(int width, int height, int[] argb, Rectangle2D area, List<Spot> spots) {
        this.width = width;
        this.height = height;
        this.argb = argb;
        this.area = area;
        this.spots = List.copyOf(spots);
    }

    /// A point of a curve and where it was drawn.
    ///
    /// @param series its name
    /// @param x from the left, window pixels
    /// @param y from the top, window pixels
    public record Spot(String series, Series.Point point, double x, double y) {}

    /// How a chart is shown.
    ///
    /// @param width window pixels, 1 or more
    /// @param height window pixels, 1 or more
    /// @param density picture pixels a window pixel, 1 or more
    /// @param letters size of letters, 1 is usual
    /// @param legend whether the curves are named below
    public record Frame(
            int width, int height, double density, double letters, boolean dark, boolean legend) {}

    /// Draws at once.
    public static ScreenChart of(ChartSpec spec, Frame frame) {
        var ink = frame.dark() ? Ink.DARK : Ink.LIGHT;
        var fonts = Fonts.load();
        var looks = Look.of(spec.series()).stream().map(l -> frame.dark() ? bright(l) : l).toList();
        int wide = Math.max(1, (int) Math.round(frame.width() * frame.density()));
        int high = Math.max(1, (int) Math.round(frame.height() * frame.density()));
        double zoom = ZOOM * frame.letters();
        double w = frame.width() / zoom;
        double h = frame.height() / zoom;
        var image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_ARGB_PRE);
        var g2 = image.createGraphics();
        FigureFormat.exact(g2);
        g2.setPaint(ink.paper());
        g2.fillRect(0, 0, wide, high);
        g2.scale(zoom * frame.density(), zoom * frame.density());
        var legend = new Legend(spec.series(), looks, fonts.text(), ink, w - 2 * MARGIN, true);
        double below = frame.legend() ? legend.height() + MARGIN : 0;
        var chart = new Plotting(spec, looks, fonts, ink).chart();
        fit(chart.getXYPlot().getRangeAxis(), g2, Math.max(20, h - below));
        var info = new ChartRenderingInfo();
        var place = new Rectangle2D.Double(0, 0, w, Math.max(20, h - below));
        chart.draw(g2, place, info);
        if (frame.legend()) {
            legend.draw(g2, Math.max(MARGIN, (w - legend.width()) / 2), h - below);
        }
        g2.dispose();
        var area = info.getPlotInfo().getDataArea();
        var spots = spots(spec, chart.getXYPlot(), area, zoom);
        var scaled =
                new Rectangle2D.Double(
                        area.getX() * zoom,
                        area.getY() * zoom,
                        area.getWidth() * zoom,
                        area.getHeight() * zoom);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return new ScreenChart(wide, high, pixels, scaled, spots);
    }

    /// A name beside a low axis is written smaller, so that it is not cut off.
    private static void fit(ValueAxis axis, Graphics2D g2, double high) {
        if (axis.getLabel() == null) {
            return;
        }
        Font font = axis.getLabelFont();
        double needed = g2.getFontMetrics(font).stringWidth(axis.getLabel());
        double room = high - BELOW_AXIS;
        if (needed > room) {
            double share = Math.max(SMALLEST_LETTERS, room / needed);
            axis.setLabelFont(font.deriveFont((float) (font.getSize2D() * share)));
        }
    }

    /// Black is no colour on a dark window.
    private static Look bright(Look look) {
        Color c = look.colour();
        boolean dim = c.getRed() + c.getGreen() + c.getBlue() < 260;
        Color seen =
                dim
                        ? new Color(
                                (c.getRed() + 255) / 2,
                                (c.getGreen() + 255) / 2,
                                (c.getBlue() + 255) / 2)
                        : c;
        return new Look(seen, look.marker(), look.hollow(), look.stroke());
    }

    private static List<Spot> spots(ChartSpec spec, XYPlot plot, Rectangle2D area, double zoom) {
        var spots = new ArrayList<Spot>();
        for (Series series : spec.series()) {
            for (Series.Point point : series.points()) {
                double x =
                        plot.getDomainAxis()
                                .valueToJava2D(
                                        spec.x().place(point.x()), area, RectangleEdge.BOTTOM);
                double y =
                        plot.getRangeAxis()
                                .valueToJava2D(spec.y().place(point.y()), area, RectangleEdge.LEFT);
                spots.add(new Spot(series.name(), point, x * zoom, y * zoom));
            }
        }
        return spots;
    }

    /// Picture pixels.
    public int width() {
        return width;
    }

    /// Picture pixels.
    public int height() {
        return height;
    }

    /// The memory itself, row after row, alpha premultiplied.
    public int[] argb() {
        return argb;
    }

    /// Every point that was drawn.
    public List<Spot> spots() {
        return spots;
    }

    /// Left edge of the data, window pixels.
    public double left() {
        return area.getX();
    }

    /// Right edge of the data, window pixels.
    public double right() {
        return area.getMaxX();
    }

    /// Upper edge of the data, window pixels.
    public double top() {
        return area.getY();
    }

    /// Lower edge of the data, window pixels.
    public double bottom() {
        return area.getMaxY();
    }
}
