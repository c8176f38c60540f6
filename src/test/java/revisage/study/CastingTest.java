package revisage.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.people.PhotoCount;
import revisage.people.Portrait;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class CastingTest {

    private static final Optional<PhotoCount> ONE = people(1, 1);
    private static final Optional<PhotoCount> MORE = people(2, 9);

    @TempDir Path folder;

    @BeforeEach
    void lay() throws Exception {
        for (int person = 0; person < 30; person++) {
            for (int photo = 0; photo < 1 + person % 3; photo++) {
                Path file = folder.resolve("faces/p%02d/%d.png".formatted(person, photo));
                Files.createDirectories(file.getParent());
                Files.writeString(file, "picture " + person + photo);
            }
        }
    }

    @Test
    void peopleAreChosenByTheirNumberOfPhotos() throws Exception {
        var casting = new Casting(plan(1, 5, ONE, MORE));
        assertEquals(10, casting.faces(new StudyPlan.Faces("faces", ONE)).portraits().size());
        assertEquals(50, casting.faces(new StudyPlan.Faces("faces", MORE)).portraits().size());
        assertEquals(
                60,
                casting.faces(new StudyPlan.Faces("faces", Optional.empty())).portraits().size());
    }

    @Test
    void targetsAreOnePhotoAPersonAndTheSameForTheSameSeed() throws Exception {
        List<Portrait> targets = new Casting(plan(1, 12, ONE, MORE)).targets();
        assertEquals(12, targets.stream().map(Portrait::person).distinct().count());
        assertEquals(targets, new Casting(plan(1, 12, ONE, MORE)).targets());
        assertNotEquals(targets, new Casting(plan(2, 12, ONE, MORE)).targets());
    }

    @Test
    void fewerTargetsAreTheFirstOfMore() throws Exception {
        List<Portrait> more = new Casting(plan(1, 20, ONE, MORE)).targets();
        assertEquals(more.subList(0, 7), new Casting(plan(1, 7, ONE, MORE)).targets());
    }

    @Test
    void tooFewPeopleAndNobodyAreRefused() {
        var few =
                assertThrows(
                        PlanException.class, () -> new Casting(plan(1, 21, ONE, MORE)).targets());
        assertTrue(
                few.getMessage().contains("21") && few.getMessage().contains("20"),
                few.getMessage());
        assertThrows(
                PlanException.class, () -> new Casting(plan(1, 1, ONE, people(7, 9))).targets());
    }

    @Test
    void aTargetAmongThePublicFacesIsRefused() {
        var both =
                assertThrows(
                        PlanException.class, () -> new Casting(plan(1, 5, MORE, MORE)).targets());
        assertTrue(both.getMessage().contains("5 of 5"), both.getMessage());
    }

    @Test
    void theFingerprintSeesNamesPeopleAndContents() throws Exception {
        List<Portrait> all = new Casting(plan(1, 5, ONE, MORE)).targets();
        String before = Casting.fingerprint(all);
        assertEquals(before, Casting.fingerprint(all));
        assertNotEquals(before, Casting.fingerprint(all.subList(0, 4)));
        Files.writeString(all.getFirst().file(), "another picture");
        assertNotEquals(before, Casting.fingerprint(all));
    }

    private static Optional<PhotoCount> people(int min, int max) {
        return Optional.of(new PhotoCount(Optional.empty(), Optional.of(min), Optional.of(max)));
    }

    private PlanFile plan(
            long seed, int targets, Optional<PhotoCount> basis, Optional<PhotoCount> leaked) {
        var attack = StudyPlan.Attack.by("linear", Optional.empty());
        return new PlanFile(
                new StudyPlan(
                        1,
                        Optional.empty(),
                        seed,
                        Optional.empty(),
                        List.of("f.onnx"),
                        List.of("g.onnx"),
                        Optional.empty(),
                        Optional.of(StudyPlan.Basis.fitted("faces", basis, 8)),
                        new StudyPlan.Targets("faces", leaked, targets),
                        new StudyPlan.Faces("faces", Optional.empty()),
                        List.of(attack),
                        new StudyPlan.Matching(List.of(1), List.of(10), Optional.empty())),
                folder);
    }
}
