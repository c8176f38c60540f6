package revisage.lineup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class FormsTest {

    private static final LineupPlan PLAN = new SmallStudy(4, 5, 27, 0.2).plan();
    private static final Forms FORMS = new Forms(PLAN);

    @Test
    void aWholeCycleShowsEachTargetEquallyOftenWithEachMethodPresentAndAbsent() {
        var seen = seen(FORMS, PLAN.cycle());
        assertEquals(4 * 27 * 2, seen.size());
        seen.forEach((id, times) -> assertEquals(id.endsWith("a") ? 1L : 4L, times, id));
    }

    @Test
    void aShareThatIsNoWholeNumberIsReachedInTheLongRunForEachMethod() {
        var plan = new SmallStudy(4, 5, 20, 0.15).plan();
        var forms = new Forms(plan);
        for (int form = 0; form < 8; form++) { // 0.75 a method each time
            long absent = forms.deal(form).stream().filter(LineupItem::absent).count();
            assertEquals(3, absent);
        }
        Map<String, Long> byMethod =
                IntStream.range(0, 20)
                        .boxed()
                        .flatMap(f -> forms.deal(f).stream())
                        .filter(LineupItem::absent)
                        .collect(Collectors.groupingBy(LineupItem::method, Collectors.counting()));
        assertEquals(Map.of("m0", 15L, "m1", 15L, "m2", 15L, "m3", 15L), byMethod);
    }

    @Test
    void inAnyNumberOfFormsTargetsDifferByFewTimes() {
        for (int forms = 1; forms <= 27; forms++) {
            var byTarget = new TreeMap<String, Long>();
            PLAN.targets().forEach(t -> byTarget.put(t, 0L));
            IntStream.range(0, forms)
                    .boxed()
                    .flatMap(f -> FORMS.deal(f).stream())
                    .forEach(i -> byTarget.merge(i.target(), 1L, Long::sum));
            long most = Collections.max(byTarget.values());
            assertFalse(most - Collections.min(byTarget.values()) > 1, forms + ": " + byTarget);
        }
    }

    @Test
    void noFormShowsATargetTwice() {
        for (int form = 0; form < 60; form++) {
            var targets = FORMS.deal(form).stream().map(LineupItem::target).toList();
            assertEquals(20, new HashSet<>(targets).size());
        }
    }

    @Test
    void theSameFormIsTheSameForEverybodyAndAnotherFormIsNot() {
        var once = FORMS.questionnaire(3, "A", "en");
        assertEquals(once.screens(), FORMS.questionnaire(3, "B", "en").screens());
        assertNotEquals(once.screens(), FORMS.questionnaire(30, "A", "en").screens());
    }

    @Test
    void checksLookLikeQuestionsAndAreNeverFirst() {
        for (int form = 0; form < 30; form++) {
            List<Questionnaire.WhoIsIt> asked =
                    FORMS.questionnaire(form, "A", "de").screens().stream()
                            .filter(Questionnaire.WhoIsIt.class::isInstance)
                            .map(Questionnaire.WhoIsIt.class::cast)
                            .toList();
            assertEquals(22, asked.size());
            assertEquals(
                    Set.of("c0", "c1"),
                    asked.stream()
                            .map(Questionnaire.WhoIsIt::question)
                            .filter(q -> q.startsWith("c"))
                            .collect(Collectors.toSet()));
            assertFalse(asked.getFirst().question().startsWith("c"));
            assertEquals(
                    1,
                    asked.stream().filter(q -> q.place().equals(java.util.Optional.of(3))).count());
        }
    }

    @Test
    void theRightPhotoStandsInEveryPlaceAboutEquallyOften() {
        int[] at = new int[5];
        for (int form = 0; form < 270; form++) {
            for (var screen : FORMS.questionnaire(form, "A", "en").screens()) {
                if (screen instanceof Questionnaire.WhoIsIt w) {
                    for (int place = 0; place < 5; place++) {
                        at[place] += w.options().get(place).startsWith("photo-right-") ? 1 : 0;
                    }
                }
            }
        }
        for (int times : at) {
            assertEquals(16 * 270 / 5.0, times, 4 * Math.sqrt(16 * 270 * 0.16), "4 sigma");
        }
    }

    @Test
    void aQuestionnaireGoesOnWhereItWasLeft() {
        var questionnaire = FORMS.questionnaire(0, "A", "en");
        assertEquals(0, questionnaire.next(List.of()));
        List<Entry> entries =
                List.of(
                        new Entry.Began("A", 0, "en", "kiosk-1", java.util.Optional.empty()),
                        new Entry.About(
                                "A", java.util.Optional.empty(), java.util.Optional.empty()));
        int next = questionnaire.next(entries);
        assertEquals(2, next);
        assertInstanceOf(Questionnaire.SameOrDifferent.class, questionnaire.screens().get(next));
    }

    @Test
    void severalMachinesGiveOutDifferentForms() {
        assertEquals(1, Forms.free(1, 3, Set.of()));
        assertEquals(4, Forms.free(1, 3, Set.of(1)));
        assertEquals(1, Forms.free(1, 3, Set.of(4)));
    }

    @Test
    void aPlanWithTooFewTargetsIsRefused() {
        var small = new SmallStudy(4, 5, 19, 0.2);
        assertThrows(IllegalArgumentException.class, small::plan);
    }

    private static Map<String, Long> seen(Forms forms, int count) {
        return IntStream.range(0, count)
                .boxed()
                .flatMap(f -> forms.deal(f).stream())
                .map(LineupItem::id)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
