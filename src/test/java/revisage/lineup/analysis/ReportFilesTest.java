package revisage.lineup.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.extract.StrictJson;
import revisage.lineup.LineupPlan;
import revisage.lineup.SmallStudy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

class ReportFilesTest {

    private static final LineupPlan PLAN = new SmallStudy(3, 4, 16, 0.25).plan();

    @TempDir Path folder;

    @Test
    void everythingIsWrittenAndThePageIsWellFormed() throws Exception {
        Sheet sheet = TidyFilesTest.simulated(PLAN, 40, 4);
        LineupReport report = new LineupAnalysis(sheet, "test").run(_ -> {});
        ReportFiles.write(report, sheet, (_, _) -> {}, folder);
        for (String name : List.of("figure-7", "figure-7-participants", "calibration", "judges")) {
            for (String ending : List.of("svg", "pdf", "png", "csv")) {
                assertTrue(Files.size(folder.resolve(name + "." + ending)) > 100, name);
            }
        }
        Path page = folder.resolve(ReportFiles.PAGE);
        var read = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(page.toFile());
        assertEquals(4, read.getElementsByTagName("img").getLength());
        assertFalse(Files.readString(page).contains("NaN"));
        assertEquals(
                report,
                StrictJson.read(
                        Files.readAllBytes(folder.resolve("report.json")),
                        LineupReport.class,
                        "report",
                        "report.json"));
    }

    @Test
    void aStudyThatNobodyFinishedHasAReportWithoutNumbers() throws Exception {
        var sheet = new AnswerReading(PLAN).read(List.of());
        LineupReport report = new LineupAnalysis(sheet, "test").run(_ -> {});
        ReportFiles.write(report, sheet, (_, _) -> {}, folder);
        assertEquals(3, report.notes().size());
        assertTrue(report.methods().getFirst().found().isEmpty());
    }

    @Test
    void theSameAnswersGiveTheSameBytes() throws Exception {
        Sheet sheet = TidyFilesTest.simulated(PLAN, 20, 5);
        byte[] once = StrictJson.write(new LineupAnalysis(sheet, "test").run(_ -> {}));
        byte[] again = StrictJson.write(new LineupAnalysis(sheet, "test").run(_ -> {}));
        assertEquals(new String(once, "UTF-8"), new String(again, "UTF-8"));
    }
}
