package revisage.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

class TopKRatesTest {

    private static final List<Verdict> FOUR_FACES =
            List.of(
                    new Verdict.Found(1),
                    new Verdict.Found(7),
                    new Verdict.OnlyOthers(),
                    new Verdict.NoAnswer());

    @Test
    void countsByHand() {
        assertEquals(new TopKRates(5, 0.25, 0.5, 0.25), TopKRates.of(5, FOUR_FACES));
        assertEquals(new TopKRates(7, 0.5, 0.25, 0.25), TopKRates.of(7, FOUR_FACES));
    }

    @Test
    void aRateOverNothingIsRefusedAndNotZero() {
        assertThrows(IllegalArgumentException.class, () -> TopKRates.of(5, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"0.5,0.4,0.2", "-0.1,1,0.1", "NaN,0.5,0.5", "0.5,0.5,NaN", "0,0,0"})
    void sharesThatDoNotAddUpToOneAreRefused(double tpr, double fpr, double none) {
        assertThrows(IllegalArgumentException.class, () -> new TopKRates(1, tpr, fpr, none));
    }

    @Test
    void ranksAndAnswersStartAtOne() {
        assertThrows(IllegalArgumentException.class, () -> new Verdict.Found(0));
        assertThrows(IllegalArgumentException.class, () -> new TopKRates(0, 1, 0, 0));
    }

    /// Holds for any verdicts: a longer answer finds more people, and never changes who gave none.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void longerAnswersOnlyFindMore(long seed) {
        var random = new Random(seed);
        var verdicts =
                Stream.generate(() -> anyVerdict(random)).limit(1 + random.nextInt(300)).toList();

        for (int k = 1; k < 40; k++) {
            var shorter = TopKRates.of(k, verdicts);
            var longer = TopKRates.of(k + 1, verdicts);
            assertTrue(longer.truePositive() >= shorter.truePositive());
            assertEquals(shorter.noMatch(), longer.noMatch());
        }
    }

    private static Verdict anyVerdict(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Verdict.Found(1 + random.nextInt(60));
            case 1 -> new Verdict.OnlyOthers();
            default -> new Verdict.NoAnswer();
        };
    }
}
