package revisage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.cloud.CloudChoice;
import revisage.cloud.Endpoint;
import revisage.engine.aws.Rekognition;
import revisage.study.FakeEngines;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

class CloudSimulateVerbTest {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir Path folder;

    @BeforeEach
    void lay() throws Exception {
        Files.writeString(folder.resolve("f.onnx"), "f");
    }

    private int simulate(String... options) {
        var all = new ArrayList<>(List.of("cloud", "simulate"));
        all.addAll(Arrays.asList(options));
        all.addAll(List.of("--extractor", folder.resolve("f.onnx").toString()));
        return new CommandLineProgram(new FakeEngines(), new PrintWriter(out), new PrintWriter(err))
                .run(all.toArray(String[]::new));
    }

    @Test
    void itServesUntilItIsStoppedAndSaysWhatItWasAsked() throws Exception {
        var code = new AtomicInteger(-1);
        Thread program =
                Thread.ofPlatform()
                        .start(() -> code.set(simulate("rekognition", "--tps", "0", "--json")));
        var choice =
                new CloudChoice(
                        "rekognition",
                        Optional.empty(),
                        Optional.of(Endpoint.of(address(program))),
                        Optional.empty());
        try (var service = Rekognition.open(choice, Duration.ofSeconds(30))) {
            service.test(_ -> {});
        }
        program.interrupt();
        program.join(30_000);
        assertEquals(0, code.get(), err::toString);
        var json = new ObjectMapper().readTree(out.toString());
        assertEquals(1, json.get("requests").get("ListCollections").intValue());
        assertTrue(err.toString().contains("Simulator of Amazon Rekognition"));
    }

    private String address(Thread program) throws InterruptedException {
        while (program.isAlive()) {
            var found = ADDRESS.matcher(err.toString());
            if (found.find()) {
                return found.group();
            }
            Thread.sleep(20);
        }
        throw new AssertionError(err);
    }

    @Test
    void whatItCannotBeIsRefused() throws Exception {
        assertEquals(2, simulate("facebook"));
        assertEquals(2, simulate("azure", "--port", "70000"));
        assertEquals(2, simulate("azure", "--fault-rate", "0.9", "--seed", "1"));
        assertEquals(2, simulate("azure", "--training", "-1"));
        Path script = folder.resolve("faults.json");
        Files.writeString(script, "{\"schema\":1,\"faults\":[{\"from\":1,\"fault\":\"RAIN\"}]}");
        assertEquals(2, simulate("azure", "--faults", script.toString()));
        assertTrue(err.toString().contains("one of [THROTTLE"), err.toString());
        assertEquals(2, simulate("azure", "--faults", script.toString(), "--seed", "1"));
        assertTrue(err.toString().contains("exclude"), err.toString());
    }
}
