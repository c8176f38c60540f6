package revisage.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

class EquivalenceTest {

    private static final Roster ROSTER = Galleries.even(100, 2);

    @Test
    void aFaceAsGoodAsItsPhotoIsWorthOne() {
        var photos = Galleries.random(ROSTER, 100, 2, 1);

        var same = Equivalence.of(photos, photos, 1, 100, Counting.PEOPLE, 5);

        assertEquals(OptionalDouble.of(1), same.quotient());
        assertEquals(Optional.of(new Interval(1, 1)), same.ratio());
        assertEquals(new Interval(0, 0), same.difference());
    }

    @Test
    void worseFacesAreWorthLess() {
        var photos = Galleries.random(ROSTER, 100, 3, 1);
        var faces = Galleries.random(ROSTER, 100, 1, 2);

        var worth = Equivalence.of(faces, photos, 5, 50, Counting.PICTURES, 5);

        double quotient = worth.first() / worth.second();
        assertEquals(OptionalDouble.of(quotient), worth.quotient());
        assertTrue(quotient < 0.8, worth.toString());
        assertTrue(worth.ratio().orElseThrow().holds(quotient));
        assertTrue(worth.difference().high() < 0);
    }

    @Test
    void nothingIsWorthAnythingBesidesPhotosThatFindNobody() {
        var blind = new Standings(List.of(Galleries.standing(ROSTER, new float[200], 99)));

        assertEquals(
                Optional.empty(), Equivalence.of(blind, blind, 1, 100, Counting.PEOPLE, 5).ratio());
    }

    @Test
    void differentProbesAreNotCompared() {
        var some = Galleries.random(ROSTER, 10, 1, 1);
        var more = Galleries.random(ROSTER, 11, 1, 1);

        assertThrows(
                IllegalArgumentException.class,
                () -> Equivalence.of(some, more, 1, 100, Counting.PEOPLE, 5));
        assertThrows(
                IllegalArgumentException.class, () -> McNemar.of(some, more, 1, Counting.PEOPLE));
    }

    /// 1 and 9: 2 * (1 + 10) / 1024.
    @ParameterizedTest
    @CsvSource({"0, 0, 1", "3, 3, 1", "1, 9, 0.021484375", "9, 1, 0.021484375", "0, 5, 0.0625"})
    void mcNemarByHand(int first, int second, double expected) {
        assertEquals(expected, new McNemar(first, second).probability(), 1e-12);
    }

    @Test
    void mcNemarCountsWhoOnlyOneFound() {
        var good = Galleries.random(ROSTER, 100, 3, 1);
        var bad = Galleries.random(ROSTER, 100, 1, 2);

        var test = McNemar.of(good, bad, 3, Counting.PEOPLE);

        double difference = good.cumulativeMatch(3).getLast() - bad.cumulativeMatch(3).getLast();
        assertEquals(100 * difference, test.onlyFirst() - test.onlySecond(), 1e-9);
        assertTrue(test.probability() < 1e-6);
        assertThrows(IllegalArgumentException.class, () -> new McNemar(-1, 0));
    }

    @Test
    void transferIsCrossLiftOverSameLift() {
        var same = cell(0.9, 0.1);
        var cross = cell(0.5, 0.1);

        assertEquals(0.5, cross.transferFrom(same).orElseThrow(), 1e-12);
        assertEquals(OptionalDouble.empty(), cross.transferFrom(cell(0.1, 0.1)));
    }

    private static RateCell cell(double rate, double chance) {
        return new RateCell(50, TopKRates.of(5, rate, 0), new Interval(0, 1), chance, 10);
    }
}
