package revisage.train;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// The curves of a training as `log.jsonl`: one JSON object a line, `learned` or `measured`, of a
/// reconstructor `rebuilt` or `drawn`.
final class TrainingLog {

    static final String FILE = "log.jsonl";

    private final ObjectMapper mapper =
            new ObjectMapper()
                    .registerModule(new Jdk8Module())
                    .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);
    private final Path file;
    private long lastMeasured = -1;

    /// @param from lines of later steps were of a run that is gone on from an earlier checkpoint:
    ///   they are cut off
    TrainingLog(Path folder, long from) throws WorkException {
        this.file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            var kept = new ArrayList<String>();
            for (String line : lines) {
                if (step(line) <= from && step(line) >= 0) {
                    kept.add(line);
                    lastMeasured = measure(line) ? step(line) : lastMeasured;
                }
            }
            Files.write(file, kept);
        } catch (IOException e) {
            throw FileException.of("keep the log", file, e);
        }
    }

    private static boolean measure(String line) {
        return line.contains("\"measured\"") || line.contains("\"drawn\"");
    }

    /// -1 for a line that a kill cut short.
    private long step(String line) {
        try {
            JsonNode node = mapper.readTree(line);
            return node.path("step").isIntegralNumber() ? node.get("step").asLong() : -1;
        } catch (JsonProcessingException _) {
            return -1;
        }
    }

    void add(TrainingEvent.Learned learned) throws WorkException {
        write("learned", mapper.valueToTree(learned));
    }

    /// Whether the held-out people were compared at this step.
    boolean measured(long step) {
        return lastMeasured == step;
    }

    void add(TrainingEvent.Measured measured) throws WorkException {
        lastMeasured = measured.step();
        write("measured", mapper.valueToTree(measured));
    }

    void add(TrainingEvent.Rebuilt rebuilt) throws WorkException {
        write("rebuilt", mapper.valueToTree(rebuilt));
    }

    void add(TrainingEvent.Drawn drawn) throws WorkException {
        lastMeasured = drawn.step();
        write("drawn", mapper.valueToTree(drawn));
    }

    private void write(String kind, JsonNode event) throws WorkException {
        ObjectNode line = mapper.createObjectNode().put("kind", kind);
        line.setAll((ObjectNode) event);
        try {
            Files.writeString(
                    file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw FileException.of("keep the log", file, e);
        }
    }
}
