package revisage.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.project.Project;
import revisage.project.ProjectFile;
import revisage.project.ProjectFile.Authority;
import revisage.project.ProjectFile.GalleryEntry;
import revisage.study.FakeEngines;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class EditsTest {

    private static final GalleryEntry ENROLLED =
            new GalleryEntry("gallery", "a.onnx", Optional.empty());

    @TempDir Path folder;

    private Workspace workspace() {
        return PlainWorkspace.of(
                new Project(folder.resolve("p"), ProjectFile.empty("Edits")), new FakeEngines());
    }

    private static List<String> extractors(Workspace workspace) {
        return workspace.project().file().extractors();
    }

    @Test
    void whatWasTakenBackIsDoneAgainInItsOrder() {
        Workspace workspace = workspace();
        workspace.edit(f -> f.withExtractor("a.onnx"));
        workspace.edit(f -> f.withExtractor("b.onnx"));
        ProjectFile both = workspace.project().file();
        workspace.undo();
        workspace.undo();
        assertEquals(List.of(), extractors(workspace));
        assertFalse(workspace.undoable());
        workspace.redo();
        assertEquals(List.of("a.onnx"), extractors(workspace));
        workspace.redo();
        assertEquals(both, workspace.project().file());
        assertFalse(workspace.redoable());
    }

    @Test
    void whatWasNotedInBetweenStays() {
        Workspace workspace = workspace();
        var answer = new Authority("own", "", "2026-11-24");
        workspace.edit(f -> f.withExtractor("a.onnx"));
        workspace.note(f -> f.withGallery(ENROLLED));
        workspace.edit(f -> f.withExtractor("b.onnx"));
        workspace.note(f -> f.withAuthority(answer));
        workspace.undo();
        assertEquals(List.of("a.onnx"), extractors(workspace));
        assertEquals(Optional.of(answer), workspace.project().file().authority());
        workspace.undo();
        assertEquals(List.of(), extractors(workspace));
        assertEquals(Optional.of(answer), workspace.project().file().authority());
        assertEquals(List.of(ENROLLED), workspace.project().file().galleries());
        workspace.redo();
        workspace.redo();
        assertEquals(List.of("a.onnx", "b.onnx"), extractors(workspace));
        assertEquals(List.of(ENROLLED), workspace.project().file().galleries());
    }

    @Test
    void aNewEditEndsWhatCouldBeDoneAgainAndOneThatChangesNothingIsNone() {
        Workspace workspace = workspace();
        workspace.edit(f -> f.withExtractor("a.onnx"));
        workspace.edit(f -> f.withExtractor("b.onnx"));
        workspace.undo();
        workspace.edit(f -> f.withExtractor("a.onnx"));
        assertTrue(workspace.redoable());
        workspace.edit(f -> f.withExtractor("c.onnx"));
        assertFalse(workspace.redoable());
        workspace.redo();
        assertEquals(List.of("a.onnx", "c.onnx"), extractors(workspace));
        workspace.undo();
        assertEquals(List.of("a.onnx"), extractors(workspace));
    }

    @Test
    void anotherProjectHasNothingToTakeBack() throws Exception {
        Workspace workspace = workspace();
        workspace.edit(f -> f.withExtractor("a.onnx"));
        workspace.edit(f -> f.withExtractor("b.onnx"));
        workspace.undo();
        workspace.open(new Project(folder.resolve("q"), ProjectFile.empty("Other")));
        assertFalse(workspace.undoable() || workspace.redoable());
    }
}
