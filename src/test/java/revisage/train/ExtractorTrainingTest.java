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
import java.util.List;
import java.util.function.Consumer;

class ExtractorTrainingTest {

    @TempDir private Path folder;

    private TrainingReport train(
            ExtractorPlan plan,
            String out,
            boolean finish,
            long pause,
            Consumer<TrainingEvent> events)
            throws Exception {
        return new ExtractorTraining(
                        plan,
                        folder,
                        folder.resolve(out),
                        TrainFakes.tools(TrainFakes.trainees(pause)),
                        finish,
                        "test")
                .run(events);
    }

    /// The log without what depends on the clock.
    private List<String> curve(String out) throws Exception {
        return Files.readAllLines(folder.resolve(out).resolve("log.jsonl")).stream()
                .map(line -> line.replaceAll(",\"facesPerSecond.*", ""))
                .toList();
    }

    @Test
    void aPlanBecomesAnExtractorWithItsCard() throws Exception {
        TrainingReport report = train(TrainFakes.plan(4, 1), "out", false, 0, e -> {});
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
        assertEquals(4, curve("out").stream().filter(l -> l.contains("\"learned\"")).count() + 1);
        assertEquals(3, curve("out").stream().filter(l -> l.contains("\"measured\"")).count());
    }

    @Test
    void whatWasStoppedGoesOnToTheSameCurveAndFile() throws Exception {
        train(TrainFakes.plan(4, 1), "whole", false, 0, e -> {});
        int stops = 0;
        boolean done = false;
        while (!done) {
            Thread worker = Thread.currentThread();
            Thread stopper =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        try {
                                            Thread.sleep(150);
                                            worker.interrupt();
                                        } catch (InterruptedException _) {
                                            // The training was quicker.
                                        }
                                    });
            try {
                train(TrainFakes.plan(4, 1), "cut", false, 5, e -> {});
                done = true;
            } catch (InterruptedException _) {
                stops++;
            }
            stopper.interrupt();
            stopper.join();
            Thread.interrupted();
            assertTrue(stops < 100, "never ends");
        }
        assertTrue(stops > 0, "it was never stopped");
        assertEquals(curve("whole"), curve("cut"));
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("whole/tiny.onnx")),
                Files.readAllBytes(folder.resolve("cut/tiny.onnx")));
    }

    @Test
    void aDamagedCheckpointIsToldAndTheOneBeforeTaken() throws Exception {
        train(TrainFakes.plan(2, 1), "out", false, 0, e -> {});
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
                0,
                e -> {
                    if (e instanceof TrainingEvent.Began b) {
                        began.add(b);
                    }
                });
        assertTrue(began.getFirst().damaged());
    }

    @Test
    void finishWritesWhatHasBeenLearnedSoFar() throws Exception {
        Thread worker = Thread.currentThread();
        assertThrows(
                InterruptedException.class,
                () ->
                        train(
                                TrainFakes.plan(4, 1),
                                "out",
                                false,
                                1,
                                e -> {
                                    if (e instanceof TrainingEvent.Learned) {
                                        worker.interrupt();
                                    }
                                }));
        Thread.interrupted();
        TrainingReport report = train(TrainFakes.plan(4, 1), "out", true, 0, e -> {});
        assertFalse(report.finished());
        assertTrue(report.steps() >= 20 && report.steps() < 60, report.steps() + " steps");
    }

    @Test
    void aFolderOfAnotherPlanIsRefused() throws Exception {
        train(TrainFakes.plan(1, 1), "out", false, 0, e -> {});
        var e =
                assertThrows(
                        StoreException.class,
                        () -> train(TrainFakes.plan(1, 2), "out", false, 0, x -> {}));
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
        var e = assertThrows(TrainingException.class, () -> train(fewer, "out", false, 0, x -> {}));
        assertTrue(e.getMessage().contains("8 faces"), e.getMessage());
    }
}
