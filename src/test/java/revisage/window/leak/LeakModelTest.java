package revisage.window.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.extract.ModelCard;
import revisage.match.Cards;
import revisage.project.Project;
import revisage.study.FakeEngines;
import revisage.window.PlainWorkspace;
import revisage.window.StepState;
import revisage.window.Workspace;
import revisage.window.shell.PaintedProject;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class LeakModelTest {

    @TempDir Path folder;

    private Project project;
    private Workspace workspace;
    private LeakModel model;

    @BeforeEach
    void open() throws Exception {
        project = PaintedProject.make(folder.resolve("p"), false);
        workspace = PlainWorkspace.of(project, new FakeEngines());
        model = new LeakModel(workspace);
    }

    @Test
    void theProjectsFileIsReadAndItsPeopleAreKnown() {
        assertInstanceOf(LeakModel.State.Read.class, model.stateProperty().get());
        assertEquals(StepState.Kind.DONE, model.stepProperty().get().kind());
        assertEquals(PaintedProject.LEAKED, model.vectors().orElseThrow().count());
        assertEquals("Person_000", model.nameOf(0));
        assertTrue(model.people().contains("Person_005"));
    }

    @Test
    void anExtractorFitsByItsDimensionAndByItsLengths() {
        assertEquals(Optional.of(LeakModel.Fit.NONE), model.fit(Cards.of("other", 7)));
        ModelCard card = Cards.of("same", FakeEngines.DIMENSION);
        LeakModel.Fit expected =
                card.output().unitLength() && !model.overview().orElseThrow().health().unitLength()
                        ? LeakModel.Fit.DOUBTFUL
                        : LeakModel.Fit.GOOD;
        assertEquals(Optional.of(expected), model.fit(card));
    }

    @Test
    void aBrokenFileIsSaidAndUndoneAndTheSameFileIsReadAgain() throws Exception {
        Path broken = Files.writeString(folder.resolve("p/broken.npy"), "nothing");
        model.open(broken);
        assertInstanceOf(LeakModel.State.Broken.class, model.stateProperty().get());
        assertEquals(StepState.Kind.PROBLEM, model.stepProperty().get().kind());

        workspace.undo();
        assertInstanceOf(LeakModel.State.Read.class, model.stateProperty().get());

        Path good = folder.resolve("p/leak.npy");
        byte[] bytes = Files.readAllBytes(good);
        Files.write(good, new byte[3]);
        model.open(good);
        assertInstanceOf(LeakModel.State.Broken.class, model.stateProperty().get());
        Files.write(good, bytes);
        model.open(good);
        assertInstanceOf(LeakModel.State.Read.class, model.stateProperty().get());
    }

    @Test
    void pickedRowsAreForgottenWithTheirFile() throws Exception {
        model.selectedProperty().set(List.of(1, 2));
        Path other = Files.copy(folder.resolve("p/leak.npy"), folder.resolve("p/other.npy"));
        model.open(other);
        assertEquals(List.of(), model.selectedProperty().get());
    }

    @Test
    void withoutAProjectThereIsNothing() {
        workspace.leave();
        assertInstanceOf(LeakModel.State.Nothing.class, model.stateProperty().get());
        assertEquals(StepState.NOTHING, model.stepProperty().get());
    }
}
