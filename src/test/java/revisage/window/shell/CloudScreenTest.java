package revisage.window.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static revisage.window.shell.DrivenWindow.act;
import static revisage.window.shell.DrivenWindow.await;
import static revisage.window.shell.DrivenWindow.onScreen;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import revisage.cloud.Call;
import revisage.cloud.CloudChoice;
import revisage.cloud.CloudService;
import revisage.cloud.Clouds;
import revisage.cloud.Endpoint;
import revisage.cloud.FakeCloud;
import revisage.cloud.FakeCloud.Blow;
import revisage.cloud.ServiceCard;
import revisage.cloud.simulate.ExtractorEye;
import revisage.cloud.simulate.Simulator;
import revisage.extract.DeviceChoice;
import revisage.project.Project;
import revisage.store.InMemory;
import revisage.study.CloudedEngines;
import revisage.study.Engines;
import revisage.study.FakeEngines;
import revisage.window.StepState;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

/// The cloud screen, driven as a person would. With `-Drevisage.screens=DIR` it leaves pictures.
@ExtendWith(ApplicationExtension.class)
class CloudScreenTest {

    @TempDir(factory = InMemory.class)
    Path folder;

    private DrivenWindow driven;

    @AfterEach
    void close() {
        act(driven.stage()::close);
        driven.close();
    }

    private void open(Engines engines) throws Exception {
        Project project = PaintedProject.make(folder.resolve("p"), true);
        driven = onScreen(() -> new DrivenWindow(new Stage(), folder, engines));
        driven.choose(folder.resolve("p/people"));
        driven.open(project);
        driven.show("reconstruct");
        driven.select("#method-linear");
        press("#start");
        await("the faces are rebuilt", () -> kind("reconstruct") == StepState.Kind.DONE);
        driven.show("cloud");
    }

    @Test
    void aSimulatorIsQuotedAskedAndCounted() throws Exception {
        var engines = new CloudedEngines(new FakeEngines());
        Path model = folder.resolve("eye.onnx");
        Files.writeString(model, "eye");
        try (var extractor = engines.extractors().open(model, DeviceChoice.CPU);
                var simulator =
                        Simulator.start(
                                Simulator.Service.REKOGNITION,
                                0,
                                new ExtractorEye(extractor, Optional.empty()),
                                Simulator.Day.quiet())) {
            open(engines);
            shoot("cloud-empty");
            act(() -> this.<TextField>find("#region").setText("us-east-1"));
            act(() -> this.<TextField>find("#endpoint").setText(simulator.address()));
            press("#choosePeopleButton");
            press("#ask");
            await("the quote is there", () -> shown("#send"));
            shoot("cloud-quote-simulator");
            assertTrue(simulator.requests().isEmpty(), "a quote sends nothing");
            assertFalse(shown("#typed"));
            press("#send");
            await("it is done", () -> kind("cloud") == StepState.Kind.DONE);
            act(() -> {});
            assertEquals(2, onScreen(() -> this.<TableView<?>>find("#rates").getItems().size()));
            assertTrue(text("#bill").contains("calls"), text("#bill"));
            assertTrue(text("#magnets").contains("K = "), text("#magnets"));
            assertTrue(
                    onScreen(() -> this.<ComboBox<?>>find("#system").getItems().size()) == 3,
                    "the cloud and two extractors");
            shoot("cloud-found");
            assertTrue(Files.exists(folder.resolve("p/cloud-rekognition/answers.json")));
            exported();
        }
    }

    /// Its figures are among those of the export, and say what answered; also after a return.
    private void exported() throws Exception {
        act(() -> driven.window().workspace().leave());
        act(() -> driven.window().opening().project(folder.resolve("p")));
        await("it is there again", () -> kind("cloud") == StepState.Kind.DONE);
        driven.show("export");
        List<String> bars =
                List.of(
                        "cloud-rekognition-systems-k1",
                        "cloud-rekognition-systems-k5",
                        "cloud-rekognition-threshold-amazon-rekognition-simulated");
        ListView<String> figures = find("#figures");
        await("its figures are there", () -> figures.getItems().containsAll(bars));
        for (String figure : bars) {
            act(() -> figures.getSelectionModel().select(figure));
            await("it is drawn", () -> this.<Label>find("#size").getText().contains("mm wide"));
            String caption = onScreen(() -> this.<TextArea>find("#caption").getText());
            assertTrue(caption.contains("a simulator on this machine"), caption);
            shoot("export-" + figure);
        }
        press("#export");
        await("all is written", () -> kind("export") == StepState.Kind.DONE);
        assertTrue(Files.exists(folder.resolve("p/figures/" + bars.getLast() + ".csv")));
        String captions = Files.readString(folder.resolve("p/figures/captions.txt"));
        assertTrue(captions.contains("K = 5 candidates among 12 enrolled people"), captions);
    }

