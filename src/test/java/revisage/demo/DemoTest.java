package revisage.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import revisage.cli.CommandLineProgram;
import revisage.cli.Surroundings;
import revisage.extract.StrictJson;
import revisage.face.FaceImage;
import revisage.store.PeopleFolder;
import revisage.store.ShippedModels;
import revisage.study.EigenfaceAttacks;
import revisage.study.FakeEngines;
import revisage.work.Progress;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

/// A small demo, with extractors that see mean colours.
class DemoTest {

    private static final int PEOPLE = 50;
    private static final int TARGETS = 8;
    private static final FakeEngines ENGINES = new FakeEngines();

    @TempDir static Path folder;

    private static JsonNode told;

    @BeforeAll
    static void demo() throws Exception {
        Path models = Files.createDirectories(folder.resolve("home/models"));
        Files.writeString(models.resolve("res.onnx"), "f");
        Files.writeString(models.resolve("efficient.onnx"), "g");
        for (int person = 0; person < 40; person++) {
            Path file = folder.resolve("public/q%02d/1.png".formatted(person));
            FakeEngines.paint(file, person, 1, 0.3);
        }
        var said = new StringWriter();
        assertEquals(
                0,
                run(
                        said,
                        "eigenfaces",
                        "fit",
                        "--images",
                        folder.resolve("public").toString(),
                        "--components",
                        "30",
                        "--extractor",
                        models.resolve("res.onnx").toString(),
                        "--shared-queries",
                        "300",
                        "--out",
                        models.resolve("basis-res.safetensors").toString()),
                said::toString);
        hang("whole");
        hang("stopped");
        said = new StringWriter();
        assertEquals(0, run(said, arguments("whole", "--json")), said::toString);
        told = new ObjectMapper().readTree(said.toString());
    }

    /// A demo whose people are painted already, in colours that these extractors can tell: every
    /// second person well, the others hardly.
    private static void hang(String out) throws Exception {
        var models = new ShippedModels(folder.resolve("home"));
        var plan = new DemoPlan(PEOPLE, TARGETS, 1, models);
        Path people = folder.resolve(out).resolve("people");
        new PeopleFolder(people, plan.peopleSeed(), 1, 1, FaceImage.SIDE).run(_ -> {});
        var rows = new StringBuilder("head");
        for (int person = 0; person < PEOPLE; person++) {
            for (int photo = 0; photo < DemoPlan.PHOTOS; photo++) {
                String name = "p%06d/p%06d_%04d.png".formatted(person, person, photo);
                double noise = person % 2 == 0 ? 0.2 : 0.95;
                FakeEngines.paint(people.resolve(name), 100 + person, photo, noise);
                rows.append("\n").append(name);
            }
        }
        Files.writeString(people.resolve("manifest.csv"), rows);
        Files.write(folder.resolve(out).resolve("plan.json"), StrictJson.write(plan.study()));
    }

    private static String[] arguments(String out, String... more) {
        var all =
                Stream.of(
                        "demo",
                        "--quiet",
                        "--people",
                        "" + PEOPLE,
                        "--targets",
                        "" + TARGETS,
                        "--out",
                        folder.resolve(out).toString());
        return Stream.concat(all, Stream.of(more)).toArray(String[]::new);
    }

    private static int run(StringWriter said, String... arguments) {
        var surroundings =
                new Surroundings(false, folder.resolve("none.log"), folder.resolve("home"));
        var writer = new PrintWriter(said);
        return new CommandLineProgram(ENGINES, surroundings, writer, writer).run(arguments);
    }

