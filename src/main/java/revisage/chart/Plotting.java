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
import java.util.List;

/// Curves in a JFreeChart: bands first, then lines, then markers.
///
/// @param looks one a series
record Plotting(ChartSpec spec, List<Look> looks, Fonts fonts, Ink ink) {

    private static final double MARGIN = 3;

    Plotting {
        looks = List.copyOf(looks);
    }

    JFreeChart chart() {
        var plot = new XYPlot();
        plot.setDomainAxis(new LabelledAxis(spec.x(), fonts, ink));
        plot.setRangeAxis(new LabelledAxis(spec.y(), fonts, ink));
        plot.setBackgroundPaint(ink.paper());
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(ink.grid());
        plot.setRangeGridlineStroke(new BasicStroke(0.5f));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(new RectangleInsets(2, MARGIN, 1, 12)); // half a tick label at the right
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        bands(plot);
        lines(plot);
        markers(plot);
        var chart = new JFreeChart(null, fonts.text(), plot, false);
        chart.setBackgroundPaint(ink.paper());
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
            if (behindBreak(point) || points.size() == 1) {
                var alone = new YIntervalSeries(name + " alone");
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

    /// Later lines over earlier ones, so that a dashed one is seen on a whole one of the same
    /// values.
    private void lines(XYPlot plot) {
        var data = new XYSeriesCollection();
        var renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true); // else every piece of a line starts its dash anew
        for (int i = spec.series().size() - 1; i >= 0; i--) { // the plot draws the last one first
            renderer.setSeriesPaint(data.getSeriesCount(), looks.get(i).colour());
            renderer.setSeriesStroke(data.getSeriesCount(), looks.get(i).stroke());
            data.addSeries(values(i));
        }
        plot.setDataset(1, data);
        plot.setRenderer(1, renderer);
    }

    /// Earlier markers, which are smaller, over later ones.
    private void markers(XYPlot plot) {
        var data = new XYSeriesCollection();
        var renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setUseFillPaint(true);
        renderer.setUseOutlinePaint(true);
        renderer.setDrawOutlines(true);
        for (int i = 0; i < spec.series().size(); i++) {
            Look look = looks.get(i);
            if (look.marker().isPresent()) {
                int series = data.getSeriesCount();
                renderer.setSeriesShape(series, look.marker().get());
                renderer.setSeriesFillPaint(series, look.hollow() ? ink.paper() : look.colour());
                renderer.setSeriesOutlinePaint(series, look.colour());
                renderer.setSeriesOutlineStroke(series, new BasicStroke(0.8f));
                data.addSeries(values(i));
            }
        }
        plot.setDataset(2, data);
        plot.setRenderer(2, renderer);
    }

    private XYSeries values(int series) {
        var line = new XYSeries(series);
        for (Series.Point point : spec.series().get(series).points()) {
            line.add(spec.x().place(point.x()), spec.y().place(point.y()));
            if (behindBreak(point) && looks.get(series).marker().isPresent()) {
                line.add(spec.x().breakPlace(), Double.NaN);
            }
        }
        return line;
    }
}
