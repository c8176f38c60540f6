package revisage.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.measure.FalseMatches.Magnet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

class FalseMatchesTest {

    @Test
    void bothReadingsOfTableTwoByHand() {
        var shown = List.of(List.of(7), List.of(7), List.of(7), List.of(3), List.of(3), List.of(9));

        var matches = FalseMatches.of(shown).orElseThrow();

        assertEquals(
                List.of(new Magnet(7, 3), new Magnet(3, 2), new Magnet(9, 1)), matches.magnets());
        assertEquals(5 / 6.0, matches.repeatedShare());
        assertEquals(0.5, matches.topShare());
        // (3/6 ln 2 + 2/6 ln 3 + 1/6 ln 6) / ln 6
        assertEquals(0.5645, matches.evenness(), 1e-4);
    }

    @Test
    void theTwoEnds() {
        var spread = FalseMatches.of(List.of(List.of(1), List.of(2), List.of(3))).orElseThrow();
        assertEquals(0, spread.repeatedShare());
        assertEquals(1, spread.evenness(), 1e-12);

        var one = FalseMatches.of(List.of(List.of(4), List.of(4))).orElseThrow();
        assertEquals(1, one.repeatedShare());
        assertEquals(1, one.topShare());
        assertEquals(0, one.evenness());
    }

    @Test
    void noFalseMatchIsNotARateOfZero() {
        assertEquals(Optional.empty(), FalseMatches.of(List.of()));
        assertEquals(Optional.empty(), first(OptionalDouble.empty(), 3));
    }

    @Test
    void onlyAnswersOfOtherPeopleCount() {
        assertEquals(List.of(new Magnet(2, 1)), magnets(OptionalDouble.empty(), 1));
        assertEquals(List.of(new Magnet(2, 1)), magnets(OptionalDouble.of(.8), 1));
        assertEquals(Optional.empty(), first(OptionalDouble.of(.95), 1)); // nobody is shown at all
    }

    /// Person 0 is found first, person 1 second behind 2; the threshold may hide all or some.
    private static Optional<FalseMatches> first(OptionalDouble threshold, int k) {
        var roster = Galleries.even(3, 1);
        var standings =
                new Standings(
                        List.of(
                                Galleries.standing(roster, new float[] {.85f, .2f, .1f}, 0),
                                Galleries.standing(roster, new float[] {.1f, .7f, .9f}, 1)));
        return FalseMatches.first(standings, k, Counting.PEOPLE, threshold);
    }

    private static List<Magnet> magnets(OptionalDouble threshold, int k) {
        return first(threshold, k).orElseThrow().magnets();
    }

    @Test
    void aConstantMatcherAttractsAllToOne() {
        var roster = Galleries.even(20, 1);
        var probes = roster.people();
        var standings =
                new Standings(
                        IntStream.range(0, probes)
                                .mapToObj(p -> Galleries.standing(roster, new float[20], p))
                                .toList());

        var matches =
                FalseMatches.first(standings, 5, Counting.PEOPLE, OptionalDouble.empty())
                        .orElseThrow();

        assertEquals(List.of(new Magnet(0, 15)), matches.magnets());
        assertTrue(matches.topShare() == 1);
    }
}
