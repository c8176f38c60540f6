package revisage.measure;

import java.util.List;
import java.util.stream.IntStream;

/// Where the right person stands in the ranking of one probe: who is ahead, and by how many
/// pictures. Small for a good probe, and enough for every k, every number of people and every
/// threshold. Made by [Roster#standing].
public final class Standing {

    private final Roster roster;
    private final int person;
    private final float score;
    private final float[] ownScores;
    private final int[] aheadBest;
    private final float[] aheadScores;
    private final int[] aheadCounts;

    Standing(
            Roster roster,
            int person,
            float score,
            float[] ownScores,
            int[] aheadBest,
            float[] aheadScores,
            int[] aheadCounts) {
        this.roster = roster;
        this.person = person;
        this.score = score;
        this.ownScores = ownScores;
        this.aheadBest = aheadBest;
        this.aheadScores = aheadScores;
        this.aheadCounts = aheadCounts;
    }

    /// The right person, `0..people-1`.
    public int person() {
        return person;
    }

    /// The best score of the right person's pictures.
    public float score() {
        return score;
    }

    /// The scores of all the right person's pictures that were not left out, in gallery order.
    public float[] ownScores() {
        return ownScores.clone();
    }

    /// How many pictures of the right person were not left out, 1 or more.
    public int ownPictures() {
        return ownScores.length;
    }

    /// People ahead of the right one, `0..people-1`.
    public int peopleAhead() {
        return aheadBest.length;
    }

    /// Pictures of other people ahead of the right person's best.
    public long picturesAhead() {
        return IntStream.of(aheadCounts).asLongStream().sum();
    }

    /// Place of the right person in the whole gallery, 1 is the best.
    public long rank(Counting counting) {
        return 1
                + switch (counting) {
                    case PEOPLE -> peopleAhead();
                    case PICTURES -> picturesAhead();
                };
    }

    /// The people ahead of the right one, the most alike first, at most `most`.
    public List<Integer> wrongPeople(int most) {
        return IntStream.range(0, aheadBest.length)
                .boxed()
                .sorted(
                        (a, b) ->
                                aheadScores[a] != aheadScores[b]
                                        ? Float.compare(aheadScores[b], aheadScores[a])
                                        : Integer.compare(aheadBest[a], aheadBest[b]))
                .limit(most)
                .map(i -> roster.personOf(aheadBest[i]))
                .toList();
    }

    Roster roster() {
        return roster;
    }

    /// Pictures ahead, for each person ahead; not copied.
    int[] aheadCounts() {
        return aheadCounts;
    }

    /// How many of the people ahead reach the threshold.
    int aheadReaching(double threshold) {
        int reaching = 0;
        for (float ahead : aheadScores) {
            reaching += ahead >= threshold ? 1 : 0;
        }
        return reaching;
    }
}
