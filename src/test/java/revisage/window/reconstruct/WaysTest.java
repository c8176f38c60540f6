package revisage.window.reconstruct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.chart.ChartSpec;
import revisage.chart.Series.Point;
import revisage.reconstruct.Findings.Mark;
import revisage.study.LiveRun;

import java.util.List;
import java.util.Optional;

class WaysTest {

    private static LiveRun.Seen seen(int row, Mark... marks) {
        Mark last = marks[marks.length - 1];
        return new LiveRun.Seen(
                row,
                last.queries(),
                last.cosine(),
                true,
                Optional.empty(),
                List.of(marks),
                List.of());
    }

    @Test
    void whatAsksNothingAloneIsNoCurve() {
        assertEquals(
                Optional.empty(),
                Ways.figure(List.of(new Ways.Way("Linear", List.of(new Mark(0, 0.4))))));
    }

    @Test
    void whatAsksNothingIsALevelLineBesideASearch() {
        ChartSpec chart =
                Ways.figure(
                                List.of(
                                        new Ways.Way(
                                                "a", List.of(new Mark(1, 0.1), new Mark(200, 0.9))),
                                        new Ways.Way("b", List.of(new Mark(0, 0.4)))))
                        .orElseThrow();

        assertEquals(List.of(Point.of(0, 0.4), Point.of(200, 0.4)), chart.series().get(1).points());
        assertEquals(300, chart.x().to()); // by whole steps, so that it does not tremble
    }

    @Test
    void theMeanKeepsWhatThoseHadWhoStoppedEarly() {
        List<Mark> mean =
                Ways.mean(
                        List.of(
                                seen(0, new Mark(0, 0.2), new Mark(10, 0.6)),
                                seen(1, new Mark(0, 0.4), new Mark(100, 1.0))));

        assertEquals(new Mark(0, 0.3), round(mean.getFirst()));
        assertEquals(new Mark(100, 0.8), round(mean.getLast()));
        Mark between = mean.stream().filter(m -> m.queries() >= 10).findFirst().orElseThrow();
        assertEquals(0.5, between.cosine(), 1e-9);
    }

    @Test
    void theMeanBeginsWhereAllWereMeasured() {
        List<Mark> mean =
                Ways.mean(
                        List.of(
                                seen(0, new Mark(1, 0.2), new Mark(10, 0.6)),
                                seen(1, new Mark(3, 0.4), new Mark(10, 1.0))));

        assertEquals(new Mark(3, 0.3), round(mean.getFirst()));
        assertEquals(new Mark(10, 0.8), round(mean.getLast()));
    }

    private static Mark round(Mark mark) {
        return new Mark(mark.queries(), Math.round(mark.cosine() * 1e6) / 1e6);
    }

    @Test
    void longWaysAreThinnedAndKeepTheirEnds() {
        var marks =
                java.util.stream.IntStream.rangeClosed(1, 100_000)
                        .mapToObj(i -> new Mark(i, i / 1e5))
                        .toList();

        List<Point> points =
                Ways.figure(List.of(new Ways.Way("a", marks)))
                        .orElseThrow()
                        .series()
                        .getFirst()
                        .points();

        assertTrue(points.size() <= 180, "drawn in no time: " + points.size());
        assertEquals(1, points.getFirst().x());
        assertEquals(100_000, points.getLast().x());
    }
}
