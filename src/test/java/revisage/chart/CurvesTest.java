package revisage.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.chart.Curves.Method;
import revisage.chart.Series.Point;
import revisage.chart.Series.Role;
import revisage.measure.Interval;
import revisage.measure.RateCell;
import revisage.measure.TopKRates;

import java.util.List;
import java.util.OptionalDouble;

class CurvesTest {

    private static final Method METHOD =
            Method.of(
                    "Full vector",
                    List.of(
                            cell(50, 5, 0.9),
                            cell(50, 25, 0.95),
                            cell(1000, 5, 0.6),
                            cell(1000, 25, 0.8)));

    private static RateCell cell(int people, int k, double rate) {
        var interval = new Interval(rate - 0.05, rate + 0.05);
        var rates = new TopKRates(k, rate, 1 - rate, 0);
        return new RateCell(people, rates, interval, (double) k / people, 100);
    }

    @Test
    void overKTakesTheCellsOfOneGalleryAndDrawsChance() {
        var chart = Curves.overK("", 1000, List.of(METHOD));

        var measured = List.of(point(5, 0.6), point(25, 0.8));
        var chance = List.of(Point.of(5, 0.005), Point.of(25, 0.025));
        assertEquals(
                List.of(
                        Series.data("Full vector", measured),
                        new Series("Chance", "Chance", Role.CHANCE, chance)),
                chart.series());
        assertEquals(List.of(5., 25.), chart.x().ticks());
    }

    @Test
    void overPeopleIsLogarithmic() {
        var chart = Curves.overPeople("", 25, List.of(METHOD));

        assertEquals(
                List.of(point(50, 0.95), point(1000, 0.8)), chart.series().getFirst().points());
        assertEquals(Axis.Scale.LOG, chart.x().scale());
        assertEquals("People enrolled, N", chart.x().label());
    }

    private static Point point(double x, double y) {
        return new Point(x, y, y - 0.05, y + 0.05);
    }

    @Test
    void cellsThatAreNotThereAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Curves.overK("", 999, List.of(METHOD)));
        assertThrows(
                IllegalArgumentException.class, () -> Curves.overPeople("", 7, List.of(METHOD)));
    }

    /// One cell only is still a chart that can be drawn.
    @Test
    void aSinglePointIsDrawn() {
        var one = Method.of("One", List.of(cell(50, 5, 0.9)));
        for (var chart :
                List.of(
                        Curves.overK("", 50, List.of(one)),
                        Curves.overPeople("", 5, List.of(one)))) {
            assertTrue(FigureFormat.SVG.of(chart, Width.COLUMN).length > 1000);
        }
    }

    @Test
    void queriesFromZeroOnBreakTheAxis() {
        var from0 =
                Series.data(
                        "a", List.of(Point.of(0, 0.1), Point.of(100, 0.5), Point.of(3000, 0.6)));
        var from10 = Series.data("b", List.of(Point.of(10, 0.1), Point.of(100, 0.5)));

        assertEquals(
                Axis.Scale.LOG_AND_ZERO,
                Curves.rateOverQueries("", List.of(from0, from10)).x().scale());
        assertEquals(
                List.of(0., 10., 100., 3000.),
                Curves.rateOverQueries("", List.of(from0, from10)).x().ticks());
        assertEquals(Axis.Scale.LOG, Curves.cosineOverQueries("", List.of(from10)).x().scale());
    }

    @Test
    void cosinesBelowZeroAreShown() {
        var low = Series.data("a", List.of(new Point(10, 0.1, -0.13, 0.2), Point.of(100, 0.5)));

        assertEquals(-0.2, Curves.cosineOverQueries("", List.of(low)).y().from(), 1e-12);
    }

    @Test
    void figuresThatMakeNoSenseAreRefused() {
        var a = Series.data("a", List.of(Point.of(0, 0)));
        assertThrows(IllegalArgumentException.class, () -> Series.data("a", List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> Series.data("a", List.of(Point.of(1, 0), Point.of(1, 0))));
        assertThrows(IllegalArgumentException.class, () -> Point.of(0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Point(0, 1, 2, 3));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ChartSpec("", Axis.share("x"), Axis.share("y"), List.of(a, a)));
        var tooBig = List.of(List.of(OptionalDouble.of(1.1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new MatrixSpec("", "", "", List.of("r"), List.of("c"), tooBig));
        assertThrows(
                IllegalArgumentException.class,
                () -> new MatrixSpec("", "", "", List.of("r"), List.of("c", "d"), tooBig));
    }
}
