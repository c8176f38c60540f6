package revisage.train;

import revisage.work.Dice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Who is learned and who is held out. Immutable.
final class Split {

    private final int[] learned;
    private final int[] classOf;
    private final int classes;
    private final int[] heldOut;

    private Split(List<Integer> learned, int[] classOf, int classes, List<Integer> heldOut) {
        this.learned = numbers(learned);
        this.classOf = classOf;
        this.classes = classes;
        this.heldOut = numbers(heldOut);
    }

    private static int[] numbers(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Faces for training.
    int count() {
        return learned.length;
    }

    /// The number among all faces of training face `i`.
    int face(int i) {
        return learned[i];
    }

    /// The class of a person who is learned.
    int classOf(int person) {
        return classOf[person];
    }

    /// People to learn.
    int classes() {
        return classes;
    }

    /// Faces for the yardstick by their numbers among all, people together.
    int[] heldOut() {
        return heldOut.clone();
    }

    /// @param seed of the plan
    /// @throws TrainingException if too few people are left
    static Split of(LabelledFaces faces, ExtractorPlan.HeldOut wanted, long seed)
            throws TrainingException {
        int[] photos = new int[faces.people()];
        for (int i = 0; i < faces.count(); i++) {
            photos[faces.person(i)]++;
        }
        List<Integer> out = drawn(photos, wanted.people(), seed);
        boolean[] held = new boolean[photos.length];
        out.forEach(p -> held[p] = true);
        int[] classOf = new int[photos.length];
        Arrays.fill(classOf, -1);
        int classes = 0;
        for (int p = 0; p < photos.length; p++) {
            if (!held[p] && photos[p] > 0) {
                classOf[p] = classes++;
            }
        }
        if (classes < 2) {
            throw new TrainingException(
                    "The data has %d people to learn, and training needs 2 or more."
                            .formatted(classes),
                    "Name more people or hold fewer out.");
        }
        int[] taken = new int[photos.length];
        var learned = new ArrayList<Integer>();
        var yardstick = new ArrayList<Integer>();
        for (int i = 0; i < faces.count(); i++) {
            int person = faces.person(i);
            if (!held[person]) {
                learned.add(i);
            } else if (taken[person]++ < wanted.each()) {
                yardstick.add(i);
            }
        }
        yardstick.sort(
                java.util.Comparator.<Integer>comparingInt(faces::person).thenComparingInt(i -> i));
        return new Split(learned, classOf, classes, yardstick);
    }

    private static List<Integer> drawn(int[] photos, int wanted, long seed)
            throws TrainingException {
        var able =
                new ArrayList<>(
                        IntStream.range(0, photos.length)
                                .filter(p -> photos[p] > 1)
                                .boxed()
                                .toList());
        if (able.size() < wanted) {
            throw new TrainingException(
                    "The plan holds %d people out, but only %d have two photos or more."
                            .formatted(wanted, able.size()),
                    "Hold fewer out.");
        }
        Collections.shuffle(able, new Random(Dice.seed(seed, Dice.of("held out"))));
        return able.subList(0, wanted);
    }
}
