package revisage.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

class StandingsTest {

    private static final OptionalDouble ALWAYS = OptionalDouble.empty();

    /// The slow truth: every subset of a gallery of 9 people, ranked from scratch, with ties.
    @ParameterizedTest
    @EnumSource
    void agreesWithRankingEverySubset(Counting counting) {
        var random = new Random(4);
        var roster = Galleries.uneven(9, 4, random);
        var scored = new ArrayList<float[]>();
        var standings = new ArrayList<Standing>();
        for (int person = 0; person < 9; person++) {
            scored.add(Galleries.scores(roster, person, 6, 2, random));
            standings.add(Galleries.standing(roster, scored.get(person), person));
        }
        double threshold = 5;
        var grid =
                new Grid(
                        List.of(1, 2, 4),
                        List.of(1, 3, 6, 9),
                        counting,
                        OptionalDouble.of(threshold),
                        1);

        for (RateCell cell : new Standings(standings).rates(grid)) {
            double hits = 0;
            double none = 0;
            double all = 0;
            for (int person = 0; person < 9; person++) {
                for (var subset : subsets(9, cell.people(), person)) {
                    float[] scores = scored.get(person);
                    hits +=
                            Galleries.hit(
                                            roster, scores, person, subset, cell.k(), counting,
                                            threshold)
                                    ? 1
                                    : 0;
                    none += Galleries.answer(roster, scores, subset, threshold).isEmpty() ? 1 : 0;
                    all++;
                }
            }
            assertEquals(hits / all, cell.rates().truePositive(), 1e-12);
            assertEquals(none / all, cell.rates().noMatch(), 1e-12);
            assertTrue(cell.interval().holds(cell.rates().truePositive()));
        }
    }

    private static List<List<Integer>> subsets(int people, int size, int with) {
        return IntStream.range(0, 1 << people)
                .filter(s -> Integer.bitCount(s) == size && (s >> with & 1) == 1)
                .mapToObj(
                        s ->
                                IntStream.range(0, people)
                                        .filter(i -> (s >> i & 1) == 1)
                                        .boxed()
                                        .toList())
                .toList();
    }

    /// Acceptance check of the spec: random scores give the chance curve within Wilson's interval.
    @ParameterizedTest
    @EnumSource
    void randomScoresGiveTheChanceCurve(Counting counting) {
        var standings = Galleries.random(Galleries.even(300, 3), 900, 0, 11);
        var grid = new Grid(List.of(1, 5, 25, 60), List.of(50, 100, 300), counting, ALWAYS, 1);

        for (RateCell cell : standings.rates(grid)) {
            int hits = (int) Math.round(900 * cell.rates().truePositive());
            assertTrue(Interval.wilson(hits, 900).holds(cell.chance()), cell.toString());
            double above = cell.rates().truePositive() - cell.chance();
            assertEquals(above, cell.lift() * (1 - cell.chance()), 1e-9);
        }
    }

    @ParameterizedTest
    @EnumSource
    void longerAnswersFindMoreAndMorePeopleHideMore(Counting counting) {
        var roster = Galleries.uneven(200, 8, new Random(2));
        var standings = Galleries.random(roster, 300, 1, 12);
        var ks = List.of(1, 2, 5, 10, 25, 40);
        var ns = List.of(2, 10, 50, 100, 199, 200);
        var grid = new Grid(ks, ns, counting, OptionalDouble.of(2.5), 1);

        var cells = standings.rates(grid);

        for (int n = 0; n < ns.size(); n++) {
            for (int k = 0; k < ks.size(); k++) {
                var cell = cells.get(n * ks.size() + k);
                var rates = cell.rates();
                assertEquals(ns.get(n), cell.people());
                assertEquals(ks.get(k), cell.k());
                assertEquals(
                        1, rates.truePositive() + rates.falsePositive() + rates.noMatch(), 1e-12);
                if (k > 0) {
                    var shorter = cells.get(n * ks.size() + k - 1).rates();
                    assertTrue(rates.truePositive() >= shorter.truePositive() - 1e-12);
                    assertEquals(shorter.noMatch(), rates.noMatch(), 1e-12);
                }
                if (n > 0) {
                    var smaller = cells.get((n - 1) * ks.size() + k).rates();
                    assertTrue(rates.truePositive() <= smaller.truePositive() + 1e-12);
                }
            }
        }
    }

