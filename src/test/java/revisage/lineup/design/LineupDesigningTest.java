package revisage.lineup.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.extract.StrictJson;
import revisage.lineup.ConfidenceScale;
import revisage.lineup.Forms;
import revisage.lineup.LineupException;
import revisage.lineup.LineupFolder;
import revisage.lineup.LineupItem;
import revisage.lineup.LineupKey;
import revisage.lineup.LineupMethod;
import revisage.lineup.LineupOption;
import revisage.lineup.LineupPlan;
import revisage.lineup.PassRule;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

class LineupDesigningTest {

    @TempDir Path folder;
    private PaintedMatches painted;
    private PhotoPool pool;

    @BeforeEach
    void paint() throws Exception {
        painted = new PaintedMatches(folder, 30);
        pool = PhotoPool.of(painted.photos(), PaintedMatches.DECODER);
    }

    private static LineupDesign design(
            int perMethod, int participants, LineupPlan.Options options, long seed) {
        return new LineupDesign(
                "Test",
                seed,
                5,
                perMethod,
                OptionalInt.of(20),
                0.2,
                participants,
                options,
                true,
                ConfidenceScale.LIKERT,
                true,
                List.of("en"),
                Map.of(),
                1,
                1,
                new PassRule(1, 1),
                4);
    }

    private LineupPlan run(LineupDesign design, String out, Source... sources) throws Exception {
        return new LineupDesigning(
                        design, List.of(sources), pool, PaintedMatches.DECODER, folder.resolve(out))
                .run(_ -> {})
                .study()
                .plan();
    }

    private String refusal(LineupDesign design, Source... sources) {
        return assertThrows(LineupException.class, () -> run(design, "refused", sources))
                .getMessage();
    }

    @Test
    void aStudyIsDrawnWhole() throws Exception {
        var design = design(5, 100, LineupPlan.Options.CONTROLLED, 1);
        Source first = painted.method("full", 2, 8);
        Source second = painted.method("linear", 0, 8);
        LineupPlan plan = run(design, "study", first, second);
        assertEquals(
                List.of(
                        new LineupMethod("m1", "full", 30, 30),
                        new LineupMethod("m2", "linear", 30, 0)),
                plan.methods());
        assertEquals(2 * 20 * 2, plan.items().size(), "methods, targets, with and without");
        for (LineupItem item : plan.items()) {
            assertEquals(item.absent() ? 0 : 1, item.rightOptions());
            assertEquals(item.method().equals("m1") ? 2 : 0, item.matcherRank());
            assertEquals(5, item.options().stream().map(LineupOption::person).distinct().count());
        }
        assertEquals(10, new Forms(plan).deal(0).size());
        assertEquals(4, plan.ability().size());
        var study = LineupFolder.open(folder.resolve("study"));
        assertEquals(plan, study.plan());
        for (String picture : new Forms(plan).questionnaire(0, "A", "en").pictures()) {
            assertTrue(Files.isRegularFile(study.picture(picture)), picture);
        }
        assertEquals(
                12 + 4,
                new LineupPreview(study, 0, true, PaintedMatches.DECODER)
                        .write(folder.resolve("preview.png")));
    }

    @Test
    void noNameAndNoSourceIsInThePlanAndTheKeyHasThemAll() throws Exception {
        var design = design(5, 100, LineupPlan.Options.CONTROLLED, 1);
        run(design, "study", painted.method("full", 2, 8));
        String plan = Files.readString(folder.resolve("study/lineup.json"));
        assertFalse(plan.contains("Name-"));
        var key =
                StrictJson.read(
                        Files.readAllBytes(folder.resolve("study/key.json")),
                        LineupKey.class,
                        "key",
                        "key.json");
        assertTrue(key.people().values().stream().allMatch(name -> name.startsWith("Name-")));
        for (LineupItem item : LineupFolder.open(folder.resolve("study")).plan().items()) {
            String target = key.people().get(item.target());
            for (LineupOption option : item.options()) {
                String from = key.pictures().get(option.picture());
                assertEquals(option.right(), from.contains(target + "/"), from);
                assertFalse(from.endsWith("0.png"), "the vector was made from this one");
            }
        }
    }

    @Test
    void theSameSeedDrawsTheSameStudyAndAnotherDoesNot() throws Exception {
        Source source = painted.method("full", 1, 8);
        var once = run(design(5, 100, LineupPlan.Options.CONTROLLED, 1), "a", source);
        var again = run(design(5, 100, LineupPlan.Options.CONTROLLED, 1), "b", source);
        var other = run(design(5, 100, LineupPlan.Options.CONTROLLED, 2), "c", source);
        assertEquals(once.fingerprint(), again.fingerprint());
        assertNotEquals(once.fingerprint(), other.fingerprint());
    }

    @Test
    void theMatchersAnswerCanBeTakenAsItIs() throws Exception {
        var plan =
                run(
                        design(5, 100, LineupPlan.Options.AS_MATCHED, 1),
                        "study",
                        painted.method("full", 3, 8),
                        painted.method("linear", 0, 8));
        assertEquals(2 * 20, plan.items().size());
        for (LineupItem item : plan.items()) {
            assertEquals(item.method().equals("m2"), item.absent());
            assertEquals(
                    List.of(1, 2, 3, 4, 5),
                    item.options().stream().map(LineupOption::rank).toList());
        }
    }

    @Test
    void designsThatCannotAnswerAreRefusedWithTheReason() throws Exception {
        Source good = painted.method("full", 2, 8);
        Source none = painted.method("linear", 0, 8);
        String few = refusal(design(11, 100, LineupPlan.Options.CONTROLLED, 1), good, none);
        assertEquals(
                "20 targets cannot fill a form of 22 questions (2 methods) without showing one"
                        + " twice.",
                few);
        String absent = refusal(design(5, 100, LineupPlan.Options.AS_MATCHED, 1), none);
        assertTrue(absent.startsWith("The matcher found none of the 20 targets"), absent);
        String blind = refusal(design(1, 2, LineupPlan.Options.CONTROLLED, 1), good);
        assertTrue(blind.contains("four of five studies only if it were"), blind);
        String shortList =
                refusal(
                        design(5, 100, LineupPlan.Options.CONTROLLED, 1),
                        painted.method("short", 1, 3));
        assertTrue(shortList.startsWith("Only 0 people can be asked about"), shortList);
        assertFalse(Files.exists(folder.resolve("refused")), "nothing half-made is left");
    }

    @Test
    void checksUsePeopleWhomNobodyLooksFor() throws Exception {
        var plan =
                run(
                        design(5, 100, LineupPlan.Options.CONTROLLED, 1),
                        "study",
                        painted.method("full", 1, 8));
        var shown = new HashSet<String>();
        plan.items().forEach(i -> shown.add(i.picture()));
        plan.checks().forEach(c -> assertFalse(shown.contains(c.picture())));
    }
}
