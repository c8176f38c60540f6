package revisage.chart;

import java.awt.Graphics2D;

/// A figure laid out at its printed size.
interface Drawing {

    /// Points (1/72 inch).
    double width();

    /// Points (1/72 inch).
    double height();

    /// Draws with its upper left corner at the origin, 1 unit a point.
    void draw(Graphics2D g2);

    /// The drawing of any figure.
    static Drawing of(Figure figure, Width width) {
        if (width == Width.SLIDE) {
            return new Enlarged(laidOut(figure, width, width.millimetres() / 50.8 * 72), 2);
        }
        return laidOut(figure, width, width.millimetres() / 25.4 * 72);
    }

    private static Drawing laidOut(Figure figure, Width width, double points) {
        var fonts = Fonts.load();
        return switch (figure) {
            case ChartSpec chart -> new ChartDrawing(chart, width, points, fonts);
            case BarSpec bars -> new BarDrawing(bars, points, fonts);
            case BoxSpec boxes -> new BoxDrawing(boxes, points, fonts);
            case MatrixSpec matrix -> new MatrixDrawing(matrix, points, fonts);
        };
    }

    /// The same drawing, larger.
    record Enlarged(Drawing inner, double by) implements Drawing {

        @Override
        public double width() {
            return by * inner.width();
        }

        @Override
        public double height() {
            return by * inner.height();
        }

        @Override
        public void draw(Graphics2D g2) {
            g2.scale(by, by);
            inner.draw(g2);
            g2.scale(1 / by, 1 / by);
        }
    }
}
