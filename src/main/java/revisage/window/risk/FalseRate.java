package revisage.window.risk;

import revisage.chart.Axis;
import revisage.chart.ChartSpec;
import revisage.chart.Series;

/// The other side of a rate: how often an answer shows other people only. Without a threshold there
/// is always an answer, and the two add up to 1.
final class FalseRate {

    private FalseRate() {}

    static ChartSpec of(ChartSpec found, String label) {
        return new ChartSpec(
                found.title(),
                found.x(),
                Axis.share(label),
                found.series().stream()
                        .map(
                                s ->
                                        new Series(
                                                s.name(),
                                                s.group(),
                                                s.role(),
                                                s.points().stream()
                                                        .map(FalseRate::turned)
                                                        .toList()))
                        .toList());
    }

    private static Series.Point turned(Series.Point p) {
        return new Series.Point(p.x(), 1 - p.y(), 1 - p.high(), 1 - p.low());
    }
}