    @Test
    void aLargeRunIsTypedPausesAndGoesOn() throws Exception {
        var world = new FakeCloud.World();
        var blows = Collections.nCopies(6, Blow.NONE).toArray(new Blow[0]);
        blows[5] = Blow.EXPIRED;
        var service = new FakeCloud(world, costly(), FakeCloud.script(blows));
        open(new CloudedEngines(new FakeEngines(), only(service)));
        act(() -> this.<TextField>find("#endpoint").setText("https://x.example"));
        assertTrue(onScreen(() -> this.<Button>find("#ask").isDisabled()), "whose?");
        act(() -> this.<TextField>find("#whose").setText("coloured squares, nobody's"));
        press("#choosePeopleButton");
        press("#ask");
        await("the quote is there", () -> shown("#send"));
        assertTrue(shown("#typed"));
        assertTrue(onScreen(() -> this.<Button>find("#send").isDisabled()));
        act(() -> this.<TextField>find("#typed").setText("yes"));
        assertTrue(onScreen(() -> this.<Button>find("#send").isDisabled()));
        shoot("cloud-quote-typed");
        String asked = asked();
        act(
                () ->
                        this.<TextField>find("#typed")
                                .setText(asked.replace("To send this, type: ", "")));
        assertEquals(0, world.requests.size());
        press("#send");
        await("it has paused", () -> shown("#goOn"));
        shoot("cloud-paused");
        int before = world.requests.size();
        press("#goOn");
        await("it is done", () -> kind("cloud") == StepState.Kind.DONE);
        assertTrue(world.requests.size() > before);
        world.added.values().forEach(n -> assertEquals(1, n));
    }

    @Test
    void aStoppedRunSaysForAsLongAsItIsSoThatFacesMayBeThereAndDeletesThem() throws Exception {
        var world = new FakeCloud.World();
        var blows = Collections.nCopies(6, Blow.NONE).toArray(new Blow[0]);
        blows[5] = Blow.EXPIRED;
        var service = new FakeCloud(world, costly(), FakeCloud.script(blows));
        open(new CloudedEngines(new FakeEngines(), only(service)));
        act(() -> this.<TextField>find("#whose").setText("coloured squares, nobody's"));
        press("#choosePeopleButton");
        press("#ask");
        await("the quote is there", () -> shown("#send"));
        String asked = asked();
        act(
                () ->
                        this.<TextField>find("#typed")
                                .setText(asked.replace("To send this, type: ", "")));
        press("#send");
        await("it has paused", () -> shown("#goOn"));
        assertFalse(shown("#deleteLeft"), "a run that goes on deletes at its end");
        press("#stopRun");
        await("it is said", () -> shown("#deleteLeft"));
        assertEquals(1, world.galleries().size());
        assertEquals(StepState.Kind.PROBLEM, kind("cloud"));
        assertTrue(label("3 of 36 were enrolled").isPresent());
        shoot("cloud-left");
        act(() -> driven.window().workspace().leave());
        act(() -> driven.window().opening().project(folder.resolve("p")));
        await("it is said after a return too", () -> kind("cloud") == StepState.Kind.PROBLEM);
        driven.show("cloud");
        press("#deleteLeft");
        await("all is gone", () -> kind("cloud") == StepState.Kind.READY);
        assertEquals(List.of(), world.galleries());
        assertEquals(Call.ASK_GALLERY, world.requests.getLast(), "it was seen to be gone");
        assertFalse(shown("#deleteLeft"));
    }

