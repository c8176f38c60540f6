package revisage.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DetectionTest {

    @Test
    void ratesOnPaperGiveTheTextbooksNumbers() {
        var found = Detection.of(8, 10, 2, 10); // 8.5 / 11 and 2.5 / 11: z = 0.7479 and -0.7479
        assertEquals(2 * 0.74786, found.sensitivity(), 1e-4);
        assertEquals(0, found.criterion(), 1e-12);
        assertEquals(6 / 11.0, found.knowing(), 1e-12);
        assertEquals(0.5, found.guessing(), 1e-12);
    }

    @Test
    void macmillanAndCreelmansFirstExampleIsReached() {
        // Detection Theory, chapter 1: H = 0.8, F = 0.4 gives d' = 1.095 and c = -0.294
        var found = new Detection(0.8, 0.4);
        assertEquals(1.095, found.sensitivity(), 1e-3);
        assertEquals(-0.294, found.criterion(), 1e-3);
    }

    @Test
    void perfectAnswersStayFinite() {
        var found = Detection.of(10, 10, 0, 10);
        assertTrue(Double.isFinite(found.sensitivity()) && found.sensitivity() > 3);
    }

    @Test
    void whoSaysYesToAllKnowsNothing() {
        var found = Detection.of(20, 20, 20, 20);
        assertEquals(0, found.sensitivity(), 1e-12);
        assertTrue(found.criterion() < -1);
    }

    @Test
    void moreHitsThanTrialsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Detection.of(3, 2, 0, 1));
    }
}
