package revisage.measure;

import java.util.Arrays;

/// How many pairs of pictures a matcher judges right: same person or not.
public final class PairAccuracy {

    private static final int FOLDS = 10;

    private PairAccuracy() {}

    /// Share of scores that reach a threshold, 0..1.
    ///
    /// @param scores 1 or more
    public static double reaching(float[] scores, double threshold) {
        int reached = 0;
        for (float score : scores) {
            reached += score >= threshold ? 1 : 0;
        }
        return (double) reached / scores.length;
    }

    /// The accuracy of the LFW protocol: ten folds, the threshold of each being the best of the
    /// other nine, pairs of one person and of two counting the same however many there are.
    ///
    /// The folds are by people (number modulo 10), where LFW deals ready-made pairs; a pair of two
    /// belongs to its first person's fold. Folds without pairs of both kinds are left out.
    ///
    /// **Source** Huang et al., Labeled Faces in the Wild (2007), section IV.
    ///
    /// @param mated scores of pairs that show one person
    /// @param matedPeople number of the person of each, 0 or more
    /// @param others scores of pairs that show two people
    /// @param otherPeople number of the first person of each, 0 or more
    /// @throws IllegalArgumentException if fewer than two folds have pairs of both kinds
    public static double tenfold(
            float[] mated, int[] matedPeople, float[] others, int[] otherPeople) {
        double sum = 0;
        int folds = 0;
        for (int f = 0; f < FOLDS; f++) {
            float[] testMated = chosen(mated, matedPeople, f, true);
            float[] testOthers = chosen(others, otherPeople, f, true);
            float[] restMated = chosen(mated, matedPeople, f, false);
            float[] restOthers = chosen(others, otherPeople, f, false);
            boolean both = testMated.length > 0 && testOthers.length > 0;
            if (both && restMated.length > 0 && restOthers.length > 0) {
                float threshold = best(restMated, restOthers);
                double accepted = reaching(testMated, threshold);
                sum += (accepted + 1 - reaching(testOthers, threshold)) / 2;
                folds++;
            }
        }
        if (folds == 0) {
            throw new IllegalArgumentException("too few pairs for two folds");
        }
        return sum / folds;
    }

    private static float[] chosen(float[] scores, int[] people, int fold, boolean inside) {
        float[] some = new float[scores.length];
        int count = 0;
        for (int i = 0; i < scores.length; i++) {
            if ((people[i] % FOLDS == fold) == inside) {
                some[count++] = scores[i];
            }
        }
        return Arrays.copyOf(some, count);
    }

    /// The threshold with the highest balanced accuracy, of equals the lowest, in the middle of the
    /// gap below it. Sorts both.
    private static float best(float[] mated, float[] others) {
        Arrays.sort(mated);
        Arrays.sort(others);
        double most = -1;
        float threshold = mated[0];
        int below = 0;
        for (int i = 0; i < mated.length; i++) {
            while (below < others.length && others[below] < mated[i]) {
                below++;
            }
            double accuracy =
                    (double) (mated.length - i) / mated.length + (double) below / others.length;
            if (accuracy > most) {
                most = accuracy;
                threshold = below == 0 ? mated[i] : (mated[i] + others[below - 1]) / 2;
            }
        }
        return threshold;
    }
}