    @Test
    void sparesAndPricesAreTheUsersAndTheQuoteFollows() throws Exception {
        var world = new FakeCloud.World();
        open(
                new CloudedEngines(
                        new FakeEngines(),
                        only(new FakeCloud(world, costly(), FakeCloud.script()))));
        press("#choosePeopleButton");
        act(() -> this.<TextField>find("#whose").setText("coloured squares, nobody's"));
        act(() -> this.<TextField>find("#spare").setText("a few"));
        assertTrue(onScreen(() -> this.<Button>find("#ask").isDisabled()));
        act(() -> this.<TextField>find("#spare").setText("100"));
        press("#ask");
        await("the quote is there", () -> shown("#changePrices"));
        List<Long> calls = numbers("of them are spare");
        assertEquals(calls.get(0), 2 * calls.get(1) - 4, "as many as are needed, and 4 to list");
        String before = asked();
        press("#changePrices");
        TextField price =
                onScreen(
                        () ->
                                driven
                                        .stage()
                                        .getScene()
                                        .getRoot()
                                        .lookupAll(".text-field")
                                        .stream()
                                        .map(TextField.class::cast)
                                        .filter(
                                                t ->
                                                        "Price: add face"
                                                                .equals(t.getAccessibleText()))
                                        .findFirst()
                                        .orElseThrow());
        act(() -> price.setText("-1"));
        assertTrue(onScreen(() -> this.<Button>find("#quoteAgain").isDisabled()));
        act(() -> price.setText("0.002"));
        press("#quoteAgain");
        await("there is another quote", () -> shown("#usualPrices") && !asked().equals(before));
        assertTrue(label("typed in by you").isPresent());
        assertTrue(Files.exists(folder.resolve("p/cloud-prices.json")));
        press("#usualPrices");
        await("it is the first one again", () -> shown("#changePrices") && asked().equals(before));
        assertFalse(Files.exists(folder.resolve("p/cloud-prices.json")));
        assertEquals(0, world.requests.size());
    }

    /// What must be typed.
    private String asked() {
        return label("To send this, type: ").orElseThrow();
    }

    private List<Long> numbers(String words) {
        return Pattern.compile("[0-9][0-9,]*")
                .matcher(label(words).orElseThrow())
                .results()
                .map(m -> Long.parseLong(m.group().replace(",", "")))
                .toList();
    }

    private Optional<String> label(String words) {
        return onScreen(
                () ->
                        driven.stage().getScene().getRoot().lookupAll(".label").stream()
                                .map(n -> ((Label) n).getText())
                                .filter(t -> t.contains(words))
                                .findFirst());
    }

    /// A service whose enrolment takes so many calls that the run costs more than 10 dollars.
    private static ServiceCard costly() {
        return new ServiceCard(
                "rekognition",
                "Amazon Rekognition",
                "profile test",
                "nowhere",
                new Endpoint(URI.create("https://rekognition.example")),
                false,
                "7",
                true,
                100,
                1_000_000,
                1e6,
                Collections.nCopies(400, Call.ADD_FACE),
                List.of(Call.SEARCH),
                100,
                false);
    }

    private static Clouds only(CloudService service) {
        return new Clouds() {
            @Override
            public List<String> providers() {
                return List.of("rekognition");
            }

            @Override
            public CloudService open(CloudChoice choice) {
                return service;
            }
        };
    }

    private StepState.Kind kind(String screen) {
        return driven.kind(screen);
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> T find(String id) {
        return (T) driven.stage().getScene().lookup(id);
    }

    private boolean shown(String id) {
        Node node = driven.stage().getScene().lookup(id);
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return node != null;
    }

    private String text(String id) {
        return driven.text(id);
    }

    private void press(String id) {
        driven.press(id);
    }

    private void shoot(String name) throws Exception {
        String out = System.getProperty("revisage.screens", "");
        if (out.isEmpty()) {
            return;
        }
        Files.createDirectories(Path.of(out));
        for (String theme : List.of("light", "dark")) {
            act(() -> driven.window().workspace().prefer(p -> p.withTheme(theme)));
            TimeUnit.MILLISECONDS.sleep(700);
            WaitForAsyncUtils.waitForFxEvents();
            Path file = Path.of(out, name + "-" + theme + ".png");
            ImageIO.write(driven.picture(), "png", file.toFile());
        }
    }
}
