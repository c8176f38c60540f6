package revisage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.store.DrawnFaces;
import revisage.store.EstimatePng;
import revisage.store.ReconstructionTable;
import revisage.study.FakeEngines;
import revisage.vector.VectorSet;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

class ReconstructVerbTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final FakeEngines engines = new FakeEngines();

    @TempDir Path folder;

    @BeforeEach
    void lay() throws Exception {
        for (int person = 0; person < 24; person++) {
            int photos = person < 20 ? 1 : 2;
            for (int photo = 0; photo < photos; photo++) {
                Path file = folder.resolve("faces/p%02d/%d.png".formatted(person, photo));
                FakeEngines.paint(file, person, photo, 0.3);
            }
        }
        Files.writeString(folder.resolve("f.onnx"), "f");
        try (var extractor =
                engines.extractors()
                        .open(folder.resolve("f.onnx"), revisage.extract.DeviceChoice.CPU)) {
            VectorSet leak =
                    extractor.embed(IntStream.range(0, 3).mapToObj(DrawnFaces::face).toList());
            List<String> ids = List.of("a/1.png", "b/1.png", "c/1.png");
            engines.vectorFiles()
                    .write(leak.named(ids, List.of("a", "b", "c")), folder.resolve("leak.npy"));
        }
    }

    @Test
    void fromPublicFacesAndALeakToPicturesWithAMark() throws Exception {
        fit("--extractor", at("f.onnx"), "--shared-queries", "40");
        assertTrue(out.toString().contains("6 axes to 20 faces of 20 people"), out::toString);
        assertTrue(out.toString().contains("40 shared queries"), out::toString);
        assertEquals(0, reconstruct("--targets", "2", "--queries", "30"), err::toString);
        var rows = ReconstructionTable.read(folder.resolve("again/reconstructions.csv"));
        assertEquals(2, rows.size());
        assertEquals("b", rows.get(1).person());
        EstimatePng.read(folder.resolve("again/images/000002.png"));
        assertTrue(out.toString().contains("2 faces by eigenfaces full-vector"), out::toString);
        assertTrue(out.toString().contains("They are not photographs."), out::toString);
    }

    @Test
    void photosAreDrawnAboveTheirEstimates() throws Exception {
        fit();
        String[] options = {"--search", "reference", "--queries", "65", "--originals", at("faces")};
        assertEquals(0, reconstruct(options), err::toString);
        assertTrue(Files.size(folder.resolve("again/sheet.png")) > 1_000);
    }

    @Test
    void machinesGetTheSameAsOneObject() throws Exception {
        fit("--extractor", at("f.onnx"), "--shared-queries", "40");
        clear();
        assertEquals(0, reconstruct("--method", "linear", "--json"), err::toString);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals("reconstruct", json.get("verb").textValue());
        assertEquals(3, json.get("targets").intValue());
        assertEquals(0, json.get("meanQueries").doubleValue());
        assertEquals(3, json.get("reconstructions").size());
        assertEquals("linear", json.get("method").textValue());
    }

    @Test
    void theBasisIsShown() throws Exception {
        fit();
        clear();
        assertEquals(
                0,
                run("eigenfaces", "show", at("basis.safetensors"), "--out", at("sheet.png")),
                err::toString);
        assertTrue(Files.size(folder.resolve("sheet.png")) > 1_000);
        assertTrue(out.toString().contains("6 axes"), out::toString);
        assertTrue(out.toString().contains("no extractor"), out::toString);
    }

    @Test
    void withoutAPreparedBasisTheWayOutIsNamed() {
        fit();
        assertEquals(2, reconstruct());
        assertTrue(err.toString().contains("eigenfaces fit --extractor"), err::toString);
        assertEquals(1, err.toString().lines().count(), err::toString);
        assertEquals(0, reconstruct("--search", "reference", "--queries", "65"), err::toString);
    }

    @Test
    void vectorsOfAnotherExtractorAreRefused() throws Exception {
        fit();
        engines.vectorFiles()
                .write(VectorSet.of(new float[] {1, 2, 3, 4}, 2), folder.resolve("leak.npy"));
        assertEquals(2, reconstruct("--search", "reference"));
        assertTrue(err.toString().contains("2 dimensions"), err::toString);
    }

    @Test
    void aVectorThatIsNoNumberIsRefused() throws Exception {
        fit();
        float[] values = new float[FakeEngines.DIMENSION];
        values[3] = Float.NaN;
        engines.vectorFiles()
                .write(VectorSet.of(values, values.length), folder.resolve("none.csv"));
        int code =
                run(
                        "reconstruct",
                        "--search",
                        "reference",
                        "--extractor",
                        at("f.onnx"),
                        "--basis",
                        at("basis.safetensors"),
                        "--vectors",
                        at("none.csv"),
                        "--out",
                        at("none"));
        assertEquals(2, code);
        assertTrue(err.toString().contains("NaN"), err::toString);
    }

    @Test
    void optionsThatDoNotFitTogetherAreRefused() {
        refused("--method linear has no --search", "--method", "linear", "--search", "score");
        refused("asks nothing", "--method", "linear", "--queries", "5");
        refused("Did you mean 'full-vector'", "--search", "fullvector");
        refused("Did you mean 'eigenfaces'", "--method", "eigenface");
        refused("--enough is a cosine", "--enough", "1.5");
        refused("--queries is 2 to", "--queries", "1");
        refused("--targets is 1 to", "--targets", "0");
        refused("knows no --enough", "--search", "reference", "--enough", "0.5");
        refused("--seconds is above 0", "--seconds", "0");
    }

    @Test
    void moreAxesThanFacesAreRefused() {
        assertEquals(
                2,
                run(
                        "eigenfaces",
                        "fit",
                        "--images",
                        at("faces"),
                        "--components",
                        "28",
                        "--out",
                        at("basis.safetensors")));
        assertTrue(err.toString().contains("28 axes need more than 28"), err::toString);
        assertEquals(
                2,
                run(
                        "eigenfaces",
                        "fit",
                        "--images",
                        at("faces"),
                        "--people-with-photos",
                        "9",
                        "--out",
                        at("basis.safetensors")));
        assertTrue(err.toString().contains("exactly 9 photos"), err::toString);
    }

    @Test
    void helpShowsExamples() {
        assertEquals(0, run("reconstruct", "--help"));
        assertEquals(0, run("eigenfaces", "--help"));
        assertEquals(0, run("eigenfaces", "fit", "--help"));
        assertEquals(0, run("eigenfaces", "show", "--help"));
        assertTrue(out.toString().contains("revisage reconstruct --extractor"), out::toString);
    }

    private void refused(String sentence, String... options) {
        clear();
        assertEquals(2, reconstruct(options), out::toString);
        assertTrue(err.toString().contains(sentence), err::toString);
    }

    private void clear() {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
    }

    private void fit(String... more) {
        String[] all =
                concat(
                        more,
                        "eigenfaces",
                        "fit",
                        "--images",
                        at("faces"),
                        "--people-with-photos",
                        "1",
                        "--components",
                        "6",
                        "--out",
                        at("basis.safetensors"));
        assertEquals(0, run(all), err::toString);
    }

    private int reconstruct(String... more) {
        return run(
                concat(
                        more,
                        "reconstruct",
                        "--extractor",
                        at("f.onnx"),
                        "--basis",
                        at("basis.safetensors"),
                        "--vectors",
                        at("leak.npy"),
                        "--out",
                        at("again")));
    }

    private static String[] concat(String[] more, String... first) {
        String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... arguments) {
        return new CommandLineProgram(engines, new PrintWriter(out), new PrintWriter(err))
                .run(arguments);
    }
}
