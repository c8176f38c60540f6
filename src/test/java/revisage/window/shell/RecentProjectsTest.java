package revisage.window.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static revisage.window.shell.DrivenWindow.act;
import static revisage.window.shell.DrivenWindow.await;
import static revisage.window.shell.DrivenWindow.onScreen;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import revisage.project.Project;
import revisage.project.ProjectFile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Projects of before, some of which were moved or deleted since.
class RecentProjectsTest extends DrivenTest {

    private Path old;

    @BeforeEach
    void leaveOneBehind() throws Exception {
        old = folder.resolve("old");
        var project = new Project(old, ProjectFile.empty("Old").ofSyntheticPeople());
        project.save();
        act(() -> driven.window().opening().project(old));
        await("it is open", () -> driven.window().workspace().projectProperty().get().isPresent());
        act(() -> driven.window().workspace().leave());
        await("it is listed", () -> rows().size() == 1);
    }

    private void goneAndSeen() throws Exception {
        Files.move(old, folder.resolve("new"));
        act(() -> ((Button) rows().getFirst()).fire());
        await(
                "it is shown as missing",
                () -> rows().getFirst().lookup(".label") != null && missing());
    }

    private boolean missing() {
        return rows().getFirst().getStyleClass().contains("recent-missing");
    }

    private List<Node> rows() {
        return List.copyOf(driven.stage().getScene().getRoot().lookupAll(".recent"));
    }

    private List<String> remembered() {
        return driven.window().workspace().preferencesProperty().get().recent();
    }

    private Button button(String start) {
        return onScreen(
                () ->
                        rows().getFirst().lookupAll(".button").stream()
                                .map(Button.class::cast)
                                .filter(b -> b.getAccessibleText().startsWith(start))
                                .findFirst()
                                .orElseThrow());
    }

    @Test
    void oneThatIsGoneIsSaidAndNoneIsBegunInItsPlace() throws Exception {
        goneAndSeen();
        assertFalse(Files.exists(old), "an empty project was begun in its place");
        assertTrue(driven.window().workspace().projectProperty().get().isEmpty());
        var said = driven.window().workspace().noticeProperty().get().orElseThrow();
        assertTrue(said.text().endsWith("does not exist."), said.text());
        List<String> words =
                onScreen(
                        () ->
                                rows().getFirst().lookupAll(".label").stream()
                                        .map(n -> ((Labeled) n).getText())
                                        .toList());
        assertTrue(words.contains("old"), words.toString());
        assertTrue(
                words.stream().anyMatch(w -> w.startsWith("is not there any more")),
                words.toString());
    }

    @Test
    void itIsFoundWhereItIsNow() throws Exception {
        goneAndSeen();
        driven.choose(Files.createDirectory(folder.resolve("none")));
        act(button("Find")::fire);
        await("that is none", () -> driven.window().workspace().noticeProperty().get().isPresent());
        assertTrue(Files.notExists(folder.resolve("none").resolve(Project.FILE)));

        driven.choose(folder.resolve("new"));
        act(button("Find")::fire);
        await("it is open", () -> driven.window().workspace().projectProperty().get().isPresent());
        assertEquals("Old", driven.window().workspace().project().file().title());
        assertEquals(List.of(folder.resolve("new").toString()), remembered());
    }

    @Test
    void itIsForgotten() throws Exception {
        goneAndSeen();
        act(button("Forget")::fire);
        await("the list is empty", () -> rows().isEmpty());
        assertEquals(List.of(), remembered());
        assertFalse(onScreen(() -> driven.stage().getScene().lookup("#recent").isVisible()));
    }
}
