package revisage.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class ScheduleTest {

    private static Schedule schedule(double warmUp, double power, double ramp) {
        var recipe =
                new Recipe(
                        Optional.of(10.0),
                        Optional.of(10),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(0.2),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(warmUp),
                        Optional.of(power),
                        Optional.empty());
        var loss = new ExtractorPlan.Loss(Optional.empty(), Optional.of(0.4), Optional.of(ramp));
        return new Schedule(recipe, loss, 10, 100);
    }

    @Test
    void theRateRisesThenFallsByItsPolynomial() {
        Schedule schedule = schedule(2, 2, 0);
        assertEquals(0.2 / 20, schedule.at(0).rate(), 1e-12);
        assertEquals(0.2, schedule.at(19).rate(), 1e-12);
        assertEquals(0.2, schedule.at(20).rate(), 1e-12);
        assertEquals(0.2 * 0.25, schedule.at(60).rate(), 1e-12);
        assertEquals(0.2 / 6400, schedule.at(99).rate(), 1e-12);
    }

    @Test
    void withoutWarmUpItStartsAtItsHighest() {
        assertEquals(0.2, schedule(0, 1, 0).at(0).rate(), 1e-12);
        assertEquals(0.1, schedule(0, 1, 0).at(50).rate(), 1e-12);
    }

    @Test
    void theMarginRisesOverItsEpochsAndStays() {
        Schedule schedule = schedule(0, 1, 4);
        assertEquals(0, schedule.at(0).margin(), 1e-12);
        assertEquals(0.2, schedule.at(20).margin(), 1e-12);
        assertEquals(0.4, schedule.at(40).margin(), 1e-12);
        assertEquals(0.4, schedule.at(99).margin(), 1e-12);
        assertEquals(0.4, schedule(0, 1, 0).at(0).margin(), 1e-12);
    }
}
