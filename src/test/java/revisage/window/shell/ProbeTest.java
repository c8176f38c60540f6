package revisage.window.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static revisage.window.shell.DrivenWindow.act;
import static revisage.window.shell.DrivenWindow.await;
import static revisage.window.shell.DrivenWindow.onScreen;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;

import org.junit.jupiter.api.Test;

import revisage.extract.CardFiles;
import revisage.extract.ModelCard;
import revisage.project.Project;
import revisage.study.FakeEngines;
import revisage.window.StepState;
import revisage.work.Sha256;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An extractor without a card, led through the probe.
class ProbeTest extends DrivenTest {

    private Path cardless() throws Exception {
        Project project = PaintedProject.make(folder.resolve("p"), true);
        driven.open(project);
        Path onnx = Files.writeString(folder.resolve("p/c.onnx"), "c");
        act(() -> driven.window().screens().extractors().add(onnx));
        await("it was looked at", () -> driven.kind("extractors") == StepState.Kind.READY);
        return onnx; // without a card it leads to the probe
    }

    @Test
    void theProbeCanBeLeftAndBegunAgainFromTheCard() throws Exception {
        cardless();
        act(() -> ((Button) probe().lookup(".button-icon")).fire());
        assertEquals(null, onScreen(this::probe));
        driven.show("extractors");
        Button probe =
                onScreen(
                        () ->
                                driven.stage().getScene().getRoot().lookupAll(".accent").stream()
                                        .filter(Button.class::isInstance)
                                        .map(Button.class::cast)
                                        .filter(b -> b.getText().equals("Probe"))
                                        .findFirst()
                                        .orElseThrow());
        act(probe::fire);
        assertEquals("Step 1 of 3", said());
    }

    @Test
    void labelledFacesTellHowItWantsThemAndTheCardIsWritten() throws Exception {
        Path onnx = cardless();
        assertEquals("Step 1 of 3", said());
        driven.choose(folder.resolve("p/people"));
        driven.press("#probe-faces");
        await("it was measured", () -> driven.stage().getScene().lookup("#probe-keep") != null);
        assertEquals("Step 3 of 3", said());
        TableView<?> table =
                onScreen(
                        () ->
                                (TableView<?>)
                                        driven.stage()
                                                .getScene()
                                                .lookup("#probe")
                                                .lookup(".table-view"));
        assertTrue(table.getItems().size() > 1, "only " + table.getItems().size());
        assertFalse(Files.exists(CardFiles.beside(onnx)));
        driven.press("#probe-keep");
        await("the card is read", () -> driven.kind("extractors") == StepState.Kind.DONE);
        assertEquals(FakeEngines.DIMENSION, CardFiles.read(CardFiles.beside(onnx)).dimension());
        act(() -> ((Button) probe().lookup(".button-icon")).fire());
        assertEquals(null, onScreen(this::probe));
    }

    @Test
    void withoutFacesTheUsualWayIsProposedAsAGuessAndWrittenWhenItIsTaken() throws Exception {
        Path onnx = cardless();
        driven.press("#probe-guess");
        await("it is proposed", () -> driven.stage().getScene().lookup("#probe-keep") != null);
        assertEquals("Step 3 of 3", said());
        assertTrue(words().contains("This is a guess: nothing was measured."), "" + words());
        assertEquals(null, onScreen(() -> probe().lookup(".table-view")), "nothing was compared");
        assertFalse(Files.exists(CardFiles.beside(onnx)), "written before it was taken");

        driven.press("#probe-keep");
        await("the card is read", () -> driven.kind("extractors") == StepState.Kind.DONE);
        Button keep = driven.find("#probe-keep", Button.class);
        assertTrue(keep.isDisabled() && keep.getText().equals("Written"));
        ModelCard card = CardFiles.read(CardFiles.beside(onnx));
        assertEquals(FakeEngines.DIMENSION, card.dimension());
        assertEquals(Sha256.of(onnx), card.sha256());
        assertEquals("input", card.input().name());
        act(() -> ((Button) probe().lookup(".button-icon")).fire());
        assertEquals(null, onScreen(this::probe));
        assertTrue(
                driven.window()
                        .screens()
                        .extractors()
                        .named("c.onnx")
                        .orElseThrow()
                        .card()
                        .isPresent());
    }

    private Node probe() {
        return driven.stage().getScene().lookup("#probe");
    }

    private List<String> words() {
        return onScreen(
                () ->
                        probe().lookupAll(".label").stream()
                                .map(n -> ((javafx.scene.control.Labeled) n).getText())
                                .toList());
    }

    @Test
    void aFolderWithoutPeopleIsSaidAndTheProbeBeginsAgain() throws Exception {
        cardless();
        driven.choose(Files.createDirectory(folder.resolve("empty")));
        driven.press("#probe-faces");
        await(
                "it says so",
                () -> driven.stage().getScene().lookup("#probe").lookup(".note-problem") != null);
        assertEquals("Step 1 of 3", said());
    }

    private String said() {
        return words().stream()
                .filter(t -> t != null && t.startsWith("Step"))
                .findFirst()
                .orElse("");
    }
}
