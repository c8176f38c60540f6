package revisage.window.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import revisage.window.risk.RangeBar.Range;

import java.util.List;

class RangeStopsTest {

    private static final List<Integer> STOPS = List.of(1, 2, 3, 5, 10, 25);

    @Test
    void theNearestStopIsTaken() {
        assertEquals(0, RangeStops.nearest(STOPS, -4));
        assertEquals(3, RangeStops.nearest(STOPS, 6.9));
        assertEquals(5, RangeStops.nearest(STOPS, 400));
    }

    @Test
    void aRangeIsKeptAsFarAsTheStopsAllow() {
        assertEquals(new Range(1, 10), RangeStops.within(STOPS, new Range(1, 12)));
        assertEquals(new Range(25, 25), RangeStops.within(STOPS, new Range(50, 400)));
    }

    @Test
    void oneValueTakesTheOtherAlongAndNeitherLeavesTheRow() {
        assertEquals(new Range(1, 10), RangeStops.step(STOPS, new Range(1, 5), 1, false));
        assertEquals(new Range(3, 3), RangeStops.step(STOPS, new Range(5, 5), -1, false));
        assertEquals(new Range(10, 10), RangeStops.step(STOPS, new Range(5, 5), 1, true));
        assertEquals(new Range(1, 25), RangeStops.step(STOPS, new Range(1, 25), 1, false));
        assertEquals(new Range(1, 25), RangeStops.step(STOPS, new Range(1, 25), -1, true));
    }
}
