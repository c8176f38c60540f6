package revisage.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static revisage.measure.Galleries.NOTHING;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

class RosterTest {

    private static final Roster THREE = new Roster(new int[] {0, 1, 0, 2, 1}, 3);

    @Test
    void whoIsAheadByHand() {
        var standing = Galleries.standing(THREE, new float[] {.5f, .9f, .4f, .7f, .8f}, 0);

        assertEquals(.5f, standing.score());
        assertEquals(2, standing.peopleAhead());
        assertEquals(3, standing.picturesAhead());
        assertEquals(3, standing.rank(Counting.PEOPLE));
        assertEquals(4, standing.rank(Counting.PICTURES));
        assertEquals(List.of(1, 2), standing.wrongPeople(9));
        assertEquals(List.of(1), standing.wrongPeople(1));
        assertEquals(1, standing.aheadReaching(.8));
    }

    @Test
    void equalScoresAreRankedByPlace() {
        float[] same = {1, 1, 1, 1, 1};

        assertEquals(1, Galleries.standing(THREE, same, 0).rank(Counting.PEOPLE));
        assertEquals(2, Galleries.standing(THREE, same, 1).rank(Counting.PEOPLE));
        assertEquals(3, Galleries.standing(THREE, same, 2).rank(Counting.PEOPLE));
        assertEquals(4, Galleries.standing(THREE, same, 2).rank(Counting.PICTURES));
        assertEquals(List.of(0, 1), Galleries.standing(THREE, same, 2).wrongPeople(9));
    }

    @Test
    void zeroAndMinusZeroAreEqual() {
        var standing = Galleries.standing(THREE, new float[] {-0f, 0f, -1, 0f, -1}, 0);

        assertEquals(1, standing.rank(Counting.PEOPLE));
        var last = Galleries.standing(THREE, new float[] {-0f, 0f, -1, 0f, -1}, 2);
        assertEquals(List.of(0, 1), last.wrongPeople(2));
    }

    @Test
    void picturesThatAreLeftOutCountForNobody() {
        var out = new BitSet();
        out.set(0);
        out.set(4);

        var standing =
                THREE.standing(new float[] {.9f, .3f, .4f, .7f, .8f}, 0, 0, out).orElseThrow();

        assertEquals(1, standing.ownPictures());
        assertEquals(.4f, standing.score());
        assertEquals(List.of(2), standing.wrongPeople(9));
    }

    @Test
    void aPersonWithoutAnyPictureLeftHasNoStanding() {
        var out = new BitSet();
        out.set(3);

        assertEquals(Optional.empty(), THREE.standing(new float[5], 0, 2, out));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void scoresThatAreNoNumbersAreRefused(float bad) {
        for (int i = 0; i < 5; i++) {
            float[] scores = {.9f, .3f, .4f, .7f, .8f};
            scores[i] = bad;
            assertThrows(
                    IllegalArgumentException.class, () -> THREE.standing(scores, 0, 0, NOTHING));
        }
    }

    @Test
    void everyoneHasAPicture() {
        assertThrows(IllegalArgumentException.class, () -> new Roster(new int[] {0, 2}, 3));
        assertThrows(IllegalArgumentException.class, () -> new Roster(new int[] {}, 0));
    }

    /// The slow truth, with many ties: sort everything and count.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithSortingEverything(long seed) {
        var random = new Random(seed);
        var roster = Galleries.uneven(30, 6, random);
        var everyone = IntStream.range(0, 30).boxed().toList();
        for (int person = 0; person < 30; person++) {
            float[] scores = Galleries.scores(roster, person, 5, 1, random);
            var order = Galleries.answer(roster, scores, everyone, -1);
            int p = person;
            int first =
                    IntStream.range(0, order.size())
                            .filter(i -> roster.personOf(order.get(i)) == p)
                            .findFirst()
                            .orElseThrow();
            var ahead = order.subList(0, first).stream().map(roster::personOf).distinct().toList();

            var standing = Galleries.standing(roster, scores, person);

            assertEquals(first, standing.picturesAhead());
            assertEquals(ahead, standing.wrongPeople(99));
            assertTrue(standing.ownPictures() >= 1);
        }
    }
}
