package revisage.window.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.chart.ChartSpec;
import revisage.chart.Series;
import revisage.measure.Counting;
import revisage.project.Project;
import revisage.study.SweepLine;
import revisage.study.SweepReport;
import revisage.window.Desk;
import revisage.window.reconstruct.Wish;
import revisage.window.risk.RangeBar.Range;
import revisage.window.risk.RiskModel.State;
import revisage.window.shell.PaintedProject;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class RiskModelTest {

    @TempDir Path folder;

    private Desk measured(RiskModel[] made) throws Exception {
        Desk desk = new Desk(folder).open(PaintedProject.make(folder.resolve("p"), true));
        made[0] = new RiskModel(desk.workspace);
        assertInstanceOf(State.Missing.class, made[0].stateProperty().get());
        desk.reconstruct.start(new Wish("linear", Optional.empty(), List.of()));
        assertEquals(new State.Ready(), made[0].stateProperty().get());
        made[0].measure();
        return desk;
    }

    @Test
    void theRatesAreThereAgainWithTheProjectAndStaleAfterANewRun() throws Exception {
        var model = new RiskModel[1];
        Desk desk = measured(model);
        assertTrue(((State.Measured) model[0].stateProperty().get()).fresh());
        desk.workspace.saveNow();

        Desk again = new Desk(folder).open(Project.open(folder.resolve("p")));
        var reopened = new RiskModel(again.workspace);
        assertEquals(
                model[0].report().orElseThrow().lines(), reopened.report().orElseThrow().lines());
        assertTrue(((State.Measured) reopened.stateProperty().get()).fresh());

        again.reconstruct.start(new Wish("full-vector", Optional.of(30L), List.of()));
        assertFalse(((State.Measured) reopened.stateProperty().get()).fresh());
    }

    @Test
    void aReadingSaysTheSameInItsChartsItsMatrixAndItsSentence() throws Exception {
        var model = new RiskModel[1];
        Desk desk = measured(model);
        SweepReport report = model[0].report().orElseThrow();
        assertEquals(Optional.of("b.onnx"), RiskReading.tellingMatcher(report));
        assertEquals(Optional.of("Linear"), RiskReading.furthestMethod(report));
        var reading = new RiskReading(report, "b.onnx", Counting.PICTURES, Map.of());
        SweepLine line = reading.line(Optional.of("Linear")).orElseThrow();
        int n = reading.ns().getLast();
        SweepLine.Cell cell = reading.cell(line, 5, n).orElseThrow();

        assertEquals(12, n);
        assertEquals(PaintedProject.LEAKED, reading.probesOf("Linear"));
        assertEquals(cell, reading.matrix(5).getFirst().cell());
        assertEquals(cell.tpr(), at(reading.overK(n, false, ""), 5).y());
        Series.Point wrong = at(reading.overK(n, true, "False positive rate"), 5);
        assertEquals(1 - cell.tpr(), wrong.y(), 1e-12);
        assertEquals(1 - cell.high(), wrong.low(), 1e-12);
        String said = RiskSentence.of(line, cell, desk.workspace.words());
        assertTrue(
                said.startsWith("Of 6 leaked vectors, " + Math.round(6 * cell.tpr()) + " ("), said);
        assertTrue(said.contains(" among 5 suggestions from 12 people;"), said);
    }

    private static Series.Point at(ChartSpec chart, int x) {
        return chart.series().getFirst().points().stream()
                .filter(p -> p.x() == x)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLowerEndsOfTheRangesAreComparedWith() throws Exception {
        var model = new RiskModel[1];
        Desk desk = measured(model);
        var reading =
                new RiskReading(
                        model[0].report().orElseThrow(), "b.onnx", Counting.PEOPLE, Map.of());
        SweepLine line = reading.line(Optional.empty()).orElseThrow();
        long one = Math.round(6 * reading.cell(line, 1, 12).orElseThrow().tpr());

        assertEquals(
                "With 1 suggestion it would be " + one + ".",
                RiskSentence.beside(
                        reading, line, new Range(1, 5), new Range(12, 12), desk.workspace.words()));
        assertEquals(
                "",
                RiskSentence.beside(
                        reading, line, new Range(5, 5), new Range(12, 12), desk.workspace.words()));
    }
}