    private static Document page() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("whole/demo.html").toFile());
    }

    private static List<Element> all(Document page, String tag) {
        NodeList found = page.getElementsByTagName(tag);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<Element> ofClass(Document page, String tag, String name) {
        return all(page, tag).stream()
                .filter(e -> List.of(e.getAttribute("class").split(" ")).contains(name))
                .toList();
    }

    @Test
    void allPicturesAreInThePageAndCanBeSeen() throws Exception {
        List<Element> pictures = all(page(), "img");
        // the first, two stories of five stages, all searches, three charts of which one is wide
        assertEquals(2 + 2 * 6 + TARGETS * 7 + 4, pictures.size());
        for (Element picture : pictures) {
            String[] parts = picture.getAttribute("src").split(",", 2);
            byte[] bytes = Base64.getDecoder().decode(parts[1]);
            assertFalse(picture.getAttribute("alt").isBlank());
            if (parts[0].equals("data:image/svg+xml;base64")) {
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(bytes));
            } else {
                assertTrue(parts[0].matches("data:image/(png|jpeg);base64"), parts[0]);
                var face = ImageIO.read(new ByteArrayInputStream(bytes));
                assertEquals(112, face.getWidth());
                assertEquals(picture.getAttribute("height"), "" + face.getHeight());
            }
        }
    }

    @Test
    void nothingIsFetchedAndNoScriptRuns() throws Exception {
        Document page = page();
        for (String tag : List.of("script", "link", "iframe", "object")) {
            assertEquals(0, page.getElementsByTagName(tag).getLength(), tag);
        }
        assertFalse(all(page, "style").getFirst().getTextContent().contains("url("));
    }

    @Test
    void thePageSaysWhatTheStudyCounted() throws Exception {
        JsonNode rates = json("whole/study/rates/rates.json");
        JsonNode method = told.get("results").get(0).get("methods").get(4);
        assertEquals("300 questions", method.get("name").textValue());
        for (JsonNode rate : method.get("rates")) {
            JsonNode cell = cell(rates, "300 queries", rate.get("k").intValue());
            assertEquals(cell.get("tpr").doubleValue(), rate.get("share").doubleValue());
            assertEquals(cell.get("chance").doubleValue() * TARGETS, rate.get("chance").asDouble());
            assertEquals(
                    Math.round(cell.get("tpr").doubleValue() * TARGETS),
                    rate.get("found").intValue());
        }
        Document page = page();
        int found = method.get("rates").get(2).get("found").intValue();
        String title = all(page, "h1").getFirst().getTextContent();
        assertTrue(title.contains("%d of %d people".formatted(found, TARGETS)), title);
        String chief =
                ofClass(page, "tr", "chief")
                        .getFirst()
                        .getElementsByTagName("td")
                        .item(4)
                        .getTextContent();
        assertTrue(chief.startsWith(found + " "), chief);
        JsonNode report = json("whole/study/report.json");
        String facts = all(page, "dl").getFirst().getTextContent();
        assertTrue(facts.contains(report.get("planFingerprint").textValue()), facts);
    }

    private static JsonNode json(String file) throws Exception {
        return new ObjectMapper().readTree(folder.resolve(file).toFile());
    }

    /// Of the first matcher and the whole gallery, counted in people.
    private static JsonNode cell(JsonNode rates, String method, int k) {
        for (JsonNode line : rates.get("lines")) {
            if (line.get("matcher").textValue().startsWith("efficient")
                    && line.get("method").textValue().endsWith(method)) {
                for (JsonNode cell : line.get("cells")) {
                    if (cell.get("counting").textValue().equals("PEOPLE")
                            && cell.get("k").intValue() == k
                            && cell.get("n").intValue() == PEOPLE) {
                        return cell;
                    }
                }
            }
        }
        throw new AssertionError("no cell for " + method + " and " + k);
    }

    @Test
    void theMarkedSuggestionsAreTheHitsThatWereCounted() throws Exception {
        Document page = page();
        JsonNode rates = told.get("results").get(0).get("methods").get(4).get("rates");
        int five = rates.get(1).get("found").intValue();
        assertEquals(5, rates.get(1).get("k").intValue());
        assertTrue(five > 0 && five < TARGETS, "hits and misses, or nothing is tested: " + five);
        assertEquals(five, ofClass(page, "li", "right").size());
        assertEquals(five, ofClass(page, "p", "hit").size());
        assertEquals(TARGETS - five, ofClass(page, "p", "miss").size());
        int first = rates.get(0).get("found").intValue();
        long said =
                ofClass(page, "p", "verdict").stream()
                        .filter(v -> v.getTextContent().contains("comes first"))
                        .count();
        assertEquals(first, said);
    }

    @Test
    void stoppedAnywhereItGoesOnToTheSameCounts() throws Exception {
        int runs = 0;
        for (int at = 5; ; at *= 6) {
            var left = new AtomicInteger(at);
            var stopped = new boolean[1];
            try {
                demo(
                        _ -> {
                            if (left.decrementAndGet() == 0) {
                                stopped[0] = true;
                                Thread.currentThread().interrupt();
                            }
                        });
                break;
            } catch (InterruptedException _) {
                assertTrue(stopped[0]);
                runs++;
            }
        }
        assertTrue(runs >= 1);
        assertEquals(
                json("whole/demo.json").get("results"), json("stopped/demo.json").get("results"));
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("whole/contact-sheet.png")),
                Files.readAllBytes(folder.resolve("stopped/contact-sheet.png")));
    }

    private static DemoReport demo(Consumer<Progress> events) throws Exception {
        return new Demo(
                        folder.resolve("stopped"),
                        PEOPLE,
                        TARGETS,
                        1,
                        new ShippedModels(folder.resolve("home")),
                        ENGINES,
                        new EigenfaceAttacks(ENGINES, "test"),
                        "test")
                .run(events);
    }

    @Test
    void doneOnceItIsOnlyToldAgain() throws Exception {
        int shown = ENGINES.embedded.get();
        var said = new StringWriter();
        assertEquals(0, run(said, arguments("whole")), said::toString);
        int again = ENGINES.embedded.get() - shown;
        assertEquals(TARGETS, again, "the suggestions are looked up again");
        assertTrue(said.toString().contains("Of 8 leaked vectors, "), said::toString);
        assertTrue(said.toString().contains("demo.html"), said::toString);
    }

    @Test
    void anotherDemoOrAForeignFolderIsRefused() throws Exception {
        refused("other people", arguments("whole", "--seed", "2"));
        Files.createDirectories(folder.resolve("foreign"));
        Files.writeString(folder.resolve("foreign/letter.txt"), "dear");
        refused("is not empty", arguments("foreign"));
        refused("is a file", arguments("foreign/letter.txt"));
        refused("--people is 50 to", "demo", "--people", "49");
        refused("--targets is 1 to", "demo", "--people", "50", "--targets", "51");
    }

    @Test
    void aProgramWithoutModelsSaysWhichAndWhere() {
        var models = new ShippedModels(folder.resolve("nowhere"));
        var refused = assertThrows(Exception.class, () -> models.extractor(ShippedModels.RES));
        assertTrue(refused.getMessage().contains("res.onnx"), refused.getMessage());
    }

    private static void refused(String why, String... arguments) {
        var said = new StringWriter();
        assertEquals(2, run(said, arguments), said::toString);
        assertTrue(said.toString().contains(why), said::toString);
        assertEquals(1, said.toString().strip().lines().count(), said::toString);
    }
}
