package revisage.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.extract.ModelException;
import revisage.store.Reconstruction;
import revisage.vector.VectorSet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

class NetworkAttackTest {

    private static final FakeEngines ENGINES = new FakeEngines();

    @TempDir private Path folder;

    @BeforeEach
    void files() throws Exception {
        Files.writeString(folder.resolve("f.onnx"), "f");
        Files.writeString(folder.resolve("g.onnx"), "g");
        PaintedNetwork.write(
                folder.resolve("network.onnx"),
                "naive",
                "Naive (re-creation)",
                folder.resolve("f.onnx"));
    }

    private static VectorSet leaked() {
        float[] rows = new float[300 * FakeEngines.DIMENSION];
        var dice = new Random(5);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) dice.nextGaussian();
        }
        return VectorSet.of(rows, FakeEngines.DIMENSION);
    }

    private ReconstructionRun.Result attack(String extractor, String out) throws Exception {
        try (Extractor opened =
                ENGINES.extractors().open(folder.resolve(extractor), DeviceChoice.CPU)) {
            return new NetworkAttack(
                            leaked(),
                            opened,
                            folder.resolve("network.onnx"),
                            1,
                            DeviceChoice.CPU,
                            ENGINES,
                            folder.resolve(out))
                    .run(e -> {});
        }
    }

    @Test
    void everyVectorBecomesAFaceWithoutAQuery() throws Exception {
        ReconstructionRun.Result result = attack("f.onnx", "out");
        assertEquals(300, result.rows().size());
        assertEquals(0, result.asked());
        for (Reconstruction row : result.rows()) {
            assertEquals(0, row.queries());
            assertEquals("naive (re-creation)", row.method());
            assertTrue(row.cosine() > 0.8, row.toString());
            assertTrue(Files.exists(folder.resolve("out").resolve(row.image())));
        }
    }

    @Test
    void whatWasDoneIsTakenOver() throws Exception {
        attack("f.onnx", "out");
        byte[] table = Files.readAllBytes(folder.resolve("out/reconstructions.csv"));
        assertEquals(300, attack("f.onnx", "out").resumed());
        assertArrayEquals(table, Files.readAllBytes(folder.resolve("out/reconstructions.csv")));
    }

    @Test
    void aNetworkOfAnotherExtractorIsRefused() {
        var e = assertThrows(ModelException.class, () -> attack("g.onnx", "out"));
        assertTrue(e.getMessage().contains("trained for the extractor 'f'"), e.getMessage());
        assertTrue(Files.notExists(folder.resolve("out/reconstructions.csv")));
    }
}
