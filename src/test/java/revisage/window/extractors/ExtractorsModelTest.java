package revisage.window.extractors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.extract.CardFiles;
import revisage.match.Cards;
import revisage.study.FakeEngines;
import revisage.window.PlainWorkspace;
import revisage.window.StepState;
import revisage.window.Workspace;
import revisage.window.shell.PaintedProject;
import revisage.work.Sha256;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class ExtractorsModelTest {

    @TempDir Path folder;

    private Workspace workspace;
    private ExtractorsModel model;

    @BeforeEach
    void open() throws Exception {
        workspace =
                PlainWorkspace.of(
                        PaintedProject.make(folder.resolve("p"), false), new FakeEngines());
        model = new ExtractorsModel(workspace);
    }

    @Test
    void preprocessingIsShownOnAFaceOfNobodyThatIsDrawnOnce() throws Exception {
        assertEquals(Optional.empty(), model.sampleProperty().get());
        model.drawSample();
        var drawn = model.sampleProperty().get().orElseThrow();
        model.drawSample();
        assertSame(drawn, model.sampleProperty().get().orElseThrow());
    }

    @Test
    void theFirstOneIsTheAttackedOneAndAnotherCanBeNamed() {
        assertEquals("f.onnx", model.attacked().orElseThrow().name());
        model.attack(model.named("b.onnx").orElseThrow());
        assertEquals("b.onnx", model.attacked().orElseThrow().name());
        workspace.undo();
        assertEquals("f.onnx", model.attacked().orElseThrow().name());
    }

    @Test
    void aTrialTellsSpeedAndWhetherAnswersRepeat() {
        model.trial(model.attacked().orElseThrow());
        var trial = model.attacked().orElseThrow().trial().orElseThrow();
        assertTrue(trial.repeatable());
        assertTrue(trial.facesASecond() > 0);
        assertEquals(StepState.Kind.DONE, model.stepProperty().get().kind());
    }

    @Test
    void withoutACardItSaysSoAndAWrittenCardIsReadAtOnce() throws Exception {
        Path onnx = Files.writeString(folder.resolve("p/c.onnx"), "c");
        model.add(onnx);
        var entry = model.named("c.onnx").orElseThrow();
        assertTrue(entry.card().isEmpty());
        assertEquals(StepState.Kind.READY, model.stepProperty().get().kind());

        var draft = Cards.of("c", FakeEngines.DIMENSION);
        model.keep(
                entry,
                new revisage.extract.ModelCard(
                        "c",
                        Sha256.of(onnx),
                        draft.input(),
                        draft.output(),
                        draft.licence(),
                        draft.source(),
                        draft.paper()));
        assertTrue(Files.exists(CardFiles.beside(onnx)));
        assertEquals("c", model.named("c.onnx").orElseThrow().label());
        assertEquals(StepState.Kind.DONE, model.stepProperty().get().kind());
    }

    @Test
    void aMissingFileIsAProblemOfItsCard() {
        model.add(folder.resolve("p/nowhere.onnx"));
        var problem = model.named("nowhere.onnx").orElseThrow().problem().orElseThrow();
        assertTrue(problem.happened().endsWith("."), problem.happened());
        assertEquals(StepState.Kind.PROBLEM, model.stepProperty().get().kind());
        model.remove(model.named("nowhere.onnx").orElseThrow());
        assertEquals(StepState.Kind.DONE, model.stepProperty().get().kind());
    }
}
