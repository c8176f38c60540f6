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
        double points = width.millimetres() / 25.4 * 72;
        var fonts = Fonts.load();
        return switch (figure) {
            case ChartSpec chart -> new ChartDrawing(chart, width, points, fonts);
            case MatrixSpec matrix -> new MatrixDrawing(matrix, points, fonts);
        };
    }
}
