package revisage.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.extract.StrictJson;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class AttackedNamesTest {

    private static final String ATTACKED = "aaaa1111";
    private static final String MATCHER = "bbbb2222";

    @TempDir Path dir;

    private Path rebuilt(String folder, String extractor, String sha256) throws Exception {
        Path made = Files.createDirectories(dir.resolve(folder));
        var settings =
                new ReconstructionSettings(
                        1, "linear", "", "", 1, 1, 1, "unlimited", "", extractor, sha256, "", "");
        Files.write(made.resolve(ReconstructionSettings.FILE), StrictJson.write(settings));
        return made;
    }

    private static SweepReport report(String matcher) {
        var gallery = new SweepReport.GalleryNote(matcher, MATCHER, "", "", 1, 1, 0);
        return new SweepReport(
                1,
                "test",
                SweepPlan.USUAL,
                List.of(gallery),
                List.of(),
                List.of(),
                Map.of(),
                List.of());
    }

    @Test
    void aFolderOfReconstructionsNamesItsExtractor() throws Exception {
        var folders = List.of(rebuilt("made", "res", ATTACKED), dir.resolve("photos"));
        SweepReport report = report("efficient");
        Map<String, String> names = AttackedNames.of(report, folders);
        assertEquals("res", report.nameOf(ATTACKED, names));
        assertEquals("efficient", report.nameOf(MATCHER, names));
        assertEquals("cccc", report.nameOf("cccc", names));
    }

    @Test
    void anExtractorOfAnothersNameBearsTheBeginningOfItsHash() throws Exception {
        SweepReport report = report("res");
        var names = AttackedNames.of(report, List.of(rebuilt("made", "res", ATTACKED)));
        assertEquals("res (aaaa)", report.nameOf(ATTACKED, names));
        assertEquals("res (bbbb)", report.nameOf(MATCHER, names));
    }

    @Test
    void settingsThatCannotBeReadAreSaid() throws Exception {
        Path made = rebuilt("made", "res", ATTACKED);
        Files.writeString(made.resolve(ReconstructionSettings.FILE), "{\"schema\": 1");
        assertThrows(WorkException.class, () -> AttackedNames.of(report("res"), List.of(made)));
    }
}
