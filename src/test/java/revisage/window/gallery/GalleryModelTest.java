package revisage.window.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.project.ProjectFile.GalleryEntry;
import revisage.study.FakeEngines;
import revisage.window.PlainWorkspace;
import revisage.window.StepState;
import revisage.window.Workspace;
import revisage.window.extractors.ExtractorsModel;
import revisage.window.shell.PaintedProject;

import java.nio.file.Files;
import java.nio.file.Path;

class GalleryModelTest {

    @TempDir Path folder;

    private Workspace workspace;
    private ExtractorsModel extractors;
    private GalleryModel model;

    @BeforeEach
    void open() throws Exception {
        workspace =
                PlainWorkspace.of(
                        PaintedProject.make(folder.resolve("p"), true), new FakeEngines());
        extractors = new ExtractorsModel(workspace);
        model = new GalleryModel(workspace, extractors);
    }

    @Test
    void theFirstGalleryIsShown() {
        var shown = model.shownProperty().get().orElseThrow();
        assertEquals(12, shown.stored().gallery().people().size());
        assertEquals("b", model.nameOf(shown.entry()));
        assertFalse(model.sameModel(shown.entry()));
        assertEquals(StepState.Kind.DONE, model.stepProperty().get().kind());
    }

    @Test
    void anEnrolledFolderBecomesTheGalleryThatIsShownAndIsTold() {
        var attacked = extractors.attacked().orElseThrow();
        model.enrol(folder.resolve("p/leaked"), attacked);
        assertEquals(2, model.entriesProperty().get().size());
        var shown = model.shownProperty().get().orElseThrow();
        assertEquals(PaintedProject.LEAKED, shown.stored().gallery().size());
        assertTrue(model.sameModel(shown.entry()));
        assertTrue(workspace.noticeProperty().get().orElseThrow().text().startsWith("Enrolled 6"));
    }

    @Test
    void peopleWhoDoNotExistCanBeEnrolled() {
        model.enrolSynthetic(2, extractors.attacked().orElseThrow());
        var shown = model.shownProperty().get().orElseThrow();
        assertEquals(2, shown.stored().gallery().people().size());
        assertEquals(6, shown.stored().gallery().size());
        assertEquals("synthetic-2", shown.entry().images().orElseThrow());
    }

    @Test
    void anEmptyFolderIsSaidAndNothingIsLost() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        model.enrol(empty, extractors.attacked().orElseThrow());
        assertEquals(1, model.entriesProperty().get().size());
        var problem = workspace.noticeProperty().get().orElseThrow().problem().orElseThrow();
        assertTrue(problem.happened().endsWith("."), problem.happened());
        assertFalse(problem.remedy().isEmpty());
        assertEquals(StepState.Kind.DONE, model.stepProperty().get().kind());
    }

    @Test
    void aForgottenGalleryComesBackByUndo() {
        GalleryEntry entry = model.entriesProperty().get().getFirst();
        model.forget(entry);
        assertTrue(model.shownProperty().get().isEmpty());
        assertEquals(StepState.NOTHING, model.stepProperty().get());
        workspace.undo();
        assertEquals(entry, model.shownProperty().get().orElseThrow().entry());
    }

    @Test
    void aDamagedGalleryIsAProblemOfItsStep() throws Exception {
        Files.writeString(folder.resolve("p/gallery-g/gallery.json"), "{");
        Workspace again = PlainWorkspace.of(workspace.project(), new FakeEngines());
        var other = new GalleryModel(again, new ExtractorsModel(again));
        assertTrue(other.problemProperty().get().isPresent());
        assertEquals(StepState.Kind.PROBLEM, other.stepProperty().get().kind());
    }
}
