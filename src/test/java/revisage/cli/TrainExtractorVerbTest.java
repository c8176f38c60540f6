package revisage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.study.FakeEngines;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

class TrainExtractorVerbTest {

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int train(String json) throws Exception {
        Path plan = folder.resolve("plan.json");
        Files.writeString(plan, json.replace('\'', '"'));
        return new CommandLineProgram(
                        new FakeEngines(), new PrintWriter(out, true), new PrintWriter(err, true))
                .run(
                        "train",
                        "extractor",
                        plan.toString(),
                        "--out",
                        folder.resolve("out").toString());
    }

    private void assertOneSentence(String part) {
        assertEquals("", out.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains(part), err.toString());
    }

    @Test
    void aPlanThatIsNoJsonIsRefused() throws Exception {
        assertEquals(2, train("people: 3"));
        assertOneSentence("plan.json");
    }

    @Test
    void aMisspeltKeyIsToldWithTheOneThatWasMeant() throws Exception {
        assertEquals(
                2,
                train(
                        "{'schema': 1, 'name': 'a', 'network': 'res-small', 'seed': 1, 'data':"
                                + " {'folder': '.'}, 'recipe': {'epoch': 3}}"));
        assertOneSentence("Did you mean 'epochs'?");
    }

    @Test
    void aFolderThatIsNotThereIsToldBeforeAnyProcessBegins() throws Exception {
        assertEquals(
                2,
                train(
                        "{'schema': 1, 'name': 'a', 'network': 'res-small', 'seed': 1, 'data':"
                                + " {'folder': 'nowhere'}}"));
        assertOneSentence("'nowhere'");
    }
}
