package revisage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.lineup.design.PaintedMatches;
import revisage.study.FakeEngines;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class LineupVerbsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final FakeEngines engines = new FakeEngines();

    @TempDir Path folder;

    @BeforeEach
    void paint() throws Exception {
        var painted = new PaintedMatches(folder, 30);
        painted.photos();
        painted.method("full", 2, 8);
        painted.method("linear", 7, 8);
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var program =
                new CommandLineProgram(
                        engines, new PrintWriter(out, true), new PrintWriter(err, true));
        return program.run(
                Stream.concat(Stream.of("lineup"), Stream.of(words)).toArray(String[]::new));
    }

    private String at(String path) {
        return folder.resolve(path).toString();
    }

    private int design(String... more) {
        return run(
                Stream.concat(
                                Stream.of(
                                        "design",
                                        "--reconstructions",
                                        at("full"),
                                        "--matches",
                                        at("full.csv"),
                                        "--reconstructions",
                                        at("linear"),
                                        "--matches",
                                        at("linear.csv"),
                                        "--photos",
                                        at("photos"),
                                        "--out",
                                        at("study"),
                                        "--all-targets",
                                        "20"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void aStudyGoesThroughAllVerbs() throws Exception {
        assertEquals(0, design("--json", "--pairs", "4"), err::toString);
        JsonNode designed = new ObjectMapper().readTree(out.toString());
        assertEquals(10, designed.get("questions").intValue());
        assertEquals(30, designed.get("machine").get(0).get("found").intValue());
        assertEquals(0, designed.get("machine").get(1).get("found").intValue());
        assertEquals(
                0, run("preview", at("study"), "--truth", "--out", at("p.png")), err::toString);
        assertTrue(Files.size(folder.resolve("p.png")) > 1_000);
        for (String name : List.of("a", "b")) {
            assertEquals(
                    0,
                    run(
                            "simulate",
                            at("study"),
                            "--people",
                            "30",
                            "--accuracy",
                            "0.6,0.1",
                            "--seed",
                            name.equals("a") ? "1" : "2",
                            "--out",
                            at("study/answers/" + name + ".json")),
                    err::toString);
        }
        assertEquals(0, run("merge", at("study"), "--out", at("merged"), "--json"), err::toString);
        assertEquals(
                60, new ObjectMapper().readTree(out.toString()).get("participants").intValue());
        assertEquals(0, run("analyse", at("study"), "--out", at("report")), err::toString);
        assertTrue(out.toString().contains("machine x people"), out.toString());
        assertTrue(out.toString().contains("60 of 60 participants are simulated"));
        assertEquals(0, run("hand-on", at("study"), "--out", at("given")), err::toString);
        assertFalse(Files.exists(folder.resolve("given/key.json")));
        assertEquals(0, run("analyse", at("given"), "--out", at("again")), err::toString);
        assertEquals(
                Files.readString(folder.resolve("report/report.json")),
                Files.readString(folder.resolve("again/report.json")));
        assertEquals(2, run("preview", at("given"), "--out", at("q.png")));
        assertTrue(err.toString().contains("handed on"), err.toString());
    }

    @Test
    void whatCannotBeMeantIsRefusedInOneSentence() {
        assertEquals(2, design("--absent", "0.6"));
        assertTrue(err.toString().contains("must be 0 to 0.5"), err.toString());
        assertEquals(2, design("--may-fail", "2"));
        assertTrue(err.toString().contains("excludes nobody"), err.toString());
        assertEquals(2, design("--label", "one"));
        assertEquals(2, design("--targets", "11"));
        assertTrue(err.toString().contains("without showing one twice"), err.toString());
        assertEquals(2, design("--language", "xx"));
        assertEquals(2, run("analyse", at("photos"), "--out", at("report")));
        assertTrue(err.toString().contains("is no visual study"), err.toString());
    }
}
