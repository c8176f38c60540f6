package revisage.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/// The README's main command, smaller: everything from vectors to the page, with the extractors
/// that come with the program.
@Tag("program")
class DemoProgramTest {

    private static final Path PROGRAM = Path.of("target", "revisage", "bin", "revisage");
    private static final int TARGETS = 12;

    @TempDir private Path folder;

    @Test
    void stoppedAndStartedAgainItFindsNearlyEverybodyAndTellsIt() throws Exception {
        Process first = start();
        Path people = folder.resolve("out/people/manifest.csv");
        for (int i = 0; i < 1200 && first.isAlive() && !Files.exists(people); i++) {
            Thread.sleep(50);
        }
        assertTrue(first.isAlive(), said());
        first.destroy();
        assertTrue(first.waitFor(20, TimeUnit.SECONDS));
        assertEquals(143, first.exitValue(), said());
        assertFalse(Files.exists(folder.resolve("out/demo.html")));

        Process second = start();
        assertTrue(second.waitFor(240, TimeUnit.SECONDS), said());
        assertEquals(0, second.exitValue(), said());

        JsonNode told = new ObjectMapper().readTree(folder.resolve("out.txt").toFile());
        JsonNode efficient = named(told.path("results"), "matcher", "efficient");
        JsonNode most = named(efficient.path("methods"), "name", "300 questions");
        assertTrue(most.path("cosine").asDouble() > 0.95, most.toString());
        JsonNode among25 = named(most.path("rates"), "k", "25");
        assertTrue(among25.path("found").asInt() >= TARGETS - 3, most.toString());
        assertTrue(among25.path("chance").asDouble() < TARGETS / 3.0, most.toString());
        String page = Files.readString(folder.resolve("out/demo.html"));
        assertTrue(page.contains(among25.path("found").asInt() + " of"), "the page tells another");
    }

    private static JsonNode named(JsonNode list, String key, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path(key).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + value + " in " + list));
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        PROGRAM.toAbsolutePath().toString(),
                        "demo",
                        "--people",
                        "120",
                        "--targets",
                        Integer.toString(TARGETS),
                        "--out",
                        "out",
                        "--json")
                .directory(folder.toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("err.txt"));
    }
}
