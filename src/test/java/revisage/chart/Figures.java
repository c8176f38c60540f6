package revisage.chart;

import revisage.chart.Series.Point;
import revisage.chart.Series.Role;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Made-up figures for the tests of this room.
final class Figures {

    private Figures() {}

    /// Two methods with intervals, source photos and chance, over queries from 0 on.
    static ChartSpec queries() {
        var series = new ArrayList<Series>();
        series.add(curve("Full vector", 0.5, Role.DATA));
        series.add(curve("Score only", 0.2, Role.DATA));
        series.add(curve("Source photos", 0.9, Role.CEILING));
        series.add(curve("Chance", 0.02, Role.CHANCE));
        return Curves.rateOverQueries("Found at K = 1", series);
    }

    private static Series curve(String name, double start, Role role) {
        double rise = role == Role.DATA ? 0.1 : 0;
        var points =
                IntStream.range(0, 5)
                        .mapToObj(
                                i -> {
                                    double x = i == 0 ? 0 : Math.pow(10, i);
                                    double y = start + rise * i;
                                    return new Point(x, y, y - rise / 2, y + rise / 3);
                                })
                        .toList();
        return new Series(name, name, role, points);
    }

    /// `count` measured curves, apart from each other.
    static ChartSpec curves(int count) {
        var series =
                IntStream.range(0, count)
                        .mapToObj(
                                i -> {
                                    double y = (i + 0.5) / count;
                                    var points = List.of(Point.of(5, y), Point.of(40, y));
                                    return Series.data("Method " + i, points);
                                })
                        .toList();
        return new ChartSpec("", Axis.linear("K", 5, 40), Axis.share("Rate"), series);
    }

    /// As many and as long names as several services make of several methods, and a long axis.
    static ChartSpec crowded() {
        var series =
                IntStream.range(0, 8)
                        .mapToObj(i -> "eigenfaces " + i + ", under Amazon Rekognition (simulated)")
                        .map(name -> Series.data(name, List.of(Point.of(5, 0.5), Point.of(40, 1))))
                        .toList();
        return new ChartSpec(
                "",
                Axis.linear("Threshold (percent), Amazon Rekognition (simulated)", 5, 40),
                Axis.share("Share of probes, K = 5"),
                series);
    }

    /// Longer words than there is room for.
    static ChartSpec talkative() {
        String words = "A name that goes on and on, and then on, until nobody listens any more ";
        var series = Series.data(words.repeat(3), List.of(Point.of(5, 0.5), Point.of(40, 0.6)));
        return new ChartSpec(
                words.repeat(3) + "W".repeat(300),
                Axis.linear("K", 5, 40),
                Axis.share("Rate"),
                List.of(series));
    }

    static MatrixSpec matrix() {
        return new MatrixSpec(
                "Who knows whom",
                "Attacked extractor, F",
                "Matcher, F\u2032",
                List.of("small", "large"),
                List.of("small", "a matcher with quite a long name"),
                List.of(
                        List.of(OptionalDouble.of(1), OptionalDouble.of(0.25)),
                        List.of(OptionalDouble.empty(), OptionalDouble.of(0.5))));
    }
}
