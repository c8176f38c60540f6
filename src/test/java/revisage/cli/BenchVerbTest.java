package revisage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.extract.ModelCard;
import revisage.reconstruct.GeneratorCard;
import revisage.reconstruct.GeneratorCards;
import revisage.study.FakeEngines;
import revisage.work.Sha256;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class BenchVerbTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final FakeEngines engines = new FakeEngines();

    @TempDir Path folder;

    @BeforeEach
    void lay() throws Exception {
        for (int person = 0; person < 40; person++) {
            for (int photo = 0; photo < (person < 26 ? 1 : 2); photo++) {
                Path file = folder.resolve("faces/p%02d/%d.png".formatted(person, photo));
                FakeEngines.paint(file, person, photo, 0.3);
            }
        }
        Files.writeString(folder.resolve("f.onnx"), "f");
        Files.writeString(folder.resolve("e.onnx"), "e");
    }

    @Test
    void everyPartIsMeasuredAndEveryRatioIsFinite() throws Exception {
        assertEquals(0, bench("--json"), err::toString);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals(3, json.get("curve").size());
        for (JsonNode point : json.get("curve")) {
            assertEquals(6, point.get("cells").size(), "three K, pictures and people");
            assertTrue(point.get("queries").doubleValue() <= point.get("budget").doubleValue());
        }
        double linear = json.get("curve").get(0).get("cosine").doubleValue();
        double searched = json.get("curve").get(2).get("cosine").doubleValue();
        assertTrue(searched > linear, linear + " " + searched);
        assertEquals(2, json.get("speed").size());
        for (JsonNode speed : json.get("speed")) {
            positive(speed.get("ratio"));
        }
        JsonNode runners = json.get("race").get("runners");
        assertEquals(2, runners.size());
        assertEquals(3, runners.get(0).get("targets").intValue());
        assertEquals(2, json.get("marks").get("reference").get(0).get("targets").intValue());
        positive(json.get("sweep").get("ratio"));
        List<String> table = Files.readAllLines(folder.resolve("bench/curve.csv"));
        assertEquals(1 + 3 * 6, table.size());
        for (String name :
                List.of("bench.json", "tpr-over-queries.svg", "cosine-over-queries.pdf")) {
            assertTrue(Files.size(folder.resolve("bench/" + name)) > 500, name);
        }
    }

    @Test
    void facesOnceRebuiltAreNotRebuiltAgain() {
        assertEquals(0, bench("--parts", "curve"), err::toString);
        int shown = engines.embedded.get();
        assertEquals(0, bench("--parts", "curve"), err::toString);
        int again = engines.embedded.get() - shown;
        assertTrue(again < shown / 4, again + " of " + shown); // looked for again, no more
        assertTrue(out.toString().contains("K = 25"), out::toString);
    }

    @Test
    void networksAreTimed() throws Exception {
        Path network = folder.resolve("g.onnx");
        Files.writeString(network, "g");
        GeneratorCards.write(
                new GeneratorCard(
                        "painter",
                        Sha256.of(network),
                        "other",
                        "a test",
                        new GeneratorCard.Input("v", FakeEngines.DIMENSION, true),
                        new GeneratorCard.Output(
                                "face",
                                112,
                                ModelCard.Channels.RGB,
                                ModelCard.Layout.NCHW,
                                List.of(0.0, 0.0, 0.0),
                                List.of(1.0, 1.0, 1.0)),
                        new GeneratorCard.Attacked("f", "0".repeat(64)),
                        "unknown",
                        "a test",
                        Optional.empty()),
                network);
        assertEquals(
                0,
                bench("--parts", "generators", "--networks", network.toString(), "--json"),
                err::toString);
        JsonNode speeds = new ObjectMapper().readTree(out.toString()).get("generators");
        assertEquals(1, speeds.size());
        assertEquals("painter", speeds.get(0).get("name").textValue());
        positive(speeds.get(0).get("lowest"));
        double middle = speeds.get(0).get("vectors").doubleValue();
        assertTrue(middle >= speeds.get(0).get("lowest").doubleValue());
        assertTrue(middle <= speeds.get(0).get("highest").doubleValue());
    }

    @Test
    void budgetsMustRise() {
        assertEquals(2, bench("--budgets", "10,10"));
        assertTrue(err.toString().contains("must rise"), err::toString);
    }

    private static void positive(JsonNode ratio) {
        assertTrue(ratio.isNumber() && ratio.doubleValue() > 0, ratio::toString);
        assertTrue(Double.isFinite(ratio.doubleValue()), ratio::toString);
    }

    private int bench(String... more) {
        var usual =
                Stream.of(
                        "bench",
                        "--extractor",
                        at("f.onnx"),
                        "--matcher",
                        at("e.onnx"),
                        "--images",
                        at("faces"),
                        "--out",
                        at("bench"),
                        "--targets",
                        "5",
                        "--components",
                        "6",
                        "--score-targets",
                        "3",
                        "--reference-targets",
                        "2",
                        "--reference-queries",
                        "256",
                        "--speed-queries",
                        "10",
                        "--slice",
                        "5",
                        "--pairs",
                        "2");
        boolean own = IntStream.range(0, more.length).anyMatch(i -> more[i].equals("--budgets"));
        var budgets = own ? Stream.<String>of() : Stream.of("--budgets", "0,10,40");
        String[] all =
                Stream.concat(Stream.concat(usual, budgets), Stream.of(more))
                        .toArray(String[]::new);
        return new CommandLineProgram(engines, new PrintWriter(out), new PrintWriter(err)).run(all);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }
}
