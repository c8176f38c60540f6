package revisage.window.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static revisage.window.shell.DrivenWindow.act;
import static revisage.window.shell.DrivenWindow.await;
import static revisage.window.shell.DrivenWindow.onScreen;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;

import revisage.project.Project;
import revisage.study.PaintedNetwork;
import revisage.window.StepState;

import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Files and folders dropped onto the window, with the events that the system sends.
class DropsTest extends DrivenTest {

    /// Onto the innermost thing of this name.
    private void drop(String onto, Path file) {
        Node target = driven.find(onto, Node.class);
        Dragboard board = board(file.toFile());
        DragEvent over = event(DragEvent.DRAG_OVER, board, target);
        DragEvent dropped = event(DragEvent.DRAG_DROPPED, board, target);
        act(
                () -> {
                    Event.fireEvent(target, over);
                    Event.fireEvent(target, dropped);
                });
    }

    private static DragEvent event(EventType<DragEvent> type, Dragboard board, Node target) {
        return new DragEvent(
                type,
                board,
                10,
                10,
                10,
                10,
                TransferMode.COPY,
                null,
                target,
                new PickResult(target, 10, 10));
    }

    private static Dragboard board(File file) {
        var clipboard =
                (TKClipboard)
                        Proxy.newProxyInstance(
                                DropsTest.class.getClassLoader(),
                                new Class<?>[] {TKClipboard.class},
                                (_, method, arguments) ->
                                        switch (method.getName()) {
                                            case "getContentTypes" -> Set.of(DataFormat.FILES);
                                            case "hasContent" ->
                                                    arguments[0].equals(DataFormat.FILES);
                                            case "getContent" -> List.of(file);
                                            case "getTransferModes" -> Set.of(TransferMode.COPY);
                                            default -> null;
                                        });
        return onScreen(() -> DragboardHelper.createDragboard(clipboard));
    }

    private List<MenuItem> asked() {
        return onScreen(
                () ->
                        Window.getWindows().stream()
                                .filter(ContextMenu.class::isInstance)
                                .flatMap(w -> ((ContextMenu) w).getItems().stream())
                                .toList());
    }

    @Test
    void aVectorFileOnTheStartPageBecomesAProject() throws Exception {
        Project project = PaintedProject.make(folder.resolve("p"), false);
        drop("#start-page", project.folder().resolve("leak.npy"));
        await("it is read", () -> driven.kind("leak") == StepState.Kind.DONE);
        assertTrue(Files.exists(folder.resolve("p/leak-revisage").resolve(Project.FILE)));
    }

    @Test
    void aProjectIsOpenedFromAnyPlaceAndVectorsAndModelsLeadToTheirScreens() throws Exception {
        Project project = PaintedProject.make(folder.resolve("p"), false);
        drop("#start-demo", project.folder());
        await("it is open", () -> driven.kind("leak") == StepState.Kind.DONE);
        assertEquals("Coloured squares", driven.window().workspace().project().file().title());

        Path model = Files.writeString(folder.resolve("p/c.onnx"), "c");
        drop("#rail-risk", model);
        await("its place is shown", () -> driven.place().equals("extractors"));
        assertTrue(driven.window().screens().extractors().named("c.onnx").isPresent(), "not added");
        await("the probe begins", () -> driven.stage().getScene().lookup("#probe") != null);
        act(() -> ((Button) driven.stage().getScene().lookup("#probe .button-icon")).fire());

        Path other = Files.copy(folder.resolve("p/leak.npy"), folder.resolve("p/other.npy"));
        drop("#covers", other);
        assertEquals("leak", driven.place());
        assertEquals(
                "other.npy", driven.window().workspace().project().file().leak().orElseThrow());
    }

    @Test
    void aNetworkThatMakesFacesGoesToTheMethodsAndIsNoExtractor() throws Exception {
        Project project = PaintedProject.make(folder.resolve("p"), true);
        Path f = project.folder().resolve("f.onnx");
        driven.open(project);
        Path fits = PaintedNetwork.write(folder.resolve("makes.onnx"), "nbnet", "A test", f);
        drop("#rail-leak", fits);
        await("its place is shown", () -> driven.place().equals("reconstruct"));
        await("it is taken", () -> driven.text("#network-file").equals("makes"));
        assertTrue(driven.find("#method-network", RadioButton.class).isSelected());
        String said = driven.window().workspace().noticeProperty().get().orElseThrow().text();
        assertTrue(said.startsWith("makes makes faces"), said);
        assertEquals(
                project.file().extractors(),
                driven.window().workspace().project().file().extractors());

        driven.select("#method-linear");
        Path foreign = PaintedNetwork.write(folder.resolve("other.onnx"), "nbnet", "A test", fits);
        drop("#rail-leak", foreign);
        await("it is refused", () -> driven.text("#network-file").equals("none"));
        Labeled why = driven.find(".settings .note-problem .label", Labeled.class);
        assertTrue(why.getText().contains("was trained for the extractor"), why.getText());
    }

    @Test
    void anExtractorIsRefusedAsANetworkAndSaidToBeOne() throws Exception {
        driven.open(PaintedProject.make(folder.resolve("p"), true));
        driven.show("reconstruct");
        driven.select("#method-network");
        driven.choose(folder.resolve("p/b.onnx"));
        driven.press("#choose-network");
        await(
                "it is refused",
                () -> driven.stage().getScene().lookup(".settings .note-problem") != null);
        Labeled why = driven.find(".settings .note-problem .label", Labeled.class);
        assertTrue(why.getText().contains("is no network that makes faces"), why.getText());
    }

    @Test
    void aFolderIsAskedAboutAndDoesWhatIsChosen() throws Exception {
        driven.open(PaintedProject.make(folder.resolve("p"), true));
        drop("#rail-leak", folder.resolve("p/people"));
        List<MenuItem> ways = asked();
        assertEquals(4, ways.size()); // public, photos, a matcher each
        act(() -> ways.getLast().fire());
        await(
                "they are enrolled",
                () -> driven.window().workspace().project().file().galleries().size() == 2);

        act(
                () ->
                        Window.getWindows().stream()
                                .filter(ContextMenu.class::isInstance)
                                .toList()
                                .forEach(Window::hide));
        drop("#rail-leak", folder.resolve("p/gallery-g"));
        assertEquals("A gallery", asked().getFirst().getText());
    }

    @Test
    void aModelBeforeAnyProjectIsSaid() throws Exception {
        drop("#start-page", Files.writeString(folder.resolve("c.onnx"), "c"));
        var notice = driven.window().workspace().noticeProperty().get().orElseThrow();
        assertTrue(notice.problem().orElseThrow().remedy().startsWith("Open a project"));
    }

    @Test
    void aBareFolderOnTheStartPageCanBecomeAProject() throws Exception {
        Path bare = Files.createDirectory(folder.resolve("bare"));
        drop("#start-page", bare);
        act(() -> asked().getFirst().fire());
        await("it is open", () -> driven.window().workspace().projectProperty().get().isPresent());
        assertTrue(Project.is(bare));
    }
}
