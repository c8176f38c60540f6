package revisage.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /// evaluation.md 6.4, in percent as printed there.
    @ParameterizedTest
    @CsvSource({"0, 0, 0.38", "50, 3.8, 6.5", "800, 77.4, 82.4"})
    void wilsonOfAThousandTrials(int successes, double low, double high) {
        var interval = Interval.wilson(successes, 1000);

        assertEquals(low, 100 * interval.low(), 0.05);
        assertEquals(high, 100 * interval.high(), 0.05);
    }

    @Test
    void noTrialsAndNoOrderAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Interval.wilson(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Interval(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Interval(Double.NaN, 0));
    }

    @Test
    void theHullHoldsBoth() {
        assertEquals(new Interval(1, 9), new Interval(1, 3).hull(new Interval(2, 9)));
    }
}
