package revisage.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

class AxisTest {

    @Test
    void ticksAreRound() {
        assertEquals(
                List.of(5., 10., 15., 20., 25., 30., 35., 40.), Axis.linear("", 5, 40).ticks());
        assertEquals(List.of(0., 0.2, 0.4, 0.6, 0.8, 1.), Axis.linear("", 0, 1).ticks());
        assertEquals(List.of(-0.2, 0., 0.2, 0.4, 0.6, 0.8, 1.), Axis.linear("", -.2, 1).ticks());
        assertEquals(
                List.of(50., 100., 250., 500., 1000., 2500., 5000.),
                Axis.log("", 50, 5000).ticks());
        assertEquals(
                List.of(0., 10., 30., 100., 300., 1000., 3000., 10000.),
                Axis.logAndZero("", 10, 10000).ticks());
        assertEquals(
                List.of(1., 10., 100., 1000., 10000., 100000.), Axis.log("", 1, 128000).ticks());
    }

    @Test
    void zeroStandsLeftOfTheSmallestBehindTheBreak() {
        var axis = Axis.logAndZero("", 10, 3000);

        assertTrue(axis.place(0) < axis.breakPlace());
        assertTrue(axis.breakPlace() < axis.place(10));
        assertEquals(1, axis.place(100) - axis.place(10), 1e-12);
    }

    @Test
    void anAxisHasALengthAndALogarithmHasNoZero() {
        assertThrows(IllegalArgumentException.class, () -> Axis.linear("", 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Axis.log("", 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Axis.linear("", 0, Double.NaN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0;0",
                "0.2;0.2",
                "50;50",
                "2500;2,500",
                "1000000;1,000,000",
                "-0.5;\u22120.5"
            })
    void labelsReadAsInAPaper(double value, String label) {
        assertEquals(label, LabelledAxis.label(value));
    }

    /// On a short axis: 1,000 and 1,050 cannot both be named; the end of the gallery is.
    @Test
    void labelsNeverRunIntoEachOtherAndTheLastStays() {
        var axis = Axis.log("People", 50, 1050).markedAt(List.of(50., 500., 1000., 1050.));
        var drawn = new LabelledAxis(axis, Fonts.load(), Ink.PRINT);
        var g2 = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();

        var ticks =
                drawn.refreshTicks(
                        g2,
                        new AxisState(),
                        new Rectangle2D.Double(0, 0, 200, 100),
                        RectangleEdge.BOTTOM);

        assertEquals(
                List.of("50", "500", "", "1,050"),
                ticks.stream().map(Objects::requireNonNull).map(ValueTick::getText).toList());
    }

    @Test
    void tooManyValuesKeepTheRoundTicks() {
        var axis = Axis.linear("", 1, 100);
        var values = IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList();

        assertEquals(axis, axis.markedAt(values));
        assertEquals(List.of(1., 7.), axis.markedAt(List.of(7., 1., 7.)).ticks());
    }

    @Test
    void ticksAreThinnedWhereTheyWouldTouchAndTheLastStays() {
        var ks = List.of(1., 2., 3., 5., 10., 15., 20., 25., 30., 35., 40.);
        assertEquals(
                List.of(1., 5., 10., 15., 20., 25., 30., 35., 40.),
                Axis.linear("", 1, 40).thinnedAt(ks).ticks());
        assertEquals(
                List.of(1., 10.), Axis.linear("", 1, 10).thinnedAt(List.of(1., 9.8, 10.)).ticks());
    }
}
