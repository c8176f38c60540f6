package revisage.lineup.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import revisage.lineup.Entry;
import revisage.lineup.Forms;
import revisage.lineup.LineupItem;
import revisage.lineup.LineupOption;
import revisage.lineup.LineupPlan;
import revisage.lineup.Questionnaire;
import revisage.lineup.SmallStudy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers made so that they have the paper's numbers (arXiv 2202.05760, figure 7 and table III):
/// 200 participants, five images of each of four methods, five photos beside each.
class PaperStudyTest {

    private static final List<Double> CONFIDENT = List.of(0.92, 0.94, 0.77, 0.85);

    /// Right answers of 50 for each target of the fourth method: the mean is 25, the upper quartile
    /// 0.75 * 42 + 0.25 * 44 = 42.5.
    private static final List<Integer> RIGHT =
            List.of(16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 20, 42, 44, 45, 46, 47, 48);

    private static LineupReport report;

    @BeforeAll
    static void count() throws Exception {
        LineupPlan plan = new SmallStudy(4, 5, 20, 0).plan();
        var sheet = new AnswerReading(plan).read(answers(plan));
        report = new LineupAnalysis(sheet, "test").run(_ -> {});
    }

    private static List<SourcedEntry> answers(LineupPlan plan) {
        var forms = new Forms(plan);
        Map<String, LineupItem> items = new HashMap<>();
        plan.items().forEach(i -> items.put(i.id(), i));
        Map<String, Integer> asked = new HashMap<>();
        Map<String, Integer> told = new HashMap<>();
        var all = new ArrayList<Entry>();
        for (int p = 0; p < 200; p++) {
            String who = "P" + p;
            all.add(new Entry.Began(who, p, "en", "page", Optional.empty()));
            int position = 0;
            for (var screen : forms.questionnaire(p, who, "en").screens()) {
                if (screen instanceof Questionnaire.WhoIsIt w) {
                    LineupItem item = items.get(w.question());
                    List<String> choices = choices(w, item, asked);
                    int confidence = item == null ? 4 : confidence(item, told);
                    all.add(answer(who, w, ++position, choices, confidence));
                }
            }
            all.add(new Entry.Finished(who));
        }
        return all.stream().map(e -> new SourcedEntry(e, "made", "x")).toList();
    }

    private static List<String> choices(
            Questionnaire.WhoIsIt w, LineupItem item, Map<String, Integer> asked) {
        if (item == null) {
            return w.place().map(i -> List.of(w.options().get(i - 1))).orElse(List.of(w.picture()));
        }
        int target = Integer.parseInt(item.target().substring(1));
        int right = item.method().equals("m3") ? RIGHT.get(target) : 10; // a fifth: chance
        int number = asked.merge(item.id(), 1, Integer::sum);
        boolean hit = number * right / 50 > (number - 1) * right / 50; // spread evenly
        return item.options().stream()
                .filter(o -> o.right() == hit)
                .map(LineupOption::picture)
                .limit(1)
                .toList();
    }

    private static int confidence(LineupItem item, Map<String, Integer> told) {
        int method = Integer.parseInt(item.method().substring(1));
        int number = told.merge(item.method(), 1, Integer::sum);
        return number <= Math.round(1000 * CONFIDENT.get(method)) ? 4 : 2;
    }

    private static Entry answer(
            String who, Questionnaire.WhoIsIt w, int position, List<String> choices, int sure) {
        String pick = choices.getFirst();
        return new Entry.Answered(
                who, w.question(), position, w.options(), choices, pick, pick, sure, 5000, 9000);
    }

    @Test
    void figureSevenIsReached() {
        var eigenfaces = report.methods().get(3);
        assertEquals(1000, eigenfaces.present());
        assertEquals(0.50, eigenfaces.found().orElseThrow().value(), 1e-12);
        assertEquals(0.85, eigenfaces.byTarget().orElseThrow().highQuartile(), 1e-12);
        assertEquals(0.50, eigenfaces.byTarget().orElseThrow().mean(), 1e-12);
        assertEquals(0.20, eigenfaces.singleChance().orElseThrow(), 1e-12);
        assertEquals(0.20, eigenfaces.chance().orElseThrow(), 1e-12, "one pick of five");
        assertEquals(0.375, eigenfaces.lift().orElseThrow().value(), 1e-12);
    }

    @Test
    void otherTargetsAreWhatTheIntervalIsAbout() {
        var found = report.methods().get(3).found().orElseThrow();
        double byTarget =
                found.targets().orElseThrow().high() - found.targets().orElseThrow().low();
        double byParticipant =
                found.participants().orElseThrow().high()
                        - found.participants().orElseThrow().low();
        assertTrue(byTarget > 2 * byParticipant, byTarget + " and " + byParticipant);
        // standard error of the mean of 20 targets: their scatter over the root of 20
        double mean = RIGHT.stream().mapToDouble(r -> r / 50.0).average().orElseThrow();
        double squares =
                RIGHT.stream().mapToDouble(r -> (r / 50.0 - mean) * (r / 50.0 - mean)).sum();
        assertEquals(Math.sqrt(squares / 19 / 20), found.error().orElseThrow(), 0.003);
    }

    @Test
    void tableThreeIsReached() {
        for (int m = 0; m < 4; m++) {
            assertEquals(
                    CONFIDENT.get(m),
                    report.methods().get(m).confident().orElseThrow().value(),
                    1e-12);
        }
    }

    @Test
    void chanceLevelMethodsHaveNoLift() {
        for (int m = 0; m < 3; m++) {
            var method = report.methods().get(m);
            assertEquals(0.2, method.found().orElseThrow().value(), 1e-12);
            assertEquals(0, method.lift().orElseThrow().value(), 1e-12);
        }
    }

    @Test
    void theOneNumberIsMachineTimesPeople() {
        var together = report.methods().get(3).together().orElseThrow();
        assertEquals(0.6, together.machine(), 1e-12, "60 of 100 in the plan");
        assertEquals(0.3, together.product(), 1e-12);
        var interval = together.interval().orElseThrow();
        assertTrue(interval.low() < 0.24 && interval.high() > 0.36 && interval.low() > 0.15);
    }
}
