package revisage.train;

import revisage.measure.ImpostorScores;
import revisage.measure.PairAccuracy;
import revisage.measure.Separation;
import revisage.measure.TopKRates;
import revisage.measure.Verdict;
import revisage.vector.VectorSet;
import revisage.work.Work;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Compares every photo with every other and says how well people are told apart.
public final class Yardstick {

    /// A larger sample of impostors says no more at 1e-3. Pairs.
    private static final long ENOUGH = 1_000_000;

    /// Fewer people are no yardstick.
    static final int FEWEST = 20;

    private final float[] units;
    private final int[] people;
    private final int d;

    /// @param vectors `(n, d)`, any length
    /// @param people the person of each, numbered from 0 on in the order they stand
    Yardstick(float[] vectors, int[] people) {
        this.people = people.clone();
        this.d = vectors.length / people.length;
        this.units = vectors.clone();
        for (int i = 0; i < people.length; i++) {
            double square = 0;
            for (int j = i * d; j < (i + 1) * d; j++) {
                square += (double) units[j] * units[j];
            }
            float scale = (float) (1 / Math.max(Math.sqrt(square), 1e-12));
            for (int j = i * d; j < (i + 1) * d; j++) {
                units[j] *= scale;
            }
        }
    }

    /// The figures of vectors with their people.
    ///
    /// @param vectors labelled, of 20 people or more with two photos or more; others are left out
    /// @throws TrainingException if there are fewer
    public static Figures of(VectorSet vectors) throws WorkException, InterruptedException {
        List<String> labels = vectors.labels().orElseThrow();
        var rows = new TreeMap<String, List<Integer>>();
        for (int i = 0; i < labels.size(); i++) {
            rows.computeIfAbsent(labels.get(i), _ -> new ArrayList<>()).add(i);
        }
        rows.values().removeIf(photos -> photos.size() < 2);
        if (rows.size() < FEWEST) {
            throw new TrainingException(
                    "Only %d people have two usable photos or more; people are told apart with %d or more."
                            .formatted(rows.size(), FEWEST),
                    "Name more people.");
        }
        int[] chosen =
                rows.values().stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
        int[] people = new int[chosen.length];
        int at = 0;
        int person = 0;
        for (List<Integer> photos : rows.values()) {
            Arrays.fill(people, at, at + photos.size(), person++);
            at += photos.size();
        }
        return new Yardstick(vectors.chosen(chosen).toArray(), people).figures();
    }

    Figures figures() throws InterruptedException {
        int n = people.length;
        // Every how many-th pair of two people is kept: evenly, so the sample needs no dice.
        long others = (long) n * (n - 1) / 2;
        int stride = (int) Math.max(1, Math.ceilDiv(others, ENOUGH));
        var mated = new Scores();
        var impostors = new Scores();
        var oneOfAll = new ArrayList<Verdict>();
        var oneOfFirst = new ArrayList<Verdict>();
        float[] row = new float[n];
        long seen = 0;
        for (int i = 0; i < n; i++) {
            Work.pausePoint();
            cosines(i, row);
            for (int j = i + 1; j < n; j++) {
                if (people[i] == people[j]) {
                    mated.add(row[j], people[i], people[j]);
                } else if (seen++ % stride == 0) {
                    impostors.add(row[j], people[i], people[j]);
                }
            }
            oneOfAll.add(verdict(i, row, false));
            if (!first(i)) {
                oneOfFirst.add(verdict(i, row, true));
            }
        }
        return summary(mated, impostors, oneOfAll, oneOfFirst);
    }

    private Figures summary(
            Scores mated, Scores impostors, List<Verdict> oneOfAll, List<Verdict> oneOfFirst) {
        var others = new ImpostorScores(impostors.scores());
        Optional<Double> tar =
                others.threshold(1e-3).map(t -> PairAccuracy.reaching(mated.scores(), t.score()));
        return new Figures(
                (int) Arrays.stream(people).distinct().count(),
                people.length,
                PairAccuracy.tenfold(
                        mated.scores(), mated.people(), impostors.scores(), impostors.people()),
                Separation.of(mated.scores(), others).equalErrorRate(),
                tar,
                TopKRates.of(1, oneOfAll).truePositive(),
                TopKRates.of(1, oneOfFirst).truePositive(),
                mean(mated.scores()),
                mean(impostors.scores()));
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    private boolean first(int i) {
        return i == 0 || people[i - 1] != people[i];
    }

    private Verdict verdict(int i, float[] row, boolean firstOnly) {
        int best = -1;
        for (int j = 0; j < row.length; j++) {
            if (j != i && (!firstOnly || first(j)) && (best < 0 || row[j] > row[best])) {
                best = j;
            }
        }
        return people[best] == people[i] ? new Verdict.Found(1) : new Verdict.OnlyOthers();
    }

    private void cosines(int i, float[] row) {
        for (int j = 0; j < row.length; j++) {
            float s0 = 0;
            float s1 = 0;
            float s2 = 0;
            float s3 = 0;
            int a = i * d;
            int b = j * d;
            int k = 0;
            for (; k + 3 < d; k += 4) {
                s0 += units[a + k] * units[b + k];
                s1 += units[a + k + 1] * units[b + k + 1];
                s2 += units[a + k + 2] * units[b + k + 2];
                s3 += units[a + k + 3] * units[b + k + 3];
            }
            for (; k < d; k++) {
                s0 += units[a + k] * units[b + k];
            }
            row[j] = s0 + s1 + s2 + s3;
        }
    }

    /// Scores with the two people of each.
    private static final class Scores {

        private float[] scores = new float[1024];
        private int[] pairs = new int[1024];
        private int count;

        void add(float score, int one, int other) {
            if (count == scores.length) {
                scores = Arrays.copyOf(scores, 2 * count);
                pairs = Arrays.copyOf(pairs, 2 * count);
            }
            scores[count] = score;
            // The fold of a pair is that of its first person.
            pairs[count++] = Math.min(one, other);
        }

        float[] scores() {
            return Arrays.copyOf(scores, count);
        }

        int[] people() {
            return Arrays.copyOf(pairs, count);
        }
    }
}
