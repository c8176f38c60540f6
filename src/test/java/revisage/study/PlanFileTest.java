package revisage.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.extract.DeviceChoice;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class PlanFileTest {

    private static final String PLAN =
            """
            {
              "schema": 1,
              "title": "small",
              "seed": 7,
              "device": "cpu",
              "extractors": ["models/f.onnx"],
              "matchers": ["models/g.onnx", "models/f.onnx"],
              "basis": {"images": "faces", "people": {"photos": 1}, "components": 512},
              "targets": {"images": "faces", "people": {"minPhotos": 2}, "count": 100},
              "gallery": {"images": "faces"},
              "attacks": [{"search": "linear"}, {"search": "full-vector", "queries": 100}],
              "matching": {"k": [1, 25], "n": [50, 1000]}
            }
            """;

    @TempDir Path folder;

    @BeforeEach
    void lay() throws Exception {
        Files.createDirectories(folder.resolve("models"));
        Files.createDirectories(folder.resolve("faces"));
        Files.writeString(folder.resolve("models/f.onnx"), "f");
        Files.writeString(folder.resolve("models/g.onnx"), "g");
    }

    @Test
    void aPlanIsReadAndItsPathsStartFromItsFolder() throws Exception {
        PlanFile read = read(PLAN);
        StudyPlan plan = read.plan();
        assertEquals(7, plan.seed());
        assertEquals(DeviceChoice.CPU, plan.deviceChoice());
        assertEquals(List.of(50, 1000), plan.matching().n());
        assertEquals("full-vector-100", plan.attacks().get(1).label());
        assertEquals(Optional.empty(), plan.gallery().people());
        assertEquals(folder.resolve("models/f.onnx"), read.resolve(plan.extractors().getFirst()));
    }

    @Test
    void peopleAreChosenByHowManyPhotosTheyHave() throws Exception {
        StudyPlan plan = read(PLAN).plan();
        var one = plan.basis().orElseThrow().people().orElseThrow();
        var more = plan.targets().people().orElseThrow();
        assertTrue(one.take(1));
        assertFalse(one.take(2));
        assertFalse(more.take(1));
        assertTrue(more.take(12));
    }

    @Test
    void blanksAndTheOrderOfKeysDoNotMakeAnotherPlan() throws Exception {
        String other =
                PLAN.replace("\n", " ").replace("\"seed\": 7,", "").replace("{ ", "{\"seed\":7,");
        assertEquals(
                read(PLAN).fingerprint(),
                read(other.replaceFirst("\\{\"seed\":7,", "{\"seed\":7,")).fingerprint());
        assertFalse(read(PLAN).fingerprint().equals(read(PLAN.replace("7,", "8,")).fingerprint()));
    }

    @Test
    void aMisspeltKeyIsAnsweredWithTheOneThatWasMeant() {
        refused(PLAN.replace("\"components\"", "\"componets\""), "componets", "components");
        refused(PLAN.replace("\"queries\"", "\"querys\""), "querys", "queries", "attacks");
    }

    @Test
    void aMisspeltSearchIsAnsweredWithTheOneThatWasMeant() {
        refused(
                PLAN.replace("full-vector", "full-vectors"),
                "full-vectors",
                "Did you mean 'full-vector'?");
        refused(PLAN.replace("\"cpu\"", "\"gpu\""), "gpu", "cuda");
    }

    @Test
    void numbersOutOfRangeAreRefusedWithTheRange() {
        refused(PLAN.replace("512", "0"), "components is 0", "1..4096");
        refused(PLAN.replace("512", "1000000000"), "components");
        refused(PLAN.replace("512", "12.5"), "components");
        refused(PLAN.replace("512", "\"512\""), "components");
        refused(PLAN.replace("512", "NaN"), "line");
        refused(PLAN.replace("\"count\": 100", "\"count\": -1"), "count is -1");
        refused(PLAN.replace("\"queries\": 100", "\"queries\": -5"), "queries is -5");
        refused(PLAN.replace("[1, 25]", "[0]"), "k is 0");
        refused(PLAN.replace("[50, 1000]", "[1]"), "n is 1");
        refused(PLAN.replace("\"queries\": 100", "\"stopAtCosine\": 1.5"), "1.5");
        refused(PLAN.replace("[1, 25]", "[]"), "'k' is empty");
        refused(PLAN.replace("[1, 25]", "[25, 25]"), "25 twice");
    }

    @Test
    void whatIsMissingDoubledOrBehindTheEndIsRefused() {
        refused(PLAN.replace("\"seed\": 7,", ""), "seed");
        refused(PLAN.replace("\"seed\": 7,", "\"seed\": 7, \"seed\": 8,"), "seed");
        refused(PLAN + "{}", "line");
        refused("", "plan");
        refused("[]", "plan");
        refused("[".repeat(100_000), "plan");
        refused("{\"a\":".repeat(100_000), "plan");
    }

    @Test
    void aPlanOfANewerProgramIsToldFromAWrongOne() {
        refused(PLAN.replace("\"schema\": 1", "\"schema\": 2, \"new\": true"), "schema 2");
    }

    @Test
    void aPathThatIsNotThereIsRefusedBeforeAnythingStarts() {
        refused(PLAN.replace("models/g.onnx", "models/h.onnx"), "models/h.onnx", "not there");
        refused(
                PLAN.replace("\"images\": \"faces\"}", "\"images\": \"models/f.onnx\"}"),
                "folder 'models/f.onnx'");
        refused(PLAN.replace("models/g.onnx", "models/\\u0000"), "no path");
    }

    @Test
    void aHugeFileIsNoPlan() throws Exception {
        Path huge = folder.resolve("huge.json");
        Files.write(huge, new byte[2 << 20]);
        assertThrows(PlanException.class, () -> PlanFile.read(huge));
        assertThrows(WorkException.class, () -> PlanFile.read(folder.resolve("none.json")));
    }

    private PlanFile read(String json) throws Exception {
        Path file = Files.writeString(folder.resolve("plan.json"), json);
        return PlanFile.read(file);
    }

    private void refused(String json, String... saying) {
        var e = assertThrows(WorkException.class, () -> read(json));
        for (String each : saying) {
            assertTrue(e.getMessage().contains(each), e.getMessage());
        }
    }
}
