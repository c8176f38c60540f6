package revisage.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.extract.CardFiles;
import revisage.extract.ModelCard;
import revisage.store.StoreException;
import revisage.work.Sha256;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

class ExtractorTrainingTest {

    @TempDir private Path folder;

    private TrainingReport train(
            ExtractorPlan plan,
            String out,
            boolean finish,
            Set<Long> stops,
            Consumer<TrainingEvent> events)
            throws Exception {
        return new ExtractorTraining(
                        plan,
                        folder,
                        folder.resolve(out),
                        TrainFakes.tools(TrainFakes.trainees(stops)),
                        finish,
                        "test")
                .run(events);
    }

    @Test
    void aPlanBecomesAnExtractorWithItsCard() throws Exception {
        TrainingReport report = train(TrainFakes.plan(4, 1), "out", false, Set.of(), e -> {});
        assertEquals(60, report.steps());
        assertTrue(report.finished());
        assertEquals(150, report.faces());
        assertEquals(30, report.classes());
        assertEquals(20, report.figures().orElseThrow().people());
        assertTrue(report.figures().get().accuracy() > 0.9, report.figures().toString());
        Path onnx = folder.resolve("out/tiny.onnx");
        ModelCard card = CardFiles.read(CardFiles.beside(onnx));
        assertEquals(Sha256.of(onnx), card.sha256());
        assertEquals("Apache-2.0", card.licence());
        assertTrue(card.source().contains("50 synthetic people"), card.source());
        assertEquals(
                4,
                TrainFakes.curve(folder.resolve("out")).stream()
                                .filter(l -> l.contains("\"learned\""))
                                .count()
                        + 1);
        assertEquals(
                3,
                TrainFakes.curve(folder.resolve("out")).stream()
                        .filter(l -> l.contains("\"measured\""))
                        .count());
    }

    @Test
    void whatWasStoppedGoesOnToTheSameCurveAndFile() throws Exception {
        train(TrainFakes.plan(4, 1), "whole", false, Set.of(), e -> {});
        // In the middle, at the end of an epoch, at a line of the log, twice in a row.
        var stops = new HashSet<>(Set.of(7L, 15L, 20L, 33L, 34L, 45L));
        for (int i = 6; i > 0; i--) {
            assertEquals(i, stops.size());
            assertThrows(
                    InterruptedException.class,
                    () -> train(TrainFakes.plan(4, 1), "cut", false, stops, e -> {}));
        }
        train(TrainFakes.plan(4, 1), "cut", false, stops, e -> {});
        assertEquals(
                TrainFakes.curve(folder.resolve("whole")), TrainFakes.curve(folder.resolve("cut")));
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("whole/tiny.onnx")),
                Files.readAllBytes(folder.resolve("cut/tiny.onnx")));
    }

    @Test
    void aDamagedCheckpointIsToldAndTheOneBeforeTaken() throws Exception {
        train(TrainFakes.plan(2, 1), "out", false, Set.of(), e -> {});
        Path checkpoint = folder.resolve("out/checkpoint");
        Files.copy(checkpoint, folder.resolve("out/checkpoint.previous"));
        try (var file = new RandomAccessFile(checkpoint.toFile(), "rw")) {
            file.seek(30);
            file.write(99);
        }
        var began = new ArrayList<TrainingEvent.Began>();
        train(
                TrainFakes.plan(2, 1),
                "out",
                false,
                Set.of(),
                e -> {
                    if (e instanceof TrainingEvent.Began b) {
                        began.add(b);
                    }
                });
        assertTrue(began.getFirst().damaged());
    }

    @Test
    void finishWritesWhatHasBeenLearnedSoFar() throws Exception {
        var stops = new HashSet<>(Set.of(23L));
        assertThrows(
                InterruptedException.class,
                () -> train(TrainFakes.plan(4, 1), "out", false, stops, e -> {}));
        TrainingReport report = train(TrainFakes.plan(4, 1), "out", true, Set.of(), e -> {});
        assertFalse(report.finished());
        assertEquals(23, report.steps());
    }

    @Test
    void aFolderOfAnotherPlanIsRefused() throws Exception {
        train(TrainFakes.plan(1, 1), "out", false, Set.of(), e -> {});
        var e =
                assertThrows(
                        StoreException.class,
                        () -> train(TrainFakes.plan(1, 2), "out", false, Set.of(), x -> {}));
        assertTrue(e.getMessage().contains("another plan"), e.getMessage());
    }

    @Test
    void fewerFacesThanABatchAreRefused() {
        ExtractorPlan plan = TrainFakes.plan(1, 1);
        var fewer =
                new ExtractorPlan(
                        1,
                        "tiny",
                        "res-small",
                        1,
                        TrainFakes.synthetic(4, 2),
                        java.util.Optional.empty(),
                        plan.recipe(),
                        plan.loss(),
                        plan.augmentation(),
                        plan.threads(),
                        plan.device(),
                        plan.checkpointSeconds());
        var e =
                assertThrows(
                        TrainingException.class,
                        () -> train(fewer, "out", false, Set.of(), x -> {}));
        assertTrue(e.getMessage().contains("8 faces"), e.getMessage());
    }
}
