package revisage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.study.FakeEngines;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The verbs `enrol`, `match` and `sweep` as a user types them, on painted people, in a locale with
/// decimal commas.
class GalleryVerbsTest {

    private final Locale home = Locale.getDefault();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir Path dir;

    @BeforeEach
    void paint() throws IOException {
        Locale.setDefault(Locale.GERMANY);
        Files.writeString(dir.resolve("a.onnx"), "a");
        Files.writeString(dir.resolve("b.onnx"), "b");
        for (int i = 0; i < 24; i++) {
            FakeEngines.paint(
                    dir.resolve("faces/p%02d/%d.png".formatted(i / 3, i % 3)), i / 3, i % 3, 0.3);
        }
        assertEquals(
                0,
                run(
                        "enrol",
                        "--extractor",
                        at("a.onnx"),
                        "--images",
                        at("faces"),
                        "--out",
                        at("g")),
                this::said);
    }

    @AfterEach
    void goHome() {
        Locale.setDefault(home);
    }

    @Test
    void whoIsEnrolledIsSaid() throws IOException {
        assertTrue(out.toString().contains("Enrolled 24 faces of 8 people"), out.toString());
        JsonNode json =
                json(
                        "enrol",
                        "--extractor",
                        at("a.onnx"),
                        "--images",
                        at("faces"),
                        "--out",
                        at("h"),
                        "--no-pictures");
        assertEquals(24, json.get("faces").asInt());
        assertTrue(Files.notExists(dir.resolve("h/pictures.bin")));
    }

    @Test
    void theMostAlikeAreWrittenBestFirst() throws IOException {
        assertEquals(
                0,
                run(
                        "match",
                        "--gallery",
                        at("g"),
                        "--images",
                        at("faces"),
                        "-k",
                        "3",
                        "--out",
                        at("m.csv")),
                this::said);
        List<String> rows = Files.readAllLines(dir.resolve("m.csv"));
        assertEquals(
                "probe_id,probe_person,rank,gallery_id,gallery_person,score,matcher",
                rows.getFirst());
        assertEquals(1 + 24 * 3, rows.size());
        assertTrue(
                rows.get(1).matches("p00/0.png,p00,1,p00/[12].png,p00,0\\.\\d{6},.+"), rows.get(1));
        assertTrue(out.toString().contains("   1  1.000  ["), out.toString());
    }

    @Test
    void vectorsOfTheGalleryItselfAreMatchedWithoutTheirSource() throws IOException {
        Path vectors = Files.writeString(dir.resolve("v.csv"), vectorsOfTwo());
        JsonNode json =
                json(
                        "match",
                        "--gallery",
                        at("g"),
                        "--vectors",
                        vectors.toString(),
                        "-k",
                        "1",
                        "--out",
                        at("m.csv"));
        assertEquals(2, json.get("probes").asInt());
        assertEquals(2, json.get("strangers").asInt());
        assertEquals(3, Files.readAllLines(dir.resolve("m.csv")).size());
    }

    private static String vectorsOfTwo() {
        var csv = new StringBuilder();
        for (int row = 0; row < 2; row++) {
            for (int i = 0; i < FakeEngines.DIMENSION; i++) {
                csv.append(i == 0 ? "" : ",").append((i * 7 + row * 3) % 11 - 4.5);
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    @Test
    void aSweepLeavesTablesAndFigures() throws IOException {
        JsonNode json =
                json(
                        "sweep",
                        "--gallery",
                        at("g"),
                        "--images",
                        at("faces"),
                        "--out",
                        at("s"),
                        "--k",
                        "1,5",
                        "--n",
                        "4");
        assertEquals(24, json.get("lines").get(0).get("probes").asInt());
        for (String name :
                List.of(
                        "rates.csv",
                        "rates.json",
                        "rates-over-k.svg",
                        "rates-over-n-column.pdf",
                        "rates-over-n.png",
                        "rates-over-k.csv")) {
            assertTrue(Files.size(dir.resolve("s").resolve(name)) > 100, name);
        }
        JsonNode file = new ObjectMapper().readTree(dir.resolve("s/rates.json").toFile());
        assertEquals(8, file.get("lines").get(0).get("cells").size());
        assertEquals(1 + 2 * 2 * 2, Files.readAllLines(dir.resolve("s/rates.csv")).size());
    }

    @Test
    void aMovedExtractorIsAskedForAndAnotherOneRefused() throws IOException {
        Files.move(dir.resolve("a.onnx"), dir.resolve("c.onnx"));
        String[] match = {
            "match", "--gallery", at("g"), "--images", at("faces"), "--out", at("m.csv")
        };
        assertRefused("Name it with --extractor.", match);
        assertRefused("another extractor", with(match, "--extractor", at("b.onnx")));
        assertEquals(0, run(with(match, "--extractor", at("c.onnx"))), this::said);
    }

    @Test
    void whatCannotBeMeantIsRefusedInOneSentence() throws IOException {
        String[] match = {
            "match", "--gallery", at("g"), "--images", at("faces"), "--out", at("m.csv")
        };
        assertRefused("-k is 1 to", with(match, "-k", "0"));
        assertRefused("cosine", with(match, "--threshold", "NaN"));
        assertRefused("--vectors", with(match, "--vectors", at("v.csv")));
        assertRefused(
                "is no gallery",
                "match",
                "--gallery",
                at("faces"),
                "--images",
                at("faces"),
                "--out",
                at("m.csv"));
        String[] sweep = {"sweep", "--gallery", at("g"), "--images", at("faces"), "--out", at("s")};
        assertRefused("N = 9 is asked for", with(sweep, "--n", "9"));
        assertRefused("--k is 1 to", with(sweep, "--k", "0"));
        assertRefused(
                "once for each --gallery", with(sweep, "--extractor", "a", "--extractor", "b"));
        assertTrue(Files.notExists(dir.resolve("m.csv")));
        assertTrue(Files.notExists(dir.resolve("s")));
    }

    private void assertRefused(String words, String... arguments) {
        assertEquals(2, run(arguments), this::said);
        assertTrue(err.toString().contains(words), err.toString());
    }

    private static String[] with(String[] arguments, String... more) {
        return java.util.stream.Stream.of(arguments, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
    }

    private JsonNode json(String... arguments) throws IOException {
        assertEquals(0, run(with(arguments, "--json", "--quiet")), this::said);
        return new ObjectMapper().readTree(out.toString());
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandLineProgram(new FakeEngines(), new PrintWriter(out), new PrintWriter(err))
                .run(arguments);
    }

    private String said() {
        return out + "\n" + err;
    }

    private String at(String name) {
        return dir.resolve(name).toString();
    }
}
