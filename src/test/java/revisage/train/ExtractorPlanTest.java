package revisage.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import revisage.extract.StrictJson;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class ExtractorPlanTest {

    private static final String SYNTHETIC =
            "'data': {'synthetic': {'seed': 1, 'people': 10, 'photos': 4}}";
    private static final String START =
            "'schema': 1, 'name': 'res', 'network': 'res-small', 'seed': 1, ";

    @TempDir private Path folder;

    private ExtractorPlanFile read(String json) throws Exception {
        Path file = folder.resolve("plan.json");
        Files.writeString(file, ("{" + json + "}").replace('\'', '"'));
        return ExtractorPlanFile.read(file);
    }

    @Test
    void aShortPlanIsCompletedWithWhatTheDocumentsSay() throws Exception {
        ExtractorPlan plan = read(START + SYNTHETIC).plan().complete();
        Recipe recipe = plan.recipe().orElseThrow();
        assertEquals(Optional.of(0.1), recipe.rate());
        assertEquals(Optional.of(0.9), recipe.momentum());
        assertEquals(Optional.of(5e-4), recipe.weightDecay());
        assertEquals(Optional.of(5.0), recipe.clip());
        assertEquals(Optional.of(64.0), plan.loss().orElseThrow().scale());
        assertEquals(Optional.of(0.5), plan.loss().orElseThrow().margin());
        assertEquals(Optional.of(true), plan.augmentation().orElseThrow().flip());
        // What is complete stays as it is, also through its JSON.
        assertEquals(plan, plan.complete());
        assertEquals(
                plan, StrictJson.read(StrictJson.write(plan), ExtractorPlan.class, "plan", "x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'network': 'res-smal', 'name': 'a' | res-small, not 'res-smal'",
                "'network': 'res-small', 'name': 'a/b' | name is up to 64",
                "'network': 'res-small', 'name': 'a', 'devize': 'cpu' | Did you mean 'device'",
                "'network': 'res-small', 'name': 'a', 'device': 'gpu' | auto, cpu, cuda",
                "'network': 'res-small', 'name': 'a', 'recipe': {'batch': 0} | batch is 2..65536",
                "'network': 'res-small', 'name': 'a', 'recipe': {'rate': -1} | rate is",
                "'network': 'res-small', 'name': 'a', 'recipe': {'optimiser': 'nag'} | sgd or adam",
                "'network': 'res-small', 'name': 'a', 'loss': {'margin': 2} | margin is 0..1.5",
                "'network': 'res-small', 'name': 'a', 'augmentation': {'shift': 99} | shift is",
                "'network': 'res-small', 'name': 'a', 'threads': 0 | threads is 1..1024"
            })
    void aPlanThatCannotBeIsRefusedWithItsReason(String json, String said) {
        WorkException e =
                assertThrows(
                        WorkException.class,
                        () -> read("'schema': 1, 'seed': 1, " + SYNTHETIC + ", " + json));
        assertTrue(e.getMessage().contains(said), e.getMessage());
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
    }

    @Test
    void facesComeFromExactlyOnePlace() {
        WorkException none = assertThrows(WorkException.class, () -> read(START + "'data': {}"));
        assertTrue(none.getMessage().contains("exactly one"), none.getMessage());
        WorkException two =
                assertThrows(
                        WorkException.class,
                        () -> read(START + "'data': {'folder': '.', 'records': 'x.rec'}"));
        assertTrue(two.getMessage().contains("exactly one"), two.getMessage());
    }

    @Test
    void aPathThatIsNotThereIsToldBeforeAnythingBegins() throws Exception {
        WorkException e =
                assertThrows(
                        TrainingException.class,
                        () -> read(START + "'data': {'folder': 'people'}"));
        assertTrue(e.getMessage().contains("'people'"), e.getMessage());
        Files.createDirectory(folder.resolve("people"));
        assertEquals(folder, read(START + "'data': {'folder': 'people'}").base());
    }

    @Test
    void aNewerSchemaIsToldFromAWrongPlan() {
        WorkException e =
                assertThrows(
                        TrainingException.class,
                        () -> read((START + SYNTHETIC).replace("'schema': 1", "'schema': 9")));
        assertTrue(e.getMessage().contains("schema 9"), e.getMessage());
    }
}
