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
import revisage.extract.ModelCard;
import revisage.extract.ModelException;
import revisage.reconstruct.GeneratorCard;
import revisage.reconstruct.GeneratorCards;
import revisage.store.Reconstruction;
import revisage.vector.VectorSet;
import revisage.work.Sha256;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class NetworkAttackTest {

    private static final FakeEngines ENGINES = new FakeEngines();

    @TempDir private Path folder;

    @BeforeEach
    void files() throws Exception {
        Files.writeString(folder.resolve("f.onnx"), "f");
        Files.writeString(folder.resolve("g.onnx"), "g");
        card("naive", "Naive (re-creation)", Sha256.of(folder.resolve("f.onnx")));
    }

    private void card(String method, String origin, String attacked) throws Exception {
        Path network = folder.resolve("network.onnx");
        Files.writeString(network, "network");
        List<Double> middle = List.of(127.5, 127.5, 127.5);
        GeneratorCards.write(
                new GeneratorCard(
                        "network",
                        Sha256.of(network),
                        method,
                        origin,
                        new GeneratorCard.Input("vector", FakeEngines.DIMENSION, true),
                        new GeneratorCard.Output(
                                "face",
                                112,
                                ModelCard.Channels.RGB,
                                ModelCard.Layout.NCHW,
                                middle,
                                middle),
                        new GeneratorCard.Attacked("f", attacked),
                        "unknown",
                        "a test",
                        Optional.empty()),
                network);
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
