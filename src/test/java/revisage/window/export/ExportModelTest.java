package revisage.window.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.chart.FigureFormat;
import revisage.chart.Width;
import revisage.window.Desk;
import revisage.window.StepState;
import revisage.window.cloud.CloudReports;
import revisage.window.extractors.ExtractorNames;
import revisage.window.reconstruct.Wish;
import revisage.window.risk.RiskModel;
import revisage.window.shell.PaintedProject;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

class ExportModelTest {

    @TempDir Path folder;

    private Desk desk;
    private RiskModel risk;
    private ExportModel model;

    @BeforeEach
    void open() throws Exception {
        desk = new Desk(folder).open(PaintedProject.make(folder.resolve("p"), true));
        risk = new RiskModel(desk.workspace);
        model =
                new ExportModel(
                        desk.workspace,
                        risk,
                        desk.reconstruct,
                        new ExtractorNames(desk.extractors),
                        new CloudReports(desk.workspace));
    }

    @Test
    void captionsTellNIntervalsMethodAndHashes() {
        assertEquals(StepState.NOTHING, model.stepProperty().get());
        desk.reconstruct.start(new Wish("full-vector", Optional.of(40L), List.of()));
        risk.measure();

        assertEquals(
                List.of(
                        "rates-over-k",
                        "rates-over-n",
                        "cosine-over-queries",
                        "sheet-rebuilt-full-vector-40"),
                model.names());
        String k = model.caption("rates-over-k");
        assertTrue(k.contains("N = 12 enrolled people (probes: n = 6; type-II)"), k);
        assertTrue(k.contains("95 % bootstrap intervals"), k);
        assertTrue(
                k.matches(
                        ".*Attacked: f \\(SHA-256 [0-9a-f]{12}\\)\\. Matchers: b\\.onnx"
                                + " \\(SHA-256 [0-9a-f]{12}\\)\\. Revisage test\\."),
                k);
        assertTrue(model.caption("rates-over-n").contains("with K = 25 candidates"));
        String ways = model.caption("cosine-over-queries");
        assertTrue(ways.contains("Full vector, 40 queries (n = 6). Attacked: f (SHA-256 "), ways);
        String sheet = model.caption("sheet-rebuilt-full-vector-40");
        assertTrue(sheet.contains("the estimate that was computed"), sheet);
        assertTrue(
                sheet.contains("(n = 6 targets). Full vector, 40 queries. Attacked: f (SHA-256 "),
                sheet);
    }

    @Test
    void aProofIsAsLargeAsThePrint() throws Exception {
        desk.reconstruct.start(new Wish("linear", Optional.empty(), List.of()));
        risk.measure();

        byte[] png = model.proof("rates-over-k", Width.COLUMN, 96).run(_ -> {});

        assertEquals(
                Math.round(88 / 25.4 * 96),
                ImageIO.read(new ByteArrayInputStream(png)).getWidth(),
                1.0);
    }

    @Test
    void allIsWrittenAtOnceWithCaptionsAndSheets() throws Exception {
        desk.reconstruct.start(new Wish("linear", Optional.empty(), List.of()));
        risk.measure();
        Path out = folder.resolve("out");

        model.write(EnumSet.allOf(FigureFormat.class), Width.FULL, out);

        for (String ending : List.of("svg", "pdf", "png", "csv")) {
            assertTrue(Files.size(out.resolve("rates-over-k." + ending)) > 200, ending);
        }
        assertTrue(Files.exists(out.resolve("sheet-rebuilt-linear.png")));
        String captions = Files.readString(out.resolve("captions.txt"));
        assertTrue(captions.contains("sheet-rebuilt-linear\n  Photos above"), captions);
        assertFalse(captions.contains(folder.toString()), "no path of this machine");
    }
}
