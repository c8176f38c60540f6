package revisage.window.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static revisage.window.shell.DrivenWindow.act;
import static revisage.window.shell.DrivenWindow.await;
import static revisage.window.shell.DrivenWindow.onScreen;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import revisage.project.Project;
import revisage.project.ProjectFile.RunEntry;
import revisage.study.FakeEngines;
import revisage.study.PaintedNetwork;
import revisage.window.StepState;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Faces made by trained networks: those that come with the program, and the user's own.
class NetworksTest extends DrivenTest {

    private static final String SHIPPED = "Naive (re-creation)";

    @Override
    DrivenWindow open(Stage stage) throws Exception {
        Path shipped = folder.resolve("naive-f.onnx");
        Path foreign = folder.resolve("naive-other.onnx");
        Path f = Files.writeString(folder.resolve("f.onnx"), "f.onnx");
        PaintedNetwork.write(shipped, "naive", "Naive (re-creation: layers unknown)", f);
        PaintedNetwork.write(foreign, "nbnet", "Another", shipped);
        return new DrivenWindow(stage, folder, new FakeEngines(), List.of(shipped, foreign));
    }

    @BeforeEach
    void openProject() throws Exception {
        driven.open(PaintedProject.make(folder.resolve("p"), true));
        driven.show("reconstruct");
    }

    private boolean done(String screen) {
        return driven.kind(screen) == StepState.Kind.DONE;
    }

    private String shown(String id) {
        return onScreen(
                () ->
                        driven.stage().getScene().lookup(id).lookupAll(".label").stream()
                                .filter(Node::isVisible)
                                .map(n -> ((Labeled) n).getText())
                                .collect(Collectors.joining("|")));
    }

    @Test
    void aShippedNetworkRebuildsAndStandsWithTheOthersInMatchesRiskAndExport() throws Exception {
        await("it is offered", () -> driven.stage().getScene().lookup("#method-naive") != null);
        assertEquals(null, driven.find("#method-nbnet", Node.class), "of another extractor");
        driven.select("#method-naive");
        assertFalse(driven.find("#queries", Node.class).getParent().getParent().isVisible());
        driven.press("#start");
        await("the faces are there", () -> done("reconstruct"));

        RunEntry run = driven.window().workspace().project().file().runs().getFirst();
        assertEquals("naive (re-creation)", run.network().orElseThrow().method());
        assertTrue(run.finished() && run.targets().isEmpty());
        assertTrue(shown("#faces").contains(", nothing asked"), shown("#faces"));

        driven.show("matches");
        await("the gallery has answered", () -> done("matches"));
        assertTrue(driven.text("#verdict").startsWith("Right person at rank"));
        driven.show("risk");
        await("the risk is measured", () -> done("risk"));
        assertTrue(driven.text("#conditions").startsWith(SHIPPED), driven.text("#conditions"));
        driven.show("export");
        await("there are figures", () -> driven.kind("export") == StepState.Kind.READY);
        ListView<?> figures = driven.find("#figures", ListView.class);
        assertTrue(figures.getItems().contains("sheet-rebuilt-naive-f"), "" + figures.getItems());

        act(() -> driven.window().workspace().saveNow());
        assertEquals(List.of(run), Project.open(folder.resolve("p")).file().runs());
        act(() -> driven.window().workspace().leave());
        driven.open(Project.open(folder.resolve("p")));
        driven.show("reconstruct");
        await(
                "it is offered again",
                () -> driven.stage().getScene().lookup("#method-naive") != null);
    }

    @Test
    void theUsersOwnNetworkIsTakenAndOneOfAnotherExtractorIsRefused() throws Exception {
        Path f = folder.resolve("p/f.onnx");
        driven.select("#method-network");
        assertTrue(driven.find("#start", Node.class).isDisabled());
        Path wrong = folder.resolve("p/wrong.onnx");
        driven.choose(PaintedNetwork.write(wrong, "mine", "Mine", folder.resolve("p/b.onnx")));
        driven.press("#choose-network");
        await("it says so", () -> driven.stage().getScene().lookup(".note-problem") != null);
        assertTrue(shown(".note-problem").contains("trained for the extractor 'b'"));
        assertTrue(driven.find("#start", Node.class).isDisabled());

        driven.choose(PaintedNetwork.write(folder.resolve("p/own.onnx"), "mine", "Mine", f));
        driven.press("#choose-network");
        await("it is taken", () -> driven.text("#network-file").equals("own"));
        driven.press("#start");
        await("the faces are there", () -> done("reconstruct"));
        RunEntry run = driven.window().workspace().project().file().runs().getFirst();
        assertEquals("own.onnx", run.network().orElseThrow().file());
        await("it has the name of its method", () -> named("mine"));
    }

    private boolean named(String run) {
        return driven.stage().getScene().lookup("#runs").lookupAll(".list-cell").stream()
                .anyMatch(c -> run.equals(((Labeled) c).getText()));
    }
}
