package revisage.chart;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// Draws curves with JFreeChart: bands first, then lines, the legend beside them.
final class ChartDrawing implements Drawing {

    private static final double ASPECT = 0.66; // height of the plot over its width
    private static final double MARGIN = 3;
    private static final Color GRID = new Color(0xE3E3E3);

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
                        below ? points - 2 * MARGIN : points / 3,
                        below);
        this.title = new Title(spec.title(), fonts.title(), points - 4 * MARGIN);
        this.plotWidth = below ? points : points - legend.width() - 4 * MARGIN;
        this.plotHeight = ASPECT * (below ? plotWidth : 0.82 * plotWidth);
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
        chart().draw(g2, new Rectangle2D.Double(0, top, plotWidth, plotHeight));
        title.draw(g2, 2 * MARGIN, MARGIN);
        if (below) {
            legend.draw(g2, (width - legend.width()) / 2, top + plotHeight + MARGIN);
        } else {
            legend.draw(g2, plotWidth + 2 * MARGIN, top + (plotHeight - legend.height()) / 2 - 10);
        }
    }

    private JFreeChart chart() {
        var plot = new XYPlot();
        plot.setDomainAxis(new LabelledAxis(spec.x(), fonts));
        plot.setRangeAxis(new LabelledAxis(spec.y(), fonts));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(new BasicStroke(0.5f));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(new RectangleInsets(2, MARGIN, 1, 12)); // half a tick label at the right
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        bands(plot);
        lines(plot);
        var chart = new JFreeChart(null, fonts.text(), plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    private void bands(XYPlot plot) {
        var data = new YIntervalSeriesCollection();
        var renderer = new DeviationRenderer(false, false);
        renderer.setAlpha(0.17f);
        for (int i = 0; i < spec.series().size(); i++) {
            var points = spec.series().get(i).points();
            if (points.stream().anyMatch(p -> p.low() < p.high())) {
                int first = data.getSeriesCount();
                band(data, points, "band " + i);
                for (int s = first; s < data.getSeriesCount(); s++) {
                    renderer.setSeriesFillPaint(s, looks.get(i).colour());
                }
            }
        }
        plot.setDataset(0, data);
        plot.setRenderer(0, renderer);
    }

    private void band(YIntervalSeriesCollection data, List<Series.Point> points, String name) {
        var band = new YIntervalSeries(name);
        for (Series.Point point : points) {
            double x = spec.x().place(point.x());
            if (behindBreak(point)) {
                var alone = new YIntervalSeries(name + " at 0");
                double half = 0.012 * (spec.x().place(spec.x().to()) - spec.x().firstPlace());
                alone.add(x - half, spec.y().place(point.y()), low(point), high(point));
                alone.add(x + half, spec.y().place(point.y()), low(point), high(point));
                data.addSeries(alone);
            } else {
                band.add(x, spec.y().place(point.y()), low(point), high(point));
            }
        }
        data.addSeries(band);
    }

    private boolean behindBreak(Series.Point point) {
        return spec.x().scale() == Axis.Scale.LOG_AND_ZERO && point.x() == 0;
    }

    private double low(Series.Point point) {
        return spec.y().place(point.low());
    }

    private double high(Series.Point point) {
        return spec.y().place(point.high());
    }

    private void lines(XYPlot plot) {
        var data = new XYSeriesCollection();
        var renderer = new XYLineAndShapeRenderer(true, true);
        renderer.setUseFillPaint(true);
        renderer.setUseOutlinePaint(true);
        renderer.setDrawOutlines(true);
        renderer.setDrawSeriesLineAsPath(true); // else every piece of a line starts its dash anew
        for (int i = 0; i < spec.series().size(); i++) {
            var line = new XYSeries(i);
            for (Series.Point point : spec.series().get(i).points()) {
                line.add(spec.x().place(point.x()), spec.y().place(point.y()));
                if (behindBreak(point) && looks.get(i).marker().isPresent()) {
                    line.add(spec.x().breakPlace(), Double.NaN);
                }
            }
            data.addSeries(line);
            look(renderer, i, looks.get(i));
        }
        plot.setDataset(1, data);
        plot.setRenderer(1, renderer);
    }

    private static void look(XYLineAndShapeRenderer renderer, int series, Look look) {
        renderer.setSeriesPaint(series, look.colour());
        renderer.setSeriesStroke(series, look.stroke());
        renderer.setSeriesOutlinePaint(series, look.colour());
        renderer.setSeriesOutlineStroke(series, new BasicStroke(0.8f));
        renderer.setSeriesFillPaint(series, look.hollow() ? Color.WHITE : look.colour());
        renderer.setSeriesShapesVisible(series, look.marker().isPresent());
        look.marker().ifPresent(marker -> renderer.setSeriesShape(series, marker));
    }
}
