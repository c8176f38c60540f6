package revisage.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

class BlindGuessTest {

    /// K = 25, N = 50 (the left end of the seed study's figure 5), by pictures of each person: the
    /// spec's evaluation.md 6.3, item 1. By hand: 1 - 25/50, and 1 - (75 * 74) / (100 * 99).
    @ParameterizedTest
    @CsvSource({"1, 0.500", "2, 0.439", "10, 0.404", "109, 0.397"})
    void vec2FacesFortyPercentIsChance(int pictures, double expected) {
        assertEquals(expected, BlindGuess.pictures(25, 50L * pictures, pictures), 5e-4);
    }

    /// evaluation.md 6.4, ten pictures of each person, in percent as printed there.
    @ParameterizedTest
    @CsvSource({
        "5, 1000, 0.50, 0.005",
        "10, 1000, 1.00, 0.005",
        "25, 1000, 2.47, 0.005",
        "40, 1000, 3.93, 0.005",
        "25, 100, 22.5, 0.05",
        "25, 250, 9.6, 0.05",
        "25, 500, 4.9, 0.05",
        "25, 2500, 1.0, 0.05",
        "25, 5000, 0.5, 0.05",
        "5, 5000, 0.10, 0.005"
    })
    void chanceOfTheStudysGrid(int k, int people, double percent, double asPrinted) {
        assertEquals(percent, 100 * BlindGuess.pictures(k, 10L * people, 10), asPrinted);
    }

    /// The slow truth: go through all answers of a small gallery and count.
    @ParameterizedTest
    @CsvSource({"1, 8, 2", "2, 8, 2", "3, 15, 3", "8, 8, 2", "5, 5, 5", "9, 12, 7", "7, 12, 9"})
    void agreesWithCountingAllAnswers(int k, int all, int own) {
        var answers = IntStream.range(0, 1 << all).filter(a -> Integer.bitCount(a) == k).toArray();
        long right = IntStream.of(answers).filter(a -> (a & ((1 << own) - 1)) != 0).count();

        assertEquals((double) right / answers.length, BlindGuess.pictures(k, all, own), 1e-12);
    }

    @Test
    void takingAllFindsThePerson() {
        assertEquals(1, BlindGuess.pictures(6, 6, 2));
        assertEquals(1, BlindGuess.pictures(60, 6, 2));
        assertEquals(1, BlindGuess.people(6, 3));
        assertEquals(0.25, BlindGuess.people(5, 20));
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> BlindGuess.pictures(0, 6, 2));
        assertThrows(IllegalArgumentException.class, () -> BlindGuess.pictures(1, 6, 0));
        assertThrows(IllegalArgumentException.class, () -> BlindGuess.pictures(1, 6, 7));
        assertThrows(IllegalArgumentException.class, () -> BlindGuess.people(1, 0));
    }

    @Test
    void subsetsOfAnEvenGalleryHaveTheExactChance() {
        var probes = Galleries.random(Galleries.even(40, 3), 10, 0, 1).probes();

        var chances = BlindGuess.pictures(grid(List.of(1, 7), List.of(2, 20, 40)), probes);

        for (int n = 0; n < 3; n++) {
            long all = 3L * List.of(2, 20, 40).get(n);
            assertEquals(BlindGuess.pictures(1, all, 3), chances[n][0], 1e-12);
            assertEquals(BlindGuess.pictures(7, all, 3), chances[n][1], 1e-12);
        }
    }

    /// The slow truth: all subsets of a small uneven gallery. 64 subsets are within 10 % of it.
    @Test
    void subsetsOfAnUnevenGalleryComeClose() {
        var roster = Galleries.uneven(12, 9, new Random(3));
        var probes = Galleries.random(roster, 12, 0, 1).probes();

        var chances = BlindGuess.pictures(grid(List.of(4), List.of(5, 12)), probes);

        double[] truth = {0, 0};
        for (int person = 0; person < 12; person++) {
            int own = roster.picturesOf(person);
            var totals = new double[] {0, 0};
            for (int subset = 0; subset < 1 << 12; subset++) {
                if (Integer.bitCount(subset) == 5 && (subset >> person & 1) == 1) {
                    int pictures = 0;
                    for (int other = 0; other < 12; other++) {
                        pictures += (subset >> other & 1) * roster.picturesOf(other);
                    }
                    totals[0] += BlindGuess.pictures(4, pictures, own);
                    totals[1]++;
                }
            }
            truth[0] += totals[0] / totals[1] / 12;
            truth[1] += BlindGuess.pictures(4, roster.pictures(), own) / 12;
        }
        assertEquals(truth[0], chances[0][0], 0.1 * truth[0]);
        assertEquals(truth[1], chances[1][0], 1e-12);
    }

    private static Grid grid(List<Integer> ks, List<Integer> ns) {
        return new Grid(ks, ns, Counting.PICTURES, OptionalDouble.empty(), 7);
    }
}
