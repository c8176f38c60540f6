package revisage.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.extract.CardFiles;
import revisage.work.Sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A training by the packaged program: stopped, gone on with, and used.
@Tag("program")
class TrainProgramTest {

    private static final Path PROGRAM = Path.of("target", "revisage", "bin", "revisage");

    private static final String PLAN =
            """
            {"schema": 1, "name": "tiny", "network": "efficient-small", "seed": 1,
             "data": {"synthetic": {"seed": 3, "people": 12, "photos": 4}},
             "recipe": {"epochs": 6, "batch": 8, "atOnce": 8, "rate": 0.02},
             "threads": 1, "checkpointSeconds": 5}
            """;

    @TempDir private Path folder;

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(PROGRAM.toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectError(folder.resolve("err.txt").toFile());
        builder.redirectOutput(folder.resolve("out.txt").toFile());
        return builder.start();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("err.txt"));
    }

    @Test
    void whatIsTrainedIsAnExtractorLikeAnyOther() throws Exception {
        Files.writeString(folder.resolve("plan.json"), PLAN);
        Process first = start("train", "extractor", "plan.json", "--out", "out");
        Path log = folder.resolve("out/log.jsonl");
        for (int i = 0; i < 1200 && first.isAlive() && !Files.exists(log); i++) {
            Thread.sleep(50);
        }
        assertTrue(first.isAlive(), said());
        long asked = System.nanoTime();
        first.destroy();
        assertTrue(first.waitFor(10, TimeUnit.SECONDS));
        // A second by its promise; the machine of a build is shared.
        assertTrue((System.nanoTime() - asked) / 1e9 < 3, "took too long to stop");
        assertEquals(143, first.exitValue(), said());

        Process second = null;
        for (int i = 0; i < 20; i++) {
            // The first one's child may still be keeping its state.
            second = start("train", "extractor", "plan.json", "--out", "out");
            assertTrue(second.waitFor(120, TimeUnit.SECONDS));
            if (!said().contains("Another run")) {
                break;
            }
            Thread.sleep(500);
        }
        assertEquals(0, second.exitValue(), said());
        Path onnx = folder.resolve("out/tiny.onnx");
        assertEquals(Sha256.of(onnx), CardFiles.read(CardFiles.beside(onnx)).sha256());

        Process used =
                start(
                        "extractor",
                        "measure",
                        "out/tiny.onnx",
                        "--synthetic",
                        "4",
                        "--people",
                        "20",
                        "--photos",
                        "2");
        assertTrue(used.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, used.exitValue(), said());
        String text = Files.readString(folder.resolve("out.txt"));
        assertTrue(text.contains("20 people, 40 photos"), text);
    }
}
