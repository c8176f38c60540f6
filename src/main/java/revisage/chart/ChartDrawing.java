package revisage.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// Curves as they are printed: the title above, the legend beside or below.
final class ChartDrawing implements Drawing {

    private static final double ASPECT = 0.66; // height of the plot over its width
    private static final double MOST_LEGEND = 0.42; // of the width, where names are long
    private static final double MARGIN = 3;
    private static final double RAISED = 10; // the legend, as the axis below has words

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
        this.below = width == Width.COLUMN;
        this.width = points;
        this.legend =
                new Legend(
                        spec.series(),
                        looks,
                        fonts.text(),
                        Ink.PRINT,
                        below ? points - 2 * MARGIN : MOST_LEGEND * points,
                        below);
        this.title = new Title(spec.title(), fonts.title(), points - 4 * MARGIN);
        this.plotWidth = below ? points : points - legend.width() - 4 * MARGIN;
        this.plotHeight =
                below
                        ? ASPECT * plotWidth
                        : Math.max(ASPECT * 0.82 * plotWidth, legend.height() + 2 * RAISED);
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
                    g2, plotWidth + 2 * MARGIN, top + (plotHeight - legend.height()) / 2 - RAISED);
        }
    }
}
