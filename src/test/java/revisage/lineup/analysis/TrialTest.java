package revisage.lineup.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.lineup.LineupItem;
import revisage.lineup.LineupOption;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class TrialTest {

    /// Five options `o1` to `o5`, the first `right` of which show the target.
    static LineupItem item(int right) {
        return new LineupItem(
                "q" + right,
                "t",
                "m",
                "face",
                right > 0 ? 1 : 0,
                right == 0,
                IntStream.rangeClosed(1, 5)
                        .mapToObj(i -> new LineupOption("o" + i, "p" + i, i, i <= right))
                        .toList());
    }

    static Trial trial(int right, int confidence, String... choices) {
        List<String> all = List.of(choices);
        String first = all.isEmpty() ? "none" : all.getFirst();
        return new Trial(
                "P",
                item(right),
                1,
                List.of("o1", "o2", "o3", "o4", "o5"),
                all,
                first,
                first,
                confidence,
                confidence,
                confidence >= 4,
                1000,
                2000);
    }

    @Test
    void chanceIsThatOfTheOptionsAndPicksThereWere() {
        assertEquals(0.2, trial(1, 3, "o1").chance(), 1e-12);
        assertEquals(0.4, trial(1, 3, "o1", "o4").chance(), 1e-12, "1 - C(4,2) / C(5,2)");
        assertEquals(0.7, trial(2, 3, "o1", "o4").chance(), 1e-12, "1 - C(3,2) / C(5,2)");
        assertEquals(1, trial(4, 3, "o1", "o4").chance(), 1e-12);
        assertEquals(0, trial(2, 3).chance(), "whoever picks nobody cannot be right by chance");
        assertEquals(0.4, trial(2, 3).singleChance(), 1e-12);
        assertEquals(0, trial(0, 3, "o1").chance());
    }

    @Test
    void onePickOfSeveralHasItsShareOfTheCredit() {
        assertEquals(0.5, trial(1, 3, "o1", "o4").credit());
        assertEquals(1, trial(2, 3, "o1", "o2").credit());
        assertEquals(0, trial(1, 3).credit());
    }

    @Test
    void nobodyIsTheRightAnswerWhereTheTargetIsAbsent() {
        assertTrue(trial(0, 3).correct());
        assertFalse(trial(0, 3, "o2").correct());
        assertFalse(trial(1, 3).correct());
        assertTrue(trial(1, 3, "o1", "o2").correct());
        assertEquals(Optional.empty(), trial(0, 3, "o2").firstRight());
        assertEquals(Optional.of(false), trial(1, 3, "o2", "o1").firstRight());
    }

    @Test
    void judgesTogetherAreWeighedByHowSureTheyAre() {
        assertEquals(1, FusedJudges.right(List.of(trial(1, 3, "o1"))));
        assertEquals(0.5, FusedJudges.right(List.of(trial(1, 3, "o1"), trial(1, 3, "o2"))));
        assertEquals(0, FusedJudges.right(List.of(trial(1, 3, "o1"), trial(1, 4, "o2"))));
        assertEquals(
                1,
                FusedJudges.right(
                        List.of(trial(1, 3, "o1"), trial(1, 4, "o2"), trial(1, 2, "o1"))));
        assertEquals(0, FusedJudges.right(List.of(trial(1, 3, "o1"), trial(1, 4))), "none wins");
    }
}
