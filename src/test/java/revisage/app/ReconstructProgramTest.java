package revisage.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.engine.onnx.TinyModels;
import revisage.store.EstimatePng;
import revisage.store.Reconstruction;
import revisage.store.ReconstructionTable;
import revisage.study.FakeEngines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The packaged program from public faces and a leak to pictures, with ONNX Runtime and all.
@Tag("program")
class ReconstructProgramTest {

    private static final Path PROGRAM = Path.of("target/revisage/bin/revisage").toAbsolutePath();

    @TempDir Path folder;

    @Test
    void fitEmbedReconstruct() throws Exception {
        for (int person = 0; person < 40; person++) {
            FakeEngines.paint(folder.resolve("public/p" + person + "/1.png"), person, 1, 0.3);
        }
        for (int person = 0; person < 3; person++) {
            Path file = folder.resolve("targets/t" + person + "/1.png");
            FakeEngines.paint(file, 500 + person, 1, 0.3);
        }
        TinyModels.writeSquares(folder.resolve("f.onnx"));
        run("embed", "--extractor", "f.onnx", "--images", "targets", "--out", "leak.npy");
        run(
                "eigenfaces",
                "fit",
                "--images",
                "public",
                "--components",
                "20",
                "--extractor",
                "f.onnx",
                "--shared-queries",
                "400",
                "--out",
                "basis.safetensors");
        run("eigenfaces", "show", "basis.safetensors", "--out", "sheet.png");
        String[] attack = {
            "reconstruct",
            "--extractor",
            "f.onnx",
            "--basis",
            "basis.safetensors",
            "--vectors",
            "leak.npy",
            "--queries",
            "150",
            "--out"
        };
        run(with(attack, "again"));
        run(with(attack, "twice"));
        Path table = folder.resolve("again").resolve(ReconstructionTable.FILE);
        List<Reconstruction> rows = ReconstructionTable.read(table);
        assertEquals(3, rows.size());
        for (Reconstruction row : rows) {
            assertTrue(row.cosine() > 0.8, row.toString());
            assertTrue(row.queries() <= 150, row.toString());
            EstimatePng.read(folder.resolve("again").resolve(row.image()));
            assertEquals(
                    -1,
                    Files.mismatch(
                            folder.resolve("again").resolve(row.image()),
                            folder.resolve("twice").resolve(row.image())));
        }
    }

    private static String[] with(String[] arguments, String last) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = last;
        return all;
    }

    private void run(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said.txt");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        try {
            assertTrue(process.waitFor(120, TimeUnit.SECONDS), "did not end");
            assertEquals(0, process.exitValue(), Files.readString(said));
        } finally {
            process.destroyForcibly();
        }
    }
}
