package revisage.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.extract.CardFiles;
import revisage.match.Cards;
import revisage.reconstruct.GeneratorCard;
import revisage.reconstruct.GeneratorCards;
import revisage.store.StoreException;
import revisage.work.Sha256;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

class ReconstructorTrainingTest {

    @TempDir private Path folder;

    /// The extractor that sees mean colours, as a file with a card.
    @BeforeEach
    void extractor() throws Exception {
        Path onnx = folder.resolve("colours.onnx");
        Files.writeString(onnx, "mean colours");
        var card = Cards.of("colours", Sha256.of(onnx), "face", "vector", 3);
        CardFiles.write(card, CardFiles.beside(onnx));
    }

    /// Ten people with three photos, two held out; each face also in a mirror and blended: 72
    /// pairs, 4 a step.
    static ReconstructorPlan plan(double epochs, long seed) {
        var method =
                new NaivePlan(
                        Optional.of("small"),
                        Optional.of("evening"),
                        Optional.of(epochs),
                        Optional.of(4),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return new ReconstructorPlan(
                1,
                "tiny",
                ReconstructorPlan.Method.of(method),
                "colours.onnx",
                seed,
                TrainFakes.synthetic(10, 3),
                Optional.empty(),
                Optional.of(2),
                Optional.of(
                        new PairMaking(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(1),
                                Optional.empty(),
                                Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private ReconstructorReport train(
            ReconstructorPlan plan, String out, Set<Long> stops, Consumer<TrainingEvent> events)
            throws Exception {
        return train(plan, out, false, stops, events);
    }

    private ReconstructorReport train(
            ReconstructorPlan plan,
            String out,
            boolean finish,
            Set<Long> stops,
            Consumer<TrainingEvent> events)
            throws Exception {
        return new ReconstructorTraining(
                        plan,
                        new PlanPaths(folder, folder),
                        folder.resolve(out),
                        TrainFakes.tools(TrainFakes.trainees(Set.of()), stops),
                        finish,
                        "test")
                .run(events);
    }

    @Test
    void aPlanBecomesANetworkWithItsCardAndSheet() throws Exception {
        var events = new ArrayList<TrainingEvent>();
        ReconstructorReport report = train(plan(5, 1), "out", Set.of(), events::add);
        assertEquals(90, report.steps());
        assertTrue(report.finished());
        assertEquals(24, report.faces());
        assertEquals(72, report.pairs());
        assertEquals(2, report.heldOut());
        assertTrue(report.cosine() > 0.8, "cosine " + report.cosine());
        assertTrue(report.agreement() < 0.5);
        Path onnx = folder.resolve("out/tiny.onnx");
        GeneratorCard card = GeneratorCards.beside(onnx);
        assertEquals(Sha256.of(onnx), card.sha256());
        assertEquals(Sha256.of(folder.resolve("colours.onnx")), card.extractor().sha256());
        assertEquals("naive (re-creation)", card.methodName());
        assertTrue(card.source().contains("10 synthetic people"), card.source());
        assertTrue(Files.size(folder.resolve("out/sheet.png")) > 1000);
        var drawn = events.stream().filter(e -> e instanceof TrainingEvent.Drawn).count();
        assertTrue(drawn > 10, drawn + " looks");
        var bare =
                events.stream()
                        .filter(e -> e instanceof TrainingEvent.Rebuilt)
                        .map(e -> ((TrainingEvent.Rebuilt) e).bare())
                        .allMatch(b -> b > 0 && b <= 1);
        assertTrue(bare);
    }

    @Test
    void whatWasStoppedGoesOnToTheSameCurveAndFile() throws Exception {
        train(plan(5, 1), "whole", Set.of(), e -> {});
        var stops = new HashSet<>(Set.of(0L, 19L, 33L, 34L, 60L));
        for (int i = 5; i > 0; i--) {
            assertEquals(i, stops.size());
            assertThrows(
                    InterruptedException.class, () -> train(plan(5, 1), "cut", stops, e -> {}));
        }
        train(plan(5, 1), "cut", stops, e -> {});
        assertEquals(
                TrainFakes.curve(folder.resolve("whole")), TrainFakes.curve(folder.resolve("cut")));
        for (String file : List.of("tiny.onnx", "sheet.png")) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("whole").resolve(file)),
                    Files.readAllBytes(folder.resolve("cut").resolve(file)),
                    file);
        }
    }

    @Test
    void theExtractorIsAskedOnce() throws Exception {
        train(plan(1, 1), "out", Set.of(), e -> {});
        Path vectors = folder.resolve("out/pairs/vectors.f32");
        assertEquals(72 * 3 * 4, Files.size(vectors));
        var time = Files.getLastModifiedTime(vectors);
        var asked = new ArrayList<TrainingEvent>();
        train(
                plan(1, 1),
                "out",
                Set.of(),
                e -> {
                    if (e instanceof TrainingEvent.Preparing p
                            && p.progress().toString().contains("Asking")) {
                        asked.add(e);
                    }
                });
        assertEquals(List.of(), asked);
        assertEquals(time, Files.getLastModifiedTime(vectors));
    }

    @Test
    void finishWritesWhatHasBeenLearnedSoFar() throws Exception {
        assertThrows(
                InterruptedException.class,
                () -> train(plan(5, 1), "out", new HashSet<>(Set.of(30L)), e -> {}));
        ReconstructorReport report = train(plan(5, 1), "out", true, Set.of(), e -> {});
        assertEquals(31, report.steps());
        assertFalse(report.finished());
    }

    @Test
    void aFolderOfAnotherPlanIsRefused() throws Exception {
        train(plan(1, 1), "out", Set.of(), e -> {});
        assertThrows(StoreException.class, () -> train(plan(2, 1), "out", Set.of(), e -> {}));
    }

    @Test
    void tooFewPeopleAreRefused() {
        ReconstructorPlan few =
                new ReconstructorPlan(
                        1,
                        "tiny",
                        plan(1, 1).method(),
                        "colours.onnx",
                        1,
                        TrainFakes.synthetic(3, 2),
                        Optional.empty(),
                        Optional.of(2),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        var e = assertThrows(TrainingException.class, () -> train(few, "out", Set.of(), x -> {}));
        assertTrue(e.getMessage().contains("3 people"), e.getMessage());
    }
}
