package revisage.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.face.FaceImage;
import revisage.people.LabelledFolder;
import revisage.reconstruct.BasisFitting;
import revisage.reconstruct.ReconstructorSpec;
import revisage.store.Reconstruction;
import revisage.store.ReconstructionTable;
import revisage.store.StoreException;
import revisage.store.StoredBasis;
import revisage.vector.VectorSet;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

class VectorAttackTest {

    private static final int TARGETS = 3;

    @TempDir private static Path folder;

    private static final FakeEngines ENGINES = new FakeEngines();
    private static Extractor extractor = opened("f");
    private static VectorSet leaked = VectorSet.of(new float[1], 1);

    @BeforeAll
    static void prepare() throws Exception {
        for (int person = 0; person < 60; person++) {
            FakeEngines.paint(folder.resolve("faces/p" + person + "/1.png"), person, 1, 0.3);
        }
        Files.writeString(folder.resolve("f.onnx"), "f");
        extractor = ENGINES.extractors().open(folder.resolve("f.onnx"), DeviceChoice.CPU);
        make("basis.safetensors", Optional.of(extractor));
        for (int i = 0; i < TARGETS; i++) {
            FakeEngines.paint(folder.resolve("targets/t" + i + "/1.png"), 1_000 + i, 1, 0.3);
        }
        var targets = LabelledFolder.scan(folder.resolve("targets")).portraits();
        try (var reader = FaceCutting.ALIGNED.open(ENGINES)) {
            leaked =
                    new Embedding(
                                    targets,
                                    reader.reader(),
                                    "",
                                    extractor,
                                    folder.resolve("embedding.log"))
                            .run(_ -> {})
                            .vectors();
        }
    }

    @AfterAll
    static void close() {
        extractor.close();
    }

