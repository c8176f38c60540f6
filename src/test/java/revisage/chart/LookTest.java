package revisage.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.chart.Series.Point;
import revisage.chart.Series.Role;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

class LookTest {

    private static final List<Point> POINTS = List.of(Point.of(1, 0.5));

    @Test
    void sevenCurvesDifferInColourInDashAndInMarker() {
        var looks = Look.of(Figures.curves(7).series());
        var colours = new HashSet<Color>();
        var dashes = new HashSet<String>();
        var markers = new HashSet<Integer>();
        for (Look look : looks) {
            colours.add(look.colour());
            dashes.add(Arrays.toString(look.stroke().getDashArray()));
            markers.add(outline(look));
        }
        assertEquals(List.of(7, 7, 7), List.of(colours.size(), dashes.size(), markers.size()));
    }

    @Test
    void fiftyCurvesNeverLookTheSameInGrey() {
        var seen = new HashSet<String>();
        for (Look look : Look.of(Figures.curves(50).series())) {
            seen.add(Arrays.toString(look.stroke().getDashArray()) + outline(look));
        }
        assertEquals(50, seen.size());
    }

    private static int outline(Look look) {
        var path = look.marker().orElseThrow().getPathIterator(null);
        var numbers = new double[6];
        int hash = 0;
        for (; !path.isDone(); path.next()) {
            int segment = path.currentSegment(numbers);
            hash = 31 * hash + segment + Arrays.hashCode(numbers);
        }
        return hash;
    }

    @Test
    void curvesOfOneGroupShareColourAndMarkerButNotFillNorDash() {
        var looks =
                Look.of(
                        List.of(
                                new Series("a, F", "a", Role.DATA, POINTS),
                                new Series("a, F\u2032", "a", Role.DATA, POINTS),
                                new Series("b, F", "b", Role.DATA, POINTS)));

        assertEquals(looks.get(0).colour(), looks.get(1).colour());
        Rectangle2D first = looks.get(0).marker().orElseThrow().getBounds2D();
        Rectangle2D second = looks.get(1).marker().orElseThrow().getBounds2D();
        double larger = second.getWidth() / first.getWidth();
        assertTrue(larger > 1.4, "where both have a value, the first stands inside the second");
        var grown = AffineTransform.getScaleInstance(larger, larger);
        assertEquals(
                grown.createTransformedShape(looks.get(0).marker().orElseThrow()).getBounds2D(),
                second);
        assertFalse(looks.get(0).hollow());
        assertTrue(looks.get(1).hollow());
        assertNotEquals(looks.get(0).stroke(), looks.get(1).stroke());
        assertNotEquals(looks.get(0).colour(), looks.get(2).colour());
    }

    @Test
    void chanceAndCeilingAreGreyAndHaveNoMarker() {
        for (Role role : List.of(Role.CHANCE, Role.CEILING)) {
            var look = Look.of(List.of(new Series("x", "x", role, POINTS))).getFirst();
            assertEquals(look.colour().getRed(), look.colour().getBlue());
            assertTrue(look.marker().isEmpty());
        }
    }
}
