package revisage.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class PairAccuracyTest {

    @Test
    void theThresholdComesFromTheOtherFolds() {
        // Fold 1 sets 0.7 for fold 0, which sets 0.25 for fold 1.
        float[] mated = {0.3f, 0.9f, 0.8f, 0.9f};
        int[] matedPeople = {0, 0, 1, 1};
        float[] others = {0.1f, 0.2f, 0.5f, 0.6f};
        int[] otherPeople = {0, 0, 1, 1};
        // Fold 0: one of two mated right, both others. Fold 1: both mated right, no others.
        double right = ((0.5 + 1) / 2 + (1 + 0.0) / 2) / 2;
        assertEquals(right, PairAccuracy.tenfold(mated, matedPeople, others, otherPeople), 1e-12);
    }

    @Test
    void bothKindsCountTheSameHoweverManyThereAre() {
        float[] mated = {0.9f, -0.1f, 0.9f, -0.1f};
        float[] others = new float[200];
        int[] people = new int[200];
        Arrays.fill(people, 100, 200, 1);
        // Half of the mated are refused, no other is accepted.
        assertEquals(
                0.75, PairAccuracy.tenfold(mated, new int[] {0, 0, 1, 1}, others, people), 1e-12);
    }

    @Test
    void theThresholdLiesInTheMiddleOfTheGap() {
        // Set on fold 1 between 0.2 and 0.8, so fold 0's 0.55 and 0.45 are judged right.
        float[] mated = {0.55f, 0.8f};
        float[] others = {0.45f, 0.2f};
        assertEquals(
                1.0,
                PairAccuracy.tenfold(mated, new int[] {0, 1}, others, new int[] {0, 1}),
                1e-12);
    }

    @Test
    void aScoreAtTheThresholdReachesIt() {
        assertEquals(0.75, PairAccuracy.reaching(new float[] {0.5f, 0.6f, 0.4f, 1}, 0.5f));
    }

    @Test
    void oneFoldIsNotEnough() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        PairAccuracy.tenfold(
                                new float[] {1}, new int[] {3}, new float[] {0}, new int[] {3}));
    }
}