    @Test
    void countingPicturesNeverFindsMoreThanCountingPeople() {
        var standings = Galleries.random(Galleries.even(100, 4), 100, 1, 3);
        for (int k : new int[] {1, 5, 20}) {
            double[] people = standings.hits(k, 60, Counting.PEOPLE, ALWAYS);
            double[] pictures = standings.hits(k, 60, Counting.PICTURES, ALWAYS);
            for (int p = 0; p < people.length; p++) {
                assertTrue(pictures[p] <= people[p] + 1e-12);
            }
        }
    }

    @Test
    void theWholeGalleryIsCountedAndGetsWilsonsInterval() {
        var standings = Galleries.random(Galleries.even(50, 2), 50, 2, 5);
        long within = standings.probes().stream().filter(p -> p.rank(Counting.PEOPLE) <= 3).count();

        var cell =
                standings
                        .rates(new Grid(List.of(3), List.of(50), Counting.PEOPLE, ALWAYS, 1))
                        .getFirst();

        assertEquals(within / 50.0, cell.rates().truePositive());
        assertEquals(Interval.wilson((int) within, 50), cell.interval());
        assertEquals(within / 50.0, standings.cumulativeMatch(10).get(2), 1e-12);
    }

    /// Nobody missed in the sample does not mean that nobody can be.
    @Test
    void aRateOfOneIsNeverCertain() {
        var standings = Galleries.random(Galleries.even(40, 1), 40, 50, 5);
        var grid = new Grid(List.of(1), List.of(10, 40), Counting.PEOPLE, ALWAYS, 1);

        for (RateCell cell : standings.rates(grid)) {
            assertEquals(1, cell.rates().truePositive());
            assertTrue(cell.interval().low() < 0.95, cell.toString());
        }
    }

    @Test
    void moreProbesOfTheSamePeopleDoNotNarrowTheInterval() {
        var roster = Galleries.even(40, 1);
        var once = Galleries.random(roster, 40, 1.5, 5);
        var often = new ArrayList<Standing>();
        for (int i = 0; i < 10; i++) {
            often.addAll(once.probes());
        }
        var grid = new Grid(List.of(3), List.of(20, 40), Counting.PEOPLE, ALWAYS, 1);

        var one = once.rates(grid);
        var ten = new Standings(often).rates(grid);

        for (int i = 0; i < 2; i++) {
            double width = one.get(i).interval().high() - one.get(i).interval().low();
            double repeated = ten.get(i).interval().high() - ten.get(i).interval().low();
            assertEquals(width, repeated, 0.05 * width + 0.02);
        }
    }

    @Test
    void sameSeedSameCells() {
        var standings = Galleries.random(Galleries.uneven(60, 5, new Random(1)), 90, 1, 3);
        var grid = Grid.ofPaper(60, Counting.PICTURES, 9);

        assertEquals(standings.rates(grid), standings.rates(grid));
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        var standings = Galleries.random(Galleries.even(5, 1), 5, 1, 3);
        var more = new Grid(List.of(1), List.of(6), Counting.PEOPLE, ALWAYS, 1);

        assertThrows(IllegalArgumentException.class, () -> standings.rates(more));
        assertThrows(IllegalArgumentException.class, () -> new Standings(List.of()));
        var other = Galleries.random(Galleries.even(5, 1), 1, 1, 3).probes().getFirst();
        assertThrows(
                IllegalArgumentException.class,
                () -> new Standings(List.of(standings.probes().getFirst(), other)));
    }
}
