package revisage.window.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static revisage.window.shell.DrivenWindow.act;
import static revisage.window.shell.DrivenWindow.await;
import static revisage.window.shell.DrivenWindow.onScreen;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;

import org.junit.jupiter.api.Test;

import revisage.project.Project;
import revisage.project.ProjectFile;
import revisage.window.Problem;
import revisage.window.StepState;
import revisage.window.Task;
import revisage.work.FileException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What goes wrong is one sentence with what to do, its details can be copied, and nothing is lost.
class TroublesTest extends DrivenTest {

    /// The words of the newest problem that is shown: what happened, what to do.
    private List<String> said() throws Exception {
        await("a problem is shown", () -> !problems().isEmpty());
        Node note = onScreen(() -> problems().getLast());
        List<String> said =
                onScreen(
                        () ->
                                note.lookupAll(".label").stream()
                                        .filter(n -> n.getClass() == Label.class)
                                        .map(n -> ((Labeled) n).getText())
                                        .toList());
        assertEquals(2, said.size(), said.toString());
        said.forEach(s -> assertTrue(s.endsWith("."), s));
        assertTrue(said.stream().noneMatch(s -> s.contains("Exception")), said.toString());
        Button copy =
                onScreen(
                        () ->
                                note.lookupAll(".button").stream()
                                        .map(Button.class::cast)
                                        .filter(b -> b.getText().equals("Copy details"))
                                        .findFirst()
                                        .orElseThrow());
        act(copy::fire);
        String copied = onScreen(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.startsWith(said.getFirst()), copied);
        assertTrue(copied.contains("    at revisage."), copied);
        return said;
    }

    private List<Node> problems() {
        return Stream.concat(
                        driven.stage().getScene().getRoot().lookupAll(".note-problem").stream(),
                        Stream.empty())
                .filter(n -> n.isVisible() && n.getScene() != null)
                .toList();
    }

    @Test
    void aBrokenVectorFile() throws Exception {
        driven.open(PaintedProject.make(folder.resolve("p"), false));
        Path broken = Files.writeString(folder.resolve("p/broken.npy"), "no vectors at all");
        driven.choose(broken);
        act(() -> driven.window().screens().leak().open(broken));
        await("it says so", () -> driven.kind("leak") == StepState.Kind.PROBLEM);
        driven.show("leak");
        said();
        act(() -> driven.window().workspace().undo());
        await("the old file is back", () -> driven.kind("leak") == StepState.Kind.DONE);
    }

    @Test
    void theWrongExtractor() throws Exception {
        Project made = PaintedProject.make(folder.resolve("p"), false);
        Path wrong = folder.resolve("p/wrong.csv");
        Files.writeString(wrong, "0.1,0.2,0.3\n0.3,0.2,0.1\n0.2,0.2,0.2\n0.9,0.1,0.4\n");
        Project project = made.saying(made.file().withLeak("wrong.csv"));
        project.save();
        driven.open(project);
        driven.show("reconstruct");
        driven.select("#method-linear");
        await("it is told", () -> driven.text("#waitingText").contains("have 3 numbers"));
        assertTrue(driven.find("#start", Node.class).isDisabled());
        assertEquals(
                project.file().extractors(), Project.open(project.folder()).file().extractors());
    }

    @Test
    void aFullDiskWhileAFileIsWritten() throws Exception {
        Project project = PaintedProject.make(folder.resolve("p"), true);
        driven.open(project);
        driven.show("gallery");
        Path file = folder.resolve("p/pictures.bin");
        Task task =
                onScreen(
                        () ->
                                driven.window()
                                        .workspace()
                                        .tasks()
                                        .start(
                                                "Enrolling",
                                                _ -> {
                                                    throw FileException.of(
                                                            "write the gallery",
                                                            file,
                                                            new IOException(
                                                                    "No space left on device"));
                                                },
                                                outcome ->
                                                        driven.window()
                                                                .workspace()
                                                                .tell(problem(outcome))));
        await("it fails", () -> task.stateProperty().get() == Task.State.FAILED);
        assertTrue(said().getFirst().toLowerCase(java.util.Locale.ROOT).contains("full"));
        assertEquals(1, Project.open(project.folder()).file().galleries().size());
    }

    private static Problem problem(revisage.window.Jobs.Outcome<?> outcome) {
        return outcome instanceof revisage.window.Jobs.Outcome.Failed<?>(Problem p)
                ? p
                : new Problem("It went well.", "", "");
    }

    @Test
    void figuresThatCannotBeWrittenAreWrittenOnceTheyCan() throws Exception {
        driven.open(PaintedProject.make(folder.resolve("p"), true));
        driven.show("reconstruct");
        driven.select("#method-linear");
        driven.press("#start");
        await("the faces are rebuilt", () -> driven.kind("reconstruct") == StepState.Kind.DONE);
        driven.show("risk");
        await("the risk is measured", () -> driven.kind("risk") == StepState.Kind.DONE);
        driven.show("export");
        Path blocked = folder.resolve("p/figures/rates-over-k.svg");
        Path way = Files.createDirectories(blocked.resolve("in the way")); // as good as a full disk
        driven.press("#export");
        await("it fails", () -> driven.kind("export") == StepState.Kind.PROBLEM);
        assertTrue(said().getFirst().startsWith("Cannot write the figure"), said().toString());

        Files.delete(way);
        Files.delete(blocked);
        driven.press("#export");
        await("it is written", () -> driven.kind("export") == StepState.Kind.DONE);
        assertTrue(Files.size(blocked) > 100);
        assertEquals(List.of(), onScreen(this::problems));
    }

    @Test
    void aProjectThatCannotBeSaved() throws Exception {
        Project project = PaintedProject.make(folder.resolve("p"), true);
        driven.open(project);
        Path file = project.folder().resolve(Project.FILE);
        byte[] before = Files.readAllBytes(file);
        Files.delete(file);
        Files.createDirectories(file.resolve("in the way")); // as good as a disk that refuses
        act(() -> driven.window().workspace().edit(f -> f.withAttacked("b.onnx")));
        said();
        assertEquals(
                Optional.of("b.onnx"), driven.window().workspace().project().file().attacked());
        Files.delete(file.resolve("in the way"));
        Files.delete(file);
        Files.write(file, before);
        act(() -> driven.window().workspace().saveNow());
        assertEquals(Optional.of("b.onnx"), Project.open(project.folder()).file().attacked());
    }

    @Test
    void aStopInTheMiddleKeepsWhatWasFound() throws Exception {
        Project project = PaintedProject.make(folder.resolve("p"), false);
        driven.open(project);
        driven.show("reconstruct");
        driven.select("#method-reference");
        driven.press("#start");
        await("the search runs", () -> driven.text("#state").contains("queries"));
        act(() -> driven.window().workspace().leave());
        act(() -> driven.window().opening().project(project.folder()));
        await(
                "the run is there, unfinished",
                () ->
                        driven.window().workspace().projectProperty().get().stream()
                                .flatMap(p -> p.file().runs().stream())
                                .anyMatch(r -> !r.finished()));
        ProjectFile kept = Project.open(project.folder()).file();
        assertFalse(kept.runs().getFirst().finished());
        assertEquals(project.file().leak(), kept.leak());
    }
}
