package revisage.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.store.Reconstruction;
import revisage.store.ReconstructionTable;
import revisage.work.Progress;
import revisage.work.StopAt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A whole study with the real attacks on a made-up extractor.
class EigenfaceAttacksTest {

    private static final String PLAN =
            """
            {
              "schema": 1,
              "seed": 7,
              "extractors": ["a.onnx"],
              "matchers": ["b.onnx"],
              "basis": {"images": "faces", "people": {"photos": 1}, "components": 64},
              "targets": {"images": "faces", "people": {"minPhotos": 2}, "count": 5},
              "gallery": {"images": "faces"},
              "attacks": [{"search": "linear"},
                          {"search": "full-vector", "queries": 60, "stopAtCosine": 0.95}],
              "matching": {"k": [1], "n": [20]}
            }
            """;

    @TempDir Path folder;

    private final FakeEngines engines = new FakeEngines();

    @BeforeEach
    void lay() throws Exception {
        for (int person = 0; person < 30; person++) {
            for (int photo = 0; photo < 1 + person / 20; photo++) {
                Path file = folder.resolve("faces/p%02d/%d.png".formatted(person, photo));
                FakeEngines.paint(file, person, photo, 0.2);
            }
        }
        Files.writeString(folder.resolve("a.onnx"), "f");
        Files.writeString(folder.resolve("b.onnx"), "g");
        Files.writeString(folder.resolve("plan.json"), PLAN);
    }

    @Test
    void theAttacksReachTheReportAndFewerFacesThanAxesWillDo() throws Exception {
        StudyReport report = run("out", _ -> {});
        assertEquals(3, report.headline().size(), "two attacks and the photos");
        Path rebuilt = folder.resolve("out/rebuilt-a-full-vector-60");
        for (Reconstruction row :
                ReconstructionTable.read(rebuilt.resolve(ReconstructionTable.FILE))) {
            assertTrue(row.queries() <= 60, row.toString());
            assertTrue(Files.exists(rebuilt.resolve(row.image())), row.toString());
        }
    }

    @Test
    void stoppedAnywhereItGoesOnToTheSameRates() throws Exception {
        var events = new AtomicInteger();
        run("whole", _ -> events.incrementAndGet());
        byte[] rates = Files.readAllBytes(folder.resolve("whole/rates/rates.csv"));
        for (int part = 1; part < 4; part++) {
            String out = "stopped" + part;
            int at = events.get() * part / 4;
            assertThrows(InterruptedException.class, () -> run(out, StopAt.event(at)));
            run(out, _ -> {});
            assertArrayEquals(rates, Files.readAllBytes(folder.resolve(out + "/rates/rates.csv")));
        }
    }

    @Test
    void aBasisMadeBeforeGivesTheSameRatesAndIsRefusedForAnotherExtractor() throws Exception {
        run("whole", _ -> {});
        byte[] rates = Files.readAllBytes(folder.resolve("whole/rates/rates.csv"));
        Files.copy(
                folder.resolve("whole/basis-a/basis.safetensors"),
                folder.resolve("made.safetensors"));
        String fitted = "{\"images\": \"faces\", \"people\": {\"photos\": 1}, \"components\": 64}";
        String given = PLAN.replace(fitted, "{\"file\": \"made.safetensors\"}");
        Files.writeString(folder.resolve("plan.json"), given);
        run("given", _ -> {});
        assertArrayEquals(rates, Files.readAllBytes(folder.resolve("given/rates/rates.csv")));
        Files.writeString(folder.resolve("plan.json"), given.replace("a.onnx", "b.onnx"));
        assertThrows(revisage.store.StoreException.class, () -> run("other", _ -> {}));
    }

    private StudyReport run(String out, Consumer<Progress> events) throws Exception {
        PlanFile file = PlanFile.read(folder.resolve("plan.json"));
        var attacks = new EigenfaceAttacks(engines, "test", 60);
        return new Study(file, folder.resolve(out), engines, attacks, "test").run(events);
    }
}
