package revisage.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

class SimilarityTransformTest {

    /// Sums of five products of numbers around 100.
    private static final double ROUNDING = 1e-9;

    private static final List<Point> TEMPLATE = ArcFaceTemplate.POINTS.toList();

    private static void assertNear(SimilarityTransform expected, SimilarityTransform actual) {
        assertEquals(expected.a(), actual.a(), ROUNDING);
        assertEquals(expected.b(), actual.b(), ROUNDING);
        assertEquals(expected.tx(), actual.tx(), ROUNDING * 1_000);
        assertEquals(expected.ty(), actual.ty(), ROUNDING * 1_000);
    }

    @Test
    void theTemplateOntoItselfIsTheIdentity() {
        assertNear(SimilarityTransform.IDENTITY, SimilarityTransform.between(TEMPLATE, TEMPLATE));
    }

    @ParameterizedTest
    @CsvSource({
        "30, 1, 0, 0",
        "-90, 2.5, 17, -300",
        "180, 0.01, 5, 5",
        "0, 40, -1000, 2000",
        "179.9, 1, 0, 0"
    })
    void aTurnScaleAndShiftIsFoundExactly(double degrees, double scale, double tx, double ty) {
        double angle = Math.toRadians(degrees);
        var made =
                new SimilarityTransform(scale * Math.cos(angle), scale * Math.sin(angle), tx, ty);
        var moved = TEMPLATE.stream().map(made::apply).toList();
        var found = SimilarityTransform.between(TEMPLATE, moved);
        assertNear(made, found);
        assertEquals(scale, found.scale(), ROUNDING);
        assertEquals(0, found.residual(TEMPLATE, moved), ROUNDING * 1_000);
        assertNear(made.inverse(), SimilarityTransform.between(moved, TEMPLATE));
    }

    @Test
    void aSlightlyMovedPointIsSharedByLeastSquares() {
        // By hand, e = 0.1: one corner of the square goes 4e to the right; the scale takes e/2, the
        // turn -e/2, the shift e.
        var square =
                List.of(new Point(-1, -1), new Point(1, -1), new Point(-1, 1), new Point(1, 1));
        var moved =
                List.of(new Point(-1, -1), new Point(1, -1), new Point(-1, 1), new Point(1.4, 1));
        assertNear(
                new SimilarityTransform(1.05, -0.05, 0.1, 0),
                SimilarityTransform.between(square, moved));
    }

    @Test
    void noOtherTransformNearbyIsBetter() {
        var from =
                List.of(
                        new Point(3, 1),
                        new Point(9, 2),
                        new Point(5, 6),
                        new Point(4, 9),
                        new Point(8, 8));
        var best = SimilarityTransform.between(from, TEMPLATE);
        double least = best.residual(from, TEMPLATE);
        for (double d : new double[] {-0.01, 0.01}) {
            Stream.of(
                            new SimilarityTransform(best.a() + d, best.b(), best.tx(), best.ty()),
                            new SimilarityTransform(best.a(), best.b() + d, best.tx(), best.ty()),
                            new SimilarityTransform(best.a(), best.b(), best.tx() + d, best.ty()),
                            new SimilarityTransform(best.a(), best.b(), best.tx(), best.ty() + d))
                    .forEach(
                            other ->
                                    assertEquals(
                                            1,
                                            Double.compare(other.residual(from, TEMPLATE), least)));
        }
    }

    @Test
    void aMirroredFaceIsNotAccepted() {
        var mirrored = TEMPLATE.stream().map(p -> new Point(111 - p.x(), p.y())).toList();
        assertThrows(PhotoException.class, () -> Alignment.toTemplate(five(mirrored)));
    }

    @Test
    void scrambledPointsAreNotAccepted() {
        for (int i = 1; i < 5; i++) {
            var scrambled = new java.util.ArrayList<>(TEMPLATE);
            Collections.rotate(scrambled, i);
            assertThrows(PhotoException.class, () -> Alignment.toTemplate(five(scrambled)));
        }
        var nowhere = Collections.nCopies(5, new Point(Double.NaN, 0));
        assertThrows(PhotoException.class, () -> Alignment.toTemplate(five(nowhere)));
        var onePlace = Collections.nCopies(5, new Point(7, 7));
        assertThrows(PhotoException.class, () -> Alignment.toTemplate(five(onePlace)));
    }

    @Test
    void aTurnedFaceIsAccepted() throws Exception {
        var turn = new SimilarityTransform(0, 3, 500, 10);
        var turned = TEMPLATE.stream().map(turn::apply).toList();
        assertNear(turn.inverse(), Alignment.toTemplate(five(turned)));
    }

    @Test
    void nonsenseIsTheProgrammersMistake() {
        var one = List.of(new Point(1, 1));
        assertThrows(IllegalArgumentException.class, () -> SimilarityTransform.between(one, one));
        assertThrows(
                IllegalArgumentException.class, () -> SimilarityTransform.between(TEMPLATE, one));
        var zero = new SimilarityTransform(0, 0, 1, 1);
        assertThrows(IllegalArgumentException.class, zero::inverse);
    }

    private static FivePoints five(List<Point> p) {
        return new FivePoints(p.get(0), p.get(1), p.get(2), p.get(3), p.get(4));
    }
}
