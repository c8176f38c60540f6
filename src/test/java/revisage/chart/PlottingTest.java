package revisage.chart;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.chart.Series.Point;
import revisage.chart.Series.Role;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Curves of the very same values: none hides another.
class PlottingTest {

    private static final int SIDE = 800;

    private static Series same(String name, String group) {
        var points = List.of(Point.of(0, 0.5), Point.of(1, 0.5), Point.of(2, 0.5));
        return new Series(name, group, Role.DATA, points);
    }

    private static Series trace(String name) {
        return new Series(name, name, Role.TRACE, List.of(Point.of(0, 0.5), Point.of(2, 0.5)));
    }

    /// Pixels of a colour where only the curves are drawn, four a point.
    private static long pixels(Color colour, Series... series) {
        var spec = new ChartSpec("", Axis.linear("K", 0, 2), Axis.share("Rate"), List.of(series));
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.scale(4, 4);
        new Plotting(spec, Look.of(spec.series()), Fonts.load(), Ink.PRINT)
                .chart()
                .draw(g2, new Rectangle2D.Double(0, 0, SIDE / 4.0, SIDE / 4.0));
        g2.dispose();
        int[] rgb = image.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE);
        return Arrays.stream(rgb).filter(p -> p == colour.getRGB()).count();
    }

    private static Color colour(Series... series) {
        return Look.of(List.of(series)).getLast().colour();
    }

    @Test
    void theSecondOfAGroupIsARingAroundTheFirst() {
        Series first = same("a, F", "a");
        Series second = same("a, F\u2032", "a");
        Color colour = colour(first);
        long alone = pixels(colour, first);
        long both = pixels(colour, first, second);
        long third = pixels(colour, first, second, same("a, F\u2033", "a"));
        assertTrue(both > alone + 3 * 40, "%d, alone %d".formatted(both, alone));
        assertTrue(third > both + 3 * 40, "%d, with one less %d".formatted(third, both));
    }

    @Test
    void aDashedLineIsSeenOnAWholeOne() {
        Series whole = trace("a");
        Series dashed = trace("b");
        long over = pixels(colour(whole, dashed), whole, dashed);
        long under = pixels(colour(whole), whole, dashed);
        long alone = pixels(colour(whole), whole);
        assertTrue(over > alone / 2, over + " of the dashed");
        assertTrue(under > alone / 8, under + " of the whole");
        assertTrue(Stream.of(over, under).allMatch(n -> n < alone));
    }
}
