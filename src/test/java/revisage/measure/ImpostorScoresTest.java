package revisage.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Random;

class ImpostorScoresTest {

    @Test
    void theThresholdByHand() {
        var impostors = new ImpostorScores(rising(1000)); // 0 .. 999: ten of them are above 989

        var threshold = impostors.threshold(0.01).orElseThrow();

        assertEquals(Math.nextUp(989f), threshold.score());
        assertEquals(0.01, impostors.falseMatchRate(threshold.score()));
        assertEquals(1000, threshold.pairs());
    }

    /// By law: never more than the rate asked for, and any lower threshold has more.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theLowestThresholdThatKeepsTheRate(long seed) {
        var random = new Random(seed);
        float[] scores = new float[20_000];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) Math.round(random.nextGaussian() * 20); // many ties
        }
        var impostors = new ImpostorScores(scores);
        for (double rate : new double[] {1e-1, 1e-2, 1e-3}) {
            float score = impostors.threshold(rate).orElseThrow().score();

            assertTrue(impostors.falseMatchRate(score) <= rate);
            assertTrue(impostors.falseMatchRate(Math.nextDown(score)) > rate);
        }
    }

    @ParameterizedTest
    @CsvSource({"1e-1, 100", "1e-2, 1000", "1e-3, 10000", "1e-4, 100000"})
    void tooFewPairsGiveNoThreshold(double rate, int needed) {
        assertEquals(needed, ImpostorScores.pairsNeeded(rate));
        assertEquals(Optional.empty(), new ImpostorScores(rising(needed - 1)).threshold(rate));
        assertTrue(new ImpostorScores(rising(needed)).threshold(rate).isPresent());
    }

    @Test
    void scoresThatAreNoNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ImpostorScores(new float[0]));
        float[] bad = {0, Float.NaN};
        assertThrows(IllegalArgumentException.class, () -> new ImpostorScores(bad));
        var fine = new ImpostorScores(new float[1000]);
        assertThrows(IllegalArgumentException.class, () -> fine.threshold(0));
        assertThrows(IllegalArgumentException.class, () -> fine.threshold(1));
    }

    @Test
    void acceptanceCountsEachPictureOfThePerson() {
        var roster = new Roster(new int[] {0, 0, 1}, 2);
        var standings =
                new Standings(
                        List.of(
                                Galleries.standing(roster, new float[] {.9f, .2f, .1f}, 0),
                                Galleries.standing(roster, new float[] {.9f, .2f, .8f}, 1)));
        var threshold = new ImpostorScores.Threshold(.5f, .01, 1000);

        var acceptance = Acceptance.of(standings, threshold, 1);

        assertEquals(0.75, acceptance.share());
        assertEquals(2, acceptance.probes());
        assertTrue(acceptance.interval().holds(0.75));
    }

    /// By law: two unit normals d' apart cross at the normal tail beyond d'/2.
    @Test
    void separationOfTwoNormals() {
        var random = new Random(9);
        float[] mated = new float[50_000];
        float[] impostors = new float[50_000];
        for (int i = 0; i < mated.length; i++) {
            mated[i] = (float) random.nextGaussian() + 2;
            impostors[i] = (float) random.nextGaussian();
        }

        var separation = Separation.of(mated, new ImpostorScores(impostors));

        assertEquals(2, separation.decidability(), 0.02); // standard error 0.006
        assertEquals(0.1587, separation.equalErrorRate(), 0.005); // standard error 0.0016
    }

    @Test
    void separationByHand() {
        assertEquals(0, separation(new float[] {3, 4}, 1, 2).equalErrorRate());
        assertEquals(1, separation(new float[] {1, 2}, 3, 4).equalErrorRate());
        assertEquals(0.5, separation(new float[] {5}, 4, 6).equalErrorRate());
        assertEquals(0.25, separation(new float[] {3, 4, 5, 2}, 0, 1, 1, 3.5f).equalErrorRate());
        assertEquals(2 / Math.sqrt(0.25), separation(new float[] {3, 4}, 1, 2).decidability());
        assertEquals(0, separation(new float[] {1}, 1).decidability());
    }

    private static Separation separation(float[] mated, float... impostors) {
        return Separation.of(mated, new ImpostorScores(impostors));
    }

    private static float[] rising(int count) {
        float[] scores = new float[count];
        for (int i = 0; i < count; i++) {
            scores[i] = i;
        }
        return scores;
    }
}
