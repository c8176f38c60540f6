package revisage.chart;

import java.util.List;

/// One curve.
///
/// @param name for the legend
/// @param group curves of one group share colour and marker; the second of a group is drawn hollow
///   and larger, so that both are seen where they have the same values; a second trace is thin
/// @param points 1 or more, x rising
public record Series(String name, String group, Role role, List<Point> points) {

    /// What a curve stands for.
    public enum Role {
        /// Measured: a colour, a dash and a marker of its own.
        DATA,

        /// Measured at so many places that markers would hide the line: a colour and a dash for
        /// each group.
        TRACE,

        /// What a blind guess reaches: grey, dotted.
        CHANCE,

        /// What the best possible reaches, for example the source photos: dark grey, thin.
        CEILING
    }

    public Series {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException(name + " has no points");
        }
        for (int i = 1; i < points.size(); i++) {
            if (!(points.get(i - 1).x() < points.get(i).x())) {
                throw new IllegalArgumentException("x does not rise in " + name);
            }
        }
    }

    /// A measured curve in a group of its own.
    public static Series data(String name, List<Point> points) {
        return new Series(name, name, Role.DATA, points);
    }

    /// A point with the interval its `y` may lie in.
    ///
    /// @param x finite
    /// @param y finite
    /// @param low not above `y`
    /// @param high not below `y`
    public record Point(double x, double y, double low, double high) {

        public Point {
            boolean finite = Double.isFinite(x) && Double.isFinite(low) && Double.isFinite(high);
            if (!finite || !(low <= y && y <= high)) {
                throw new IllegalArgumentException(
                        "not a point: x %s, y %s in %s to %s".formatted(x, y, low, high));
            }
        }

        /// A point without an interval.
        public static Point of(double x, double y) {
            return new Point(x, y, y, y);
        }
    }
}
