package revisage.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.face.FaceImage;
import revisage.reconstruct.Findings;
import revisage.reconstruct.ReconstructorSpec;
import revisage.store.DrawnFaces;
import revisage.store.EstimatePng;
import revisage.store.FolderLock;
import revisage.store.Reconstruction;
import revisage.store.ReconstructionTable;
import revisage.store.StoreException;
import revisage.vector.VectorFileException;
import revisage.vector.VectorSet;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

class ReconstructionRunTest {

    /// Searched in groups of four: 4 and 2.
    private static final int TARGETS = 6;

    private static final int ROUNDS = 5;
    private static final ReconstructorSpec FOURS =
            new ReconstructorSpec.Reference(1, ROUNDS, 1, 1, 0.1);
    private static final Duration AFTER_EVERY_ROUND = Duration.ZERO;
    private static final Duration NEVER = Duration.ofDays(1);

    @TempDir Path folder;

    private Extractor extractor = opened();
    private VectorSet leaked = VectorSet.of(new float[1], 1);

    /// As a kill: nothing of the run hears of it.
    private static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private static Extractor opened() {
        try {
            Path file = Files.createTempFile("f", ".onnx");
            Files.writeString(file, "f");
            Extractor opened = new FakeEngines().extractors().open(file, DeviceChoice.CPU);
            Files.delete(file);
            return opened;
        } catch (IOException | WorkException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void leak() throws Exception {
        List<FaceImage> faces = IntStream.range(0, TARGETS).mapToObj(DrawnFaces::face).toList();
        List<String> ids = IntStream.range(0, TARGETS).mapToObj(i -> "p" + i + "/1.jpg").toList();
        List<String> people = IntStream.range(0, TARGETS).mapToObj(i -> "p" + i).toList();
        leaked = extractor.embed(faces).named(ids, people);
    }

    @Test
    void theTableTellsWhatThePicturesAre() throws Exception {
        var result = run("out", 1, AFTER_EVERY_ROUND, _ -> {});
        List<Reconstruction> rows =
                ReconstructionTable.read(folder.resolve("out/reconstructions.csv"));
        assertEquals(TARGETS, rows.size());
        assertEquals(TARGETS, result.rows().size());
        for (int i = 0; i < TARGETS; i++) {
            Reconstruction row = rows.get(i);
            assertEquals("p" + i + "/1.jpg", row.id());
            assertEquals("p" + i, row.person());
            assertEquals("images/00000" + (i + 1) + ".png", row.image());
            assertEquals(ROUNDS + 1, row.queries(), "the hand-over counts");
            assertEquals(extractor.card().sha256(), row.extractor());
            var png = EstimatePng.read(folder.resolve("out").resolve(row.image()));
            assertEquals(row.cosine(), png.estimate().cosine());
            float[] answer = extractor.embed(List.of(png.face())).row(0);
            assertEquals(cosine(answer, leaked.row(i)), row.cosine(), 1e-6);
        }
        List<String> traces = Files.readAllLines(folder.resolve("out/traces.csv"));
        assertEquals("id,queries,cosine", traces.getFirst());
        assertTrue(traces.get(1).startsWith("p0/1.jpg,1,"), traces.get(1));
        assertEquals(ROUNDS * TARGETS, result.asked());
        assertEquals(Collections.nCopies(TARGETS, Findings.Ending.BUDGET), result.endings());
    }

    @Test
    void killedAfterAnyEventItGoesOnToTheSameBytes() throws Exception {
        int events = count();
        Map<String, String> whole = bytes("whole");
        for (int at = 1; at <= events; at += 3) {
            String out = "killed" + at;
            kill(out, at);
            run(out, 1, AFTER_EVERY_ROUND, _ -> {});
            assertEquals(whole, bytes(out), "killed after event " + at);
        }
    }

    @Test
    void killedAgainAndAgainItArrives() throws Exception {
        count();
        int kills = 0;
        while (attempt("often", 12)) {
            kills++;
        }
        assertTrue(kills > 4, kills + " kills");
        assertEquals(bytes("whole"), bytes("often"));
    }

    @Test
    void stoppedItKeepsTheLastRoundAndAsksNothingTwice() throws Exception {
        int events = count();
        for (int at = 2; at < events; at += 5) {
            String out = "stopped" + at;
            long before = stop(out, at);
            var rest = run(out, 1, NEVER, _ -> {});
            assertEquals(bytes("whole"), bytes(out), "stopped after event " + at);
            assertEquals(ROUNDS * TARGETS, before + rest.asked());
        }
    }

    @Test
    void aFinishedRunIsReadAndNotDoneAgain() throws Exception {
        var first = run("out", 1, AFTER_EVERY_ROUND, _ -> {});
        Files.delete(folder.resolve("out/reconstructions.csv"));
        var second = run("out", 1, AFTER_EVERY_ROUND, _ -> {});
        assertEquals(first.rows(), second.rows());
        assertEquals(TARGETS, second.resumed());
        assertEquals(0, second.asked());
        assertTrue(Files.exists(folder.resolve("out/reconstructions.csv")));
    }

    @Test
    void anotherSeedInTheSameFolderIsRefused() throws Exception {
        run("out", 1, AFTER_EVERY_ROUND, _ -> {});
        var refused =
                assertThrows(StoreException.class, () -> run("out", 2, AFTER_EVERY_ROUND, _ -> {}));
        assertTrue(refused.getMessage().contains("seed 1, not 2"), refused.getMessage());
    }

    @Test
    void otherVectorsInTheSameFolderAreRefused() throws Exception {
        run("out", 1, AFTER_EVERY_ROUND, _ -> {});
        leaked = leaked.chosen(1, 0, 2, 3, 4, 5);
        var refused =
                assertThrows(StoreException.class, () -> run("out", 1, AFTER_EVERY_ROUND, _ -> {}));
        assertTrue(refused.getMessage().contains("vectors of SHA-256"), refused.getMessage());
    }

    @Test
    void aFolderInUseIsRefused() throws Exception {
        try (var _ = FolderLock.take(folder.resolve("out"))) {
            assertThrows(StoreException.class, () -> run("out", 1, AFTER_EVERY_ROUND, _ -> {}));
        }
    }

    @Test
    void aVectorWithoutDirectionIsRefusedByName() {
        float[] values = leaked.toArray();
        values[FakeEngines.DIMENSION + 5] = Float.NaN;
        leaked =
                VectorSet.of(values, FakeEngines.DIMENSION)
                        .named(leaked.ids().orElseThrow(), leaked.labels().orElseThrow());
        var refused =
                assertThrows(
                        VectorFileException.class, () -> run("out", 1, AFTER_EVERY_ROUND, _ -> {}));
        assertTrue(refused.getMessage().contains("p1/1.jpg"), refused.getMessage());
        assertFalse(Files.exists(folder.resolve("out")), "nothing is begun");
    }

    @Test
    void vectorsOfAnotherDimensionAreRefused() {
        leaked = VectorSet.of(new float[] {1, 2, 3}, 3);
        assertThrows(VectorFileException.class, () -> run("out", 1, AFTER_EVERY_ROUND, _ -> {}));
    }

    @Test
    void vectorsWithoutNamesAreCounted() throws Exception {
        leaked = VectorSet.of(leaked.toArray(), leaked.dimension());
        var rows = run("out", 1, AFTER_EVERY_ROUND, _ -> {}).rows();
        assertEquals("5", rows.getLast().id());
        assertEquals("", rows.getLast().person());
    }

    @Test
    void theLengthOfAVectorIsNoMatter() throws Exception {
        var rows = run("out", 1, AFTER_EVERY_ROUND, _ -> {}).rows();
        float[] longer = leaked.toArray();
        for (int i = 0; i < longer.length; i++) {
            longer[i] *= 4;
        }
        leaked =
                VectorSet.of(longer, leaked.dimension())
                        .named(leaked.ids().orElseThrow(), leaked.labels().orElseThrow());
        var again = run("longer", 1, AFTER_EVERY_ROUND, _ -> {}).rows();
        assertEquals(
                rows.stream().map(Reconstruction::cosine).toList(),
                again.stream().map(Reconstruction::cosine).toList());
    }

    @Test
    void progressOnlyRisesAndEndsWhole() throws Exception {
        var seen = new ArrayList<Progress>();
        run(
                "out",
                1,
                NEVER,
                event -> {
                    if (event instanceof ReconstructionEvent.Standing(Progress p)) {
                        seen.add(p);
                    }
                });
        for (int i = 1; i < seen.size(); i++) {
            assertTrue(seen.get(i).done() >= seen.get(i - 1).done(), seen.toString());
            assertTrue(seen.get(i).total() >= seen.get(i).done(), seen.toString());
        }
        assertEquals(seen.getLast().total(), seen.getLast().done());
        assertEquals((ROUNDS + 1L) * TARGETS, seen.getLast().done());
        assertTrue(seen.get(seen.size() - 2).done() < seen.getLast().total());
    }

    @Test
    void aDamagedCheckpointIsToldAndTheOneBeforeTaken() throws Exception {
        count();
        kill("out", 40);
        Path newest = folder.resolve("out/.running");
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length / 2] ^= 1;
        Files.write(newest, bytes);
        var result = run("out", 1, AFTER_EVERY_ROUND, _ -> {});
        assertEquals(1, result.notes().size(), result.notes().toString());
        assertEquals(bytes("whole"), bytes("out"));
    }

    @Test
    void whenTheTimeIsUpTheBestIsHandedOver() throws Exception {
        var rows =
                new ReconstructionRun(
                                leaked,
                                FOURS,
                                new ClimbingSearches(extractor, Integer.MAX_VALUE),
                                "basis",
                                1,
                                Optional.of(Duration.ofMillis(20)),
                                extractor,
                                folder.resolve("out"),
                                NEVER)
                        .run(_ -> {})
                        .rows();
        assertEquals(TARGETS, rows.size());
        assertTrue(rows.stream().allMatch(r -> r.queries() > 1));
    }

    @Test
    void theHandOverComesOutOfTheBudget() {
        var none = OptionalDouble.empty();
        assertEquals(
                new ReconstructorSpec.FullVector(99, none),
                ReconstructionRun.searched(new ReconstructorSpec.FullVector(100, none)));
        assertEquals(
                new ReconstructorSpec.Score(0, none),
                ReconstructionRun.searched(new ReconstructorSpec.Score(0, none)));
    }

    private ReconstructionRun.Result run(
            String out, long seed, Duration keepEvery, Consumer<ReconstructionEvent> events)
            throws WorkException, InterruptedException {
        return new ReconstructionRun(
                        leaked,
                        FOURS,
                        new ClimbingSearches(extractor, ROUNDS),
                        "basis",
                        seed,
                        Optional.empty(),
                        extractor,
                        folder.resolve(out),
                        keepEvery)
                .run(events);
    }

    /// Runs undisturbed into `whole`.
    ///
    /// @return how many events it told
    private int count() throws Exception {
        int[] events = {0};
        run("whole", 1, AFTER_EVERY_ROUND, _ -> events[0]++);
        return events[0];
    }

    private void kill(String out, int at) throws Exception {
        assertTrue(attempt(out, at), "it was over before");
    }

    /// Runs until event `at`, with a checkpoint after every round.
    ///
    /// @return whether it was killed there, and not over before
    private boolean attempt(String out, int at) throws Exception {
        int[] left = {at};
        try {
            run(
                    out,
                    1,
                    AFTER_EVERY_ROUND,
                    _ -> {
                        if (--left[0] == 0) {
                            throw new Killed();
                        }
                    });
            return false;
        } catch (Killed _) {
            return true;
        }
    }

    /// @return queries asked before it stopped
    private long stop(String out, int at) {
        int[] left = {at};
        var searches = new ClimbingSearches(extractor, ROUNDS);
        assertThrows(
                InterruptedException.class,
                () ->
                        new ReconstructionRun(
                                        leaked,
                                        FOURS,
                                        searches,
                                        "basis",
                                        1,
                                        Optional.empty(),
                                        extractor,
                                        folder.resolve(out),
                                        NEVER)
                                .run(
                                        _ -> {
                                            if (--left[0] == 0) {
                                                Thread.currentThread().interrupt();
                                            }
                                        }));
        return searches.asked();
    }

    /// Every file that is not hidden, without the seconds.
    private Map<String, String> bytes(String out) throws WorkException, InterruptedException {
        var bytes = new TreeMap<>(FolderContents.hashes(folder.resolve(out)));
        bytes.remove(ReconstructionTable.FILE);
        int i = 0;
        for (Reconstruction r :
                ReconstructionTable.read(folder.resolve(out, ReconstructionTable.FILE))) {
            bytes.put(
                    "row " + i++,
                    List.of(
                                    r.id(),
                                    r.person(),
                                    r.image(),
                                    r.label(),
                                    r.queries(),
                                    r.cosine(),
                                    r.seed(),
                                    r.extractor())
                            .toString());
        }
        return bytes;
    }

    private static double cosine(float[] a, float[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (double) a[i] * b[i];
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb);
    }
}
