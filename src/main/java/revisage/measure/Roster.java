package revisage.measure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/// Which picture of a gallery shows whom.
///
/// Pictures are ranked by score, the highest first; equal scores by their place in the gallery, the
/// earlier first. People are ranked by their best picture. The order is total, so a ranking never
/// depends on how it was computed, and leaving people out never changes the order of the others.
public final class Roster {

    private final int[] personOf;
    private final int[][] picturesOf;

    /// @param personOf for each picture, `0..people-1`
    /// @param people 1 or more, each with one picture or more
    public Roster(int[] personOf, int people) {
        if (people < 1) {
            throw new IllegalArgumentException("nobody in the gallery");
        }
        int[] counts = new int[people];
        for (int person : personOf) {
            counts[person]++;
        }
        this.personOf = personOf.clone();
        this.picturesOf = new int[people][];
        for (int person = 0; person < people; person++) {
            if (counts[person] == 0) {
                throw new IllegalArgumentException("person %d has no picture".formatted(person));
            }
            picturesOf[person] = new int[counts[person]];
        }
        for (int picture = personOf.length - 1; picture >= 0; picture--) {
            int person = personOf[picture];
            picturesOf[person][--counts[person]] = picture;
        }
    }

    /// 1 or more.
    public int people() {
        return picturesOf.length;
    }

    /// 1 or more.
    public int pictures() {
        return personOf.length;
    }

    /// `0..people-1`.
    public int personOf(int picture) {
        return personOf[picture];
    }

    /// How many pictures show this person, 1 or more.
    public int picturesOf(int person) {
        return picturesOf[person].length;
    }

    /// Where the right person stands for one probe.
    ///
    /// @param scores of all pictures, higher is more alike, from `offset` on; finite
    /// @param person the right one
    /// @param leftOut pictures that do not count for this probe (its source photo and duplicates)
    /// @return empty if no picture of the right person is left
    /// @throws IllegalArgumentException if a score is not finite
    public Optional<Standing> standing(float[] scores, int offset, int person, BitSet leftOut) {
        int best = -1;
        float[] own = new float[picturesOf[person].length];
        int owned = 0;
        for (int picture : picturesOf[person]) { // rising, so the earlier of equals stays
            if (!leftOut.get(picture)) {
                float score = finite(scores[offset + picture]);
                own[owned++] = score;
                best = best < 0 || score > scores[offset + best] ? picture : best;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        var ahead = new Ahead(scores, offset, person, best, leftOut);
        return Optional.of(
                new Standing(
                        this,
                        person,
                        scores[offset + best],
                        Arrays.copyOf(own, owned),
                        ahead.best(),
                        ahead.scores(),
                        ahead.counts()));
    }

    private static float finite(float score) {
        if (!Float.isFinite(score)) {
            throw new IllegalArgumentException("a score is " + score);
        }
        return score;
    }

    /// Scratch: the people ahead of the right one, in the order of their first picture.
    private final class Ahead {

        private final float[] all;
        private final int offset;
        private int[] best = new int[16]; // a picture for each person ahead
        private int[] counts = new int[16];
        private int size;

        Ahead(float[] all, int offset, int person, int own, BitSet leftOut) {
            this.all = all;
            this.offset = offset;
            float bar = all[offset + own];
            int[] place = new int[0]; // made when the first one is ahead: most probes have few
            for (int picture = 0; picture < personOf.length; picture++) {
                float score = all[offset + picture];
                if (score < bar && score != Float.NEGATIVE_INFINITY) {
                    continue;
                }
                finite(score);
                if ((score == bar && picture > own)
                        || personOf[picture] == person
                        || leftOut.get(picture)) {
                    continue;
                }
                place = place.length == 0 ? new int[people()] : place;
                add(picture, place);
            }
        }

        private void add(int picture, int[] place) {
            int person = personOf[picture];
            if (place[person] == 0) {
                if (size == best.length) {
                    best = Arrays.copyOf(best, 2 * size);
                    counts = Arrays.copyOf(counts, 2 * size);
                }
                best[size] = picture;
                place[person] = ++size;
            }
            int at = place[person] - 1;
            counts[at]++;
            if (all[offset + picture] > all[offset + best[at]]) {
                best[at] = picture;
            }
        }

        int[] best() {
            return Arrays.copyOf(best, size);
        }

        int[] counts() {
            return Arrays.copyOf(counts, size);
        }

        float[] scores() {
            float[] scores = new float[size];
            for (int i = 0; i < size; i++) {
                scores[i] = all[offset + best[i]];
            }
            return scores;
        }
    }
}
