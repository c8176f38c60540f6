package revisage.measure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Made-up galleries and scores for the tests of this room.
final class Galleries {

    static final BitSet NOTHING = new BitSet();

    private Galleries() {}

    /// `people` persons with the same number of pictures.
    static Roster even(int people, int pictures) {
        return new Roster(
                IntStream.range(0, people * pictures).map(i -> i / pictures).toArray(), people);
    }

    /// `people` persons with 1..`most` pictures, in a shuffled order.
    static Roster uneven(int people, int most, Random random) {
        var owners = new ArrayList<Integer>();
        for (int person = 0; person < people; person++) {
            for (int i = 0; i <= random.nextInt(most); i++) {
                owners.add(person);
            }
        }
        Collections.shuffle(owners, random);
        return new Roster(owners.stream().mapToInt(o -> o).toArray(), people);
    }

    /// Random scores on few levels, so that ties are common; the right one `bonus` levels better.
    static float[] scores(Roster roster, int person, int levels, int bonus, Random random) {
        float[] scores = new float[roster.pictures()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextInt(levels) + (roster.personOf(i) == person ? bonus : 0);
        }
        return scores;
    }

    static Standing standing(Roster roster, float[] scores, int person) {
        return roster.standing(scores, 0, person, NOTHING).orElseThrow();
    }

    /// Probes of people 0, 1 .. with continuous random scores, the right one better by `bonus`.
    static Standings random(Roster roster, int probes, double bonus, long seed) {
        var random = new Random(seed);
        var standings = new ArrayList<Standing>();
        for (int p = 0; p < probes; p++) {
            int person = p % roster.people();
            float[] scores = new float[roster.pictures()];
            for (int i = 0; i < scores.length; i++) {
                double mean = roster.personOf(i) == person ? bonus : 0;
                scores[i] = (float) (random.nextGaussian() + mean);
            }
            standings.add(standing(roster, scores, person));
        }
        return new Standings(standings);
    }

    /// The slow truth: ranks all pictures of the people in `subset` and looks at the first `k`.
    static boolean hit(
            Roster roster,
            float[] scores,
            int person,
            List<Integer> subset,
            int k,
            Counting counting,
            double threshold) {
        var shown = answer(roster, scores, subset, threshold);
        return switch (counting) {
            case PICTURES -> shown.stream().limit(k).anyMatch(i -> roster.personOf(i) == person);
            case PEOPLE ->
                    shown.stream()
                            .map(roster::personOf)
                            .distinct()
                            .limit(k)
                            .anyMatch(p -> p == person);
        };
    }

    /// All pictures of the people in `subset` that reach the threshold, the best first.
    static List<Integer> answer(
            Roster roster, float[] scores, List<Integer> subset, double threshold) {
        return IntStream.range(0, roster.pictures())
                .filter(i -> subset.contains(roster.personOf(i)) && scores[i] >= threshold)
                .boxed()
                .sorted( // stable: equal scores stay in gallery order
                        (a, b) -> Float.compare(scores[b], scores[a]))
                .toList();
    }
}
