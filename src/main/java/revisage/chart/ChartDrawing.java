package revisage.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// Curves as they are printed: the title above, the legend beside or below. It stands below in a
/// narrow figure, and where it would be taller than the plot or leave no room for the axis' name.
final class ChartDrawing implements Drawing {

    private static final double ASPECT = 0.66; // height of the plot over its width
    private static final double MOST_LEGEND = 0.42; // of the width, where names are long
    private static final double WIDE_ASPECT = 0.42; // over the whole of a wide figure
    private static final double MARGIN = 3;
    private static final double AXIS = 40; // left and right of the data
    private static final double LIFT = 10; // of the legend, above the middle of the plot

    private final ChartSpec spec;
    private final Fonts fonts;
    private final List<Look> looks;
    private final Legend legend;
    private final boolean below;
    private final double width;
    private final Title title;
    private final double plotWidth;
    private final double plotHeight;

    ChartDrawing(ChartSpec spec, Width width, double points, Fonts fonts) {
        this.spec = spec;
        this.fonts = fonts;
        this.looks = Look.of(spec.series());
        this.width = points;
        this.title = new Title(spec.title(), fonts.title(), points - 4 * MARGIN);
        Legend beside = legend(MOST_LEGEND * points, false);
        double left = points - beside.width() - 4 * MARGIN;
        boolean fits =
                beside.height() + 2 * LIFT <= ASPECT * 0.82 * left
                        && Legend.textWidth(spec.x().label(), fonts.text()) + AXIS <= left;
        this.below = width == Width.COLUMN || !fits;
        this.legend = below ? legend(points - 2 * MARGIN, true) : beside;
        this.plotWidth = below ? points : left;
        this.plotHeight =
                plotWidth * (width == Width.COLUMN ? ASPECT : below ? WIDE_ASPECT : 0.82 * ASPECT);
    }

    private Legend legend(double widest, boolean many) {
        return new Legend(spec.series(), looks, fonts.text(), Ink.PRINT, widest, many);
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return MARGIN + title.height() + plotHeight + (below ? legend.height() + 2 * MARGIN : 0);
    }

    @Override
    public void draw(Graphics2D g2) {
        g2.setPaint(Color.WHITE);
        g2.fill(new Rectangle2D.Double(0, 0, width(), height()));
        double top = MARGIN + title.height();
        new Plotting(spec, looks, fonts, Ink.PRINT)
                .chart()
                .draw(g2, new Rectangle2D.Double(0, top, plotWidth, plotHeight));
        title.draw(g2, 2 * MARGIN, MARGIN);
        if (below) {
            legend.draw(g2, (width - legend.width()) / 2, top + plotHeight + MARGIN);
        } else {
            legend.draw(
                    g2, plotWidth + 2 * MARGIN, top + (plotHeight - legend.height()) / 2 - LIFT);
        }
    }
}