    private static Extractor opened(String content) {
        try {
            Path file = Files.createTempFile(content, ".onnx");
            Extractor opened = ENGINES.extractors().open(file, DeviceChoice.CPU);
            Files.delete(file);
            return opened;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static BasisMaking.Result make(String name, Optional<Extractor> prepared)
            throws Exception {
        try (var reader = FaceCutting.ALIGNED.open(ENGINES);
                var products = ENGINES.products(DeviceChoice.CPU)) {
            return new BasisMaking(
                            LabelledFolder.scan(folder.resolve("faces")).portraits(),
                            reader.reader(),
                            "as they are",
                            new BasisFitting(12, false, 1),
                            prepared,
                            90,
                            products,
                            "test",
                            StoredBasis.Form.EXACT,
                            folder.resolve(name))
                    .run(_ -> {});
        }
    }

    @ParameterizedTest
    @CsvSource({"linear, 0", "full-vector, 120", "score, 200", "reference, 384"})
    void stoppedHalfWayEachSearchGoesOnToTheSameBytes(String search, long queries)
            throws Exception {
        var spec =
                SearchChoice.spec(
                        search,
                        queries == 0 ? OptionalLong.empty() : OptionalLong.of(queries),
                        OptionalDouble.empty());
        int[] events = {0};
        attack(spec, search + "-whole", _ -> events[0]++);
        int[] left = {events[0] / 2};
        assertThrows(
                InterruptedException.class,
                () ->
                        attack(
                                spec,
                                search + "-stopped",
                                _ -> {
                                    if (--left[0] == 0) {
                                        Thread.currentThread().interrupt();
                                    }
                                }));
        attack(spec, search + "-stopped", _ -> {});
        assertEquals(bytes(search + "-whole"), bytes(search + "-stopped"));
    }

    @Test
    void whoAsksMoreIsNearer() throws Exception {
        var none = OptionalDouble.empty();
        double before = 0;
        for (ReconstructorSpec spec :
                List.of(
                        new ReconstructorSpec.Linear(),
                        new ReconstructorSpec.FullVector(20, none),
                        new ReconstructorSpec.FullVector(200, none))) {
            var result = attack(spec, "near " + spec, _ -> {});
            double mean =
                    result.rows().stream().mapToDouble(Reconstruction::cosine).average().orElse(0);
            assertTrue(mean > before, spec + ": " + mean + " after " + before);
            before = mean;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"full-vector", "score"})
    void noTargetCostsMoreThanItsBudgetAndEveryQueryIsCounted(String search) throws Exception {
        int before = ENGINES.embedded.get();
        var spec = SearchChoice.spec(search, OptionalLong.of(50), OptionalDouble.empty());
        var result = attack(spec, "budget " + search, _ -> {});
        long told = result.rows().stream().mapToLong(Reconstruction::queries).sum();
        assertEquals(ENGINES.embedded.get() - before, told);
        assertTrue(result.rows().stream().allMatch(r -> r.queries() <= 50), told + " queries");
    }

    @Test
    void theLinearMethodAsksNothing() throws Exception {
        var result = attack(new ReconstructorSpec.Linear(), "linear alone", _ -> {});
        assertTrue(result.rows().stream().allMatch(r -> r.queries() == 0));
        assertEquals(0, result.asked());
        assertEquals("linear", result.rows().getFirst().label());
    }

    @Test
    void aBasisThatIsNotPreparedServesTheReferenceSearchOnly() throws Exception {
        make("bare.safetensors", Optional.empty());
        var none = OptionalDouble.empty();
        for (ReconstructorSpec spec :
                List.of(
                        new ReconstructorSpec.Linear(),
                        new ReconstructorSpec.FullVector(20, none),
                        new ReconstructorSpec.Score(20, none))) {
            var refused =
                    assertThrows(
                            StoreException.class,
                            () -> attack(spec, "bare", extractor, "bare.safetensors", _ -> {}));
            assertTrue(refused.getMessage().contains("not prepared"), refused.getMessage());
        }
        var spec = SearchChoice.spec("reference", OptionalLong.of(64), none);
        assertEquals(
                TARGETS,
                attack(spec, "bare", extractor, "bare.safetensors", _ -> {}).rows().size());
    }

    @Test
    void aBasisPreparedForAnotherExtractorIsRefused() throws Exception {
        Files.writeString(folder.resolve("e.onnx"), "e");
        try (Extractor other =
                ENGINES.extractors().open(folder.resolve("e.onnx"), DeviceChoice.CPU)) {
            var spec = new ReconstructorSpec.FullVector(20, OptionalDouble.empty());
            assertThrows(
                    StoreException.class,
                    () -> attack(spec, "other", other, "basis.safetensors", _ -> {}));
        }
    }

    @Test
    void theSameFacesGiveTheSameBasisFile() throws Exception {
        var made = make("again.safetensors", Optional.of(extractor));
        assertEquals(
                FolderContents.hashes(folder).get("basis.safetensors"),
                FolderContents.hashes(folder).get("again.safetensors"));
        assertEquals(60, made.faces());
        assertEquals(60, made.people());
        assertEquals(90, made.asked());
    }

    @Test
    void theSheetShowsTheShareOfEachAxis() throws Exception {
        var made = make("shown.safetensors", Optional.empty());
        var sheet = new BasisSheet(made.basis(), 5);
        double all = sheet.kept(12).orElseThrow();
        assertTrue(all > 0.3 && all < 1, all + " kept");
        assertTrue(sheet.kept(1).orElseThrow() < all);
        assertEquals(3, sheet.sheet().rows().size());
        FaceImage mean = FaceImage.rounded(made.basis().mean(), 0);
        assertEquals(mean, sheet.sheet().rows().getFirst().cells().getFirst().face());
    }

    private static ReconstructionRun.Result attack(
            ReconstructorSpec spec, String out, Consumer<ReconstructionEvent> events)
            throws WorkException, InterruptedException {
        return attack(spec, out, extractor, "basis.safetensors", events);
    }

    private static ReconstructionRun.Result attack(
            ReconstructorSpec spec,
            String out,
            Extractor attacked,
            String basis,
            Consumer<ReconstructionEvent> events)
            throws WorkException, InterruptedException {
        return new VectorAttack(
                        leaked,
                        attacked,
                        folder.resolve(basis),
                        spec,
                        1,
                        Optional.empty(),
                        DeviceChoice.CPU,
                        ENGINES,
                        folder.resolve(out))
                .run(events);
    }

    private static Map<String, String> bytes(String out) throws Exception {
        var bytes = new TreeMap<>(FolderContents.hashes(folder.resolve(out)));
        bytes.remove(ReconstructionTable.FILE);
        List<Reconstruction> rows =
                ReconstructionTable.read(folder.resolve(out, ReconstructionTable.FILE));
        IntStream.range(0, rows.size())
                .forEach(
                        i ->
                                bytes.put(
                                        "row " + i,
                                        rows.get(i).queries() + " " + rows.get(i).cosine()));
        return bytes;
    }
}
