package revisage.face;

import java.util.List;

/// Turns, scales and shifts; never mirrors: `(x, y) -> (a x - b y + tx, b x + a y + ty)`.
///
/// @param a scale times the cosine of the angle
/// @param b scale times the sine of the angle
/// @param tx shift to the right, pixels
/// @param ty shift downwards, pixels
public record SimilarityTransform(double a, double b, double tx, double ty) {

    /// Leaves every point where it is.
    public static final SimilarityTransform IDENTITY = new SimilarityTransform(1, 0, 0, 0);

    /// The one that brings `from` nearest to `to` (least squares).
    ///
    /// In the plane and without mirroring, Umeyama's solution needs no singular value
    /// decomposition: with both sides taken from their middle, `a + ib` is the regression of `to`
    /// on `from` as complex numbers.
    ///
    /// **Source** Umeyama, *Least-squares estimation of transformation parameters between two point
    /// patterns*, PAMI 1991; the same as insightface `face_align.estimate_norm`.
    ///
    /// @throws IllegalArgumentException if the counts differ, or all of `from` is one point
    public static SimilarityTransform between(List<Point> from, List<Point> to) {
        if (from.size() != to.size() || from.size() < 2) {
            throw new IllegalArgumentException(
                    "needs two lists of the same length, 2 or more; got %d and %d"
                            .formatted(from.size(), to.size()));
        }
        Point f = middle(from);
        Point t = middle(to);
        double along = 0;
        double across = 0;
        double spread = 0;
        for (int i = 0; i < from.size(); i++) {
            double x = from.get(i).x() - f.x();
            double y = from.get(i).y() - f.y();
            double u = to.get(i).x() - t.x();
            double v = to.get(i).y() - t.y();
            along += x * u + y * v;
            across += x * v - y * u;
            spread += x * x + y * y;
        }
        if (!(spread > 0)) {
            throw new IllegalArgumentException("all points are one point");
        }
        double a = along / spread;
        double b = across / spread;
        return new SimilarityTransform(
                a, b, t.x() - a * f.x() + b * f.y(), t.y() - b * f.x() - a * f.y());
    }

    private static Point middle(List<Point> points) {
        return new Point(
                points.stream().mapToDouble(Point::x).average().orElseThrow(),
                points.stream().mapToDouble(Point::y).average().orElseThrow());
    }

    /// Where the point goes.
    public Point apply(Point p) {
        return new Point(a * p.x() - b * p.y() + tx, b * p.x() + a * p.y() + ty);
    }

    /// How many times longer things become, 0 or more.
    public double scale() {
        return Math.hypot(a, b);
    }

    /// The way back.
    ///
    /// @throws IllegalArgumentException if the scale is 0
    public SimilarityTransform inverse() {
        double square = a * a + b * b;
        if (!(square > 0)) {
            throw new IllegalArgumentException(
                    "a transform that shrinks all to one point has no way back");
        }
        double c = a / square;
        double s = -b / square;
        return new SimilarityTransform(c, s, -(c * tx - s * ty), -(s * tx + c * ty));
    }

    /// How far `from` stays from `to` after the transform: root of the mean squared distance.
    public double residual(List<Point> from, List<Point> to) {
        double sum = 0;
        for (int i = 0; i < from.size(); i++) {
            Point at = apply(from.get(i));
            sum += Math.pow(at.x() - to.get(i).x(), 2) + Math.pow(at.y() - to.get(i).y(), 2);
        }
        return Math.sqrt(sum / from.size());
    }
}
