package revisage.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.engine.duckdb.DuckDbParquet;
import revisage.face.FaceImage;
import revisage.face.Photo;
import revisage.face.PhotoDecoder;
import revisage.face.PhotoException;
import revisage.people.FaceReader;
import revisage.people.LabelledFolder;
import revisage.people.PeopleException;
import revisage.people.WhichFace;
import revisage.store.StoreException;
import revisage.store.StoredGallery;
import revisage.vector.VectorFiles;
import revisage.vector.VectorSet;
import revisage.vector.file.KnownFiles;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

class FolderEmbeddingTest {

    private static final int PICTURES = 300;

    private final VectorFiles files = new KnownFiles(new DuckDbParquet());

    @TempDir Path home;

    private Path people;

    @BeforeEach
    void drawPeople() throws Exception {
        people = home.resolve("people");
        for (int i = 0; i < PICTURES; i++) {
            Path file = people.resolve("person%03d/%03d.png".formatted(i / 2, i));
            Files.createDirectories(file.getParent());
            Files.writeString(file, i % 50 == 7 ? "broken" : "face " + i);
        }
    }

    /// A picture is made of the file's text; `broken` is none.
    private static final PhotoDecoder DECODER =
            file -> {
                String text;
                try {
                    text = Files.readString(file);
                } catch (IOException e) {
                    throw FileException.of("read the picture", file, e);
                }
                if (text.equals("broken")) {
                    throw new PhotoException("cut off", "Fetch it again.");
                }
                byte[] rgb = new byte[FaceImage.VALUES];
                new Random(text.hashCode()).nextBytes(rgb);
                return new Photo(112, 112, rgb);
            };

    private FolderEmbedding.Result embed(FakeExtractor extractor, Path target)
            throws WorkException, InterruptedException {
        var reader = new FaceReader(DECODER, Optional.empty(), WhichFace.LARGEST, 1);
        return new FolderEmbedding(
                        LabelledFolder.scan(people), reader, "aligned", extractor, files, target)
                .run(_ -> {});
    }

    @Test
    void eachFaceGetsItsVectorItsPathAndItsPerson() throws Exception {
        Path target = home.resolve("out/leak.npy");
        FolderEmbedding.Result result = embed(new FakeExtractor(() -> {}), target);
        assertEquals(PICTURES - 6, result.vectors());
        assertEquals(PICTURES / 2, result.people());
        assertEquals(
                new StoredGallery.Excluded("person003/007.png", "person003", "cut off"),
                result.excluded().getFirst());
        assertEquals(
                "id,person,reason\nperson003/007.png,person003,cut off",
                String.join(
                        "\n",
                        Files.readAllLines(FolderEmbedding.excludedFile(target)).subList(0, 2)));
        VectorSet read = files.read(target);
        int row = read.ids().orElseThrow().indexOf("person010/020.png");
        assertEquals("person010", read.labels().orElseThrow().get(row));
        byte[] rgb = new byte[4];
        new Random("face 20".hashCode()).nextBytes(rgb);
        assertEquals(rgb[0] & 0xFF, read.row(row)[0]);
        try (var left = Files.list(target.getParent())) {
            assertEquals(3, left.count(), "vectors, labels, excluded, no work in progress");
        }
    }

    @Test
    void aStoppedEmbeddingGoesOnToTheSameBytes() throws Exception {
        Path whole = home.resolve("whole.npy");
        embed(new FakeExtractor(() -> {}), whole);
        for (int stopAt = 1; stopAt <= 5; stopAt++) {
            Path target = home.resolve("stopped%d.npy".formatted(stopAt));
            int[] batches = new int[1];
            int last = stopAt;
            var stopped =
                    new FakeExtractor(
                            () -> {
                                if (++batches[0] == last) {
                                    Thread.currentThread().interrupt();
                                }
                            });
            assertThrows(InterruptedException.class, () -> embed(stopped, target));
            assertFalse(Files.exists(target));
            var second = new FakeExtractor(() -> {});
            FolderEmbedding.Result result = embed(second, target);
            assertEquals((stopAt - 1) * FaceEmbedder.BLOCK, result.resumed());
            assertEquals(PICTURES - 6, stopped.faces() + second.faces(), "nothing is done twice");
            assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(target));
        }
    }

    @Test
    void anotherEmbeddingDoesNotGoOnWithThisOnesWork() throws Exception {
        Path target = home.resolve("leak.npy");
        var stopped = new FakeExtractor(() -> Thread.currentThread().interrupt());
        assertThrows(InterruptedException.class, () -> embed(stopped, target));
        Files.writeString(people.resolve("person000/new.png"), "a new face");
        assertThrows(StoreException.class, () -> embed(new FakeExtractor(() -> {}), target));
    }

    @Test
    void aFileThatIsThereIsLeftAlone() throws Exception {
        Path target = Files.writeString(home.resolve("leak.npy"), "mine");
        var e = assertThrows(FileException.class, () -> embed(new FakeExtractor(() -> {}), target));
        assertTrue(e.getMessage().contains("exists already"));
        assertEquals("mine", Files.readString(target));
    }

    @Test
    void withoutAUsablePictureNothingIsWritten() throws Exception {
        try (var pictures = Files.walk(people)) {
            for (Path p : pictures.filter(Files::isRegularFile).toList()) {
                Files.writeString(p, "broken");
            }
        }
        Path target = home.resolve("leak.npy");
        assertThrows(PeopleException.class, () -> embed(new FakeExtractor(() -> {}), target));
        assertFalse(Files.exists(target));
    }
}
