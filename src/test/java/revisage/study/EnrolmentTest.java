package revisage.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.extract.DeviceChoice;
import revisage.match.GalleryException;
import revisage.people.LabelledFolder;
import revisage.store.GalleryFolder;
import revisage.store.StoredGallery;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

class EnrolmentTest {

    @TempDir Path dir;

    private final FakeEngines engines = new FakeEngines();

    @TempDir static Path painted;

    @BeforeAll
    static void paintPeople() throws IOException {
        for (int i = 0; i < 3 * FaceEmbedder.BLOCK; i++) {
            Path file = painted.resolve("p%02d/%d.png".formatted(i / 4, i % 4));
            FakeEngines.paint(file, i / 4, i % 4, 0.2);
        }
    }

    @BeforeEach
    void copyPeople() throws IOException {
        Files.writeString(dir.resolve("a.onnx"), "a");
        Files.writeString(dir.resolve("b.onnx"), "b");
        try (var files = Files.walk(painted)) {
            for (Path file : files.toList()) {
                Files.copy(file, dir.resolve("faces").resolve(painted.relativize(file)));
            }
        }
    }

    @Test
    void allThatCanBeUsedIsEnrolledAndTheRestIsListed() throws Exception {
        Files.writeString(dir.resolve("faces/p00/0.png"), "no picture");
        Files.createDirectories(dir.resolve("faces/nobody"));
        Files.writeString(dir.resolve("faces/nobody/0.png"), "no picture");
        Files.copy(dir.resolve("faces/p01/1.png"), dir.resolve("faces/p02/copy.png"));
        Enrolment.Result result = enrol("a.onnx", "g", _ -> {});
        assertEquals(192, result.enrolled());
        assertEquals(48, result.people());
        assertEquals(1, result.peopleWithout());
        assertEquals(1, result.twice());
        assertEquals(1, result.twoPeople());
        assertEquals(
                List.of("nobody/0.png", "p00/0.png"),
                result.excluded().stream().map(StoredGallery.Excluded::id).toList());
        StoredGallery stored = GalleryFolder.read(dir.resolve("g"));
        assertEquals(192, stored.gallery().size());
        assertEquals(result.excluded(), stored.excluded());
        assertEquals(dir.resolve("a.onnx"), stored.extractor().orElseThrow());
        byte[] jpeg = stored.pictures().orElseThrow().picture(191);
        assertArrayEquals(new byte[] {(byte) 0xff, (byte) 0xd8}, new byte[] {jpeg[0], jpeg[1]});
        assertEquals(List.of("a.onnx", "b.onnx", "faces", "g"), names(dir));
    }

    @Test
    void aStoppedEnrolmentGoesOnToTheSameBytesAndRepeatsOneBlockAtMost() throws Exception {
        enrol("a.onnx", "whole", _ -> {});
        for (int stop = 0; stop < 3; stop++) {
            String target = "cut" + stop;
            int blocks = stop;
            assertThrows(
                    InterruptedException.class,
                    () -> enrol("a.onnx", target, p -> stopAfter(p, blocks * FaceEmbedder.BLOCK)));
            int before = engines.embedded.get();
            assertEquals(blocks * FaceEmbedder.BLOCK, enrol("a.onnx", target, _ -> {}).resumed());
            assertEquals((3 - blocks) * FaceEmbedder.BLOCK, engines.embedded.get() - before);
            for (String part :
                    List.of("vectors.safetensors", "faces.csv", "pictures.bin", "gallery.json")) {
                assertArrayEquals(
                        Files.readAllBytes(dir.resolve("whole").resolve(part)),
                        Files.readAllBytes(dir.resolve(target).resolve(part)),
                        part);
            }
        }
        assertEquals(
                List.of("a.onnx", "b.onnx", "cut0", "cut1", "cut2", "faces", "whole"), names(dir));
    }

    private static void stopAfter(Progress progress, int faces) {
        if (progress.done() >= faces) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theSameEnrolmentAgainEmbedsNothing() throws Exception {
        enrol("a.onnx", "g", _ -> {});
        int before = engines.embedded.get();
        assertEquals(192, enrol("a.onnx", "g", _ -> {}).enrolled());
        assertEquals(before, engines.embedded.get());
    }

    @Test
    void aGalleryIsNeverMixedWithAnother() throws Exception {
        enrol("a.onnx", "g", _ -> {});
        assertRefused("is a gallery already", () -> enrol("b.onnx", "g", _ -> {}));
        assertThrows(InterruptedException.class, () -> enrol("a.onnx", "h", p -> stopAfter(p, 64)));
        assertRefused("was begun for another", () -> enrol("b.onnx", "h", _ -> {}));
        FakeEngines.paint(dir.resolve("faces/new/0.png"), 99, 0, 0);
        assertRefused("was begun for another", () -> enrol("a.onnx", "h", _ -> {}));
        assertRefused("is a gallery already", () -> enrol("a.onnx", "g", _ -> {}));
    }

    private interface Attempt {
        void run() throws WorkException, InterruptedException;
    }

    private static void assertRefused(String words, Attempt attempt) {
        var refusal = assertThrows(WorkException.class, attempt::run);
        assertTrue(String.valueOf(refusal.getMessage()).contains(words), refusal.getMessage());
    }

    @Test
    void aFolderWithoutAUsableFaceIsRefused() throws Exception {
        Files.createDirectories(dir.resolve("bad/p"));
        Files.writeString(dir.resolve("bad/p/0.png"), "no picture");
        assertThrows(GalleryException.class, () -> enrol("a.onnx", "bad", "g", _ -> {}));
        assertTrue(Files.notExists(dir.resolve("g")));
    }

    private Enrolment.Result enrol(String model, String target, Consumer<Progress> events)
            throws WorkException, InterruptedException {
        return enrol(model, "faces", target, events);
    }

    private Enrolment.Result enrol(
            String model, String faces, String target, Consumer<Progress> events)
            throws WorkException, InterruptedException {
        try (var reader = FaceCutting.ALIGNED.open(engines);
                var extractor = engines.extractors().open(dir.resolve(model), DeviceChoice.CPU)) {
            return new Enrolment(
                            LabelledFolder.scan(dir.resolve(faces)),
                            reader.reader(),
                            FaceCutting.ALIGNED.words(),
                            extractor,
                            dir.resolve(model),
                            true,
                            dir.resolve(target))
                    .run(events);
        } finally {
            Thread.interrupted();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
