package revisage.window.reconstruct;

import revisage.chart.ChartSpec;
import revisage.chart.Curves;
import revisage.chart.Series;
import revisage.reconstruct.Findings;
import revisage.study.LiveRun;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Curves of cosine over queries from what runs have shown. Works on any thread.
final class Ways {

    private static final int MOST_POINTS = 90;
    private static final double LEAST_STEP = 1.04; // factor between two points

    private Ways() {}

    /// One curve to be drawn.
    ///
    /// @param name for the legend
    record Way(String name, List<Findings.Mark> marks) {

        Way {
            marks = List.copyOf(marks);
        }
    }

    /// Empty while nothing was asked: there is nothing to draw.
    static Optional<ChartSpec> figure(List<Way> ways) {
        double most =
                ways.stream()
                        .flatMap(w -> w.marks().stream())
                        .mapToDouble(Findings.Mark::queries)
                        .max()
                        .orElse(0);
        var series = new ArrayList<Series>();
        for (Way way : most > 0 ? ways : List.<Way>of()) {
            List<Series.Point> points = level(points(way.marks()), most);
            if (!points.isEmpty()) {
                series.add(new Series(way.name(), way.name(), Series.Role.TRACE, points));
            }
        }
        return series.isEmpty() ? Optional.empty() : Optional.of(spec(series));
    }

    /// What asks nothing more is as good after any number of queries: a level line.
    private static List<Series.Point> level(List<Series.Point> points, double most) {
        if (points.size() != 1 || points.getFirst().x() >= most) {
            return points;
        }
        return List.of(points.getFirst(), Series.Point.of(most, points.getFirst().y()));
    }

    private static ChartSpec spec(List<Series> series) {
        ChartSpec drawn = Curves.cosineOverQueries("", series);
        double most = drawn.x().to();
        // The axis grows by whole steps, so that a running chart does not tremble.
        double to = 10;
        for (boolean three = true; to < most; three = !three) {
            to *= three ? 3 : 10 / 3.0;
        }
        boolean zero = series.stream().anyMatch(s -> s.points().getFirst().x() == 0);
        var x =
                zero
                        ? revisage.chart.Axis.logAndZero(drawn.x().label(), 1, to)
                        : revisage.chart.Axis.log(drawn.x().label(), 1, to);
        return new ChartSpec("", x, drawn.y(), series);
    }

    private static List<Series.Point> points(List<Findings.Mark> marks) {
        var points = new ArrayList<Series.Point>();
        for (int i = 0; i < marks.size(); i++) {
            Findings.Mark mark = marks.get(i);
            double x = mark.queries();
            boolean last = i == marks.size() - 1;
            boolean far = points.isEmpty() || x > LEAST_STEP * Math.max(0.9, points.getLast().x());
            if (far || last) {
                if (!points.isEmpty() && x <= points.getLast().x()) {
                    points.removeLast();
                }
                points.add(Series.Point.of(x, Math.clamp(mark.cosine(), -1, 1)));
            }
        }
        while (points.size() > MOST_POINTS) {
            for (int i = points.size() - 2; i > 0; i -= 2) {
                points.remove(i);
            }
        }
        return points;
    }

    /// Mean over all targets of what each had reached after so many queries; those that stopped
    /// early keep what they had.
    static List<Findings.Mark> mean(List<LiveRun.Seen> targets) {
        var begun = targets.stream().filter(t -> !t.marks().isEmpty()).toList();
        long most = begun.stream().mapToLong(LiveRun.Seen::queries).max().orElse(0);
        var mean = new ArrayList<Findings.Mark>();
        if (begun.size() < 2) {
            return mean;
        }
        // Before that not all were measured.
        long least = begun.stream().mapToLong(t -> firstOf(t.marks())).max().orElse(0);
        long queries = -1;
        for (double at = least; queries < most; at = at < 1 ? 1 : at * 1.15 + 0.5) {
            long next = Math.min(most, Math.round(at));
            if (next > queries) {
                queries = next;
                double sum = 0;
                for (LiveRun.Seen target : begun) {
                    sum += after(target.marks(), queries);
                }
                mean.add(new Findings.Mark(queries, sum / begun.size()));
            }
        }
        return mean;
    }

    private static long firstOf(List<Findings.Mark> marks) {
        return marks.getFirst().queries();
    }

    private static double after(List<Findings.Mark> marks, long queries) {
        double reached = marks.getFirst().cosine();
        for (Findings.Mark mark : marks) {
            if (mark.queries() > queries) {
                break;
            }
            reached = mark.cosine();
        }
        return reached;
    }
}
