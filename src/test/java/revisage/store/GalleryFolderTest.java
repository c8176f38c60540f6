package revisage.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.match.Cards;
import revisage.match.Gallery;
import revisage.match.GalleryException;
import revisage.vector.VectorSet;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class GalleryFolderTest {

    @TempDir Path dir;

    @Test
    void aGalleryIsReadAsItWasWritten() throws Exception {
        Path strip = Files.write(dir.resolve("strip"), new byte[] {1, 2, 3, 4, 5});
        var stored =
                new StoredGallery(
                        gallery(),
                        Optional.of(dir.resolve("models/a.onnx")),
                        "as they are",
                        List.of(
                                new StoredGallery.Excluded(
                                        "Bo, \"B\"/2.jpg", "Bo, \"B\"", "no face\nfound")),
                        Optional.of(new PictureStrip(strip, new long[] {2, 3, 5})));
        GalleryFolder.write(stored, dir.resolve("g"));
        StoredGallery read = GalleryFolder.read(dir.resolve("g"));
        assertEquals(gallery().card(), read.gallery().card());
        assertArrayEquals(gallery().vectors().toArray(), read.gallery().vectors().toArray());
        assertEquals(gallery().vectors().ids(), read.gallery().vectors().ids());
        assertEquals(gallery().vectors().labels(), read.gallery().vectors().labels());
        assertEquals("cc", read.gallery().pixels(2));
        assertEquals(stored.excluded(), read.excluded());
        assertEquals(stored.extractor(), read.extractor());
        assertEquals("as they are", read.alignment());
        assertArrayEquals(new byte[] {4, 5}, read.pictures().orElseThrow().picture(2));
        assertEquals(List.of("g", "strip"), names(dir));
    }

    @Test
    void theExtractorIsFoundAgainWhenBothMoveTogether() throws Exception {
        Path model = dir.resolve("old/models/a.onnx");
        GalleryFolder.write(plain(Optional.of(model)), dir.resolve("old/g"));
        Files.move(dir.resolve("old"), dir.resolve("new"));
        assertEquals(
                Optional.of(dir.resolve("new/models/a.onnx")),
                GalleryFolder.read(dir.resolve("new/g")).extractor());
    }

    @Test
    void aFullFolderIsNotOverwrittenAndNothingIsLeftBehind() throws Exception {
        Files.createDirectories(dir.resolve("g"));
        Files.writeString(dir.resolve("g/diary.txt"), "mine");
        assertThrows(
                WorkException.class,
                () -> GalleryFolder.write(plain(Optional.empty()), dir.resolve("g")));
        assertEquals(List.of("g"), names(dir));
        assertEquals(List.of("diary.txt"), names(dir.resolve("g")));
    }

    @Test
    void everyFlippedByteIsNoticed() throws Exception {
        GalleryFolder.write(plain(Optional.empty()), dir.resolve("g"));
        for (String part : List.of("vectors.safetensors", "faces.csv")) {
            Path file = dir.resolve("g").resolve(part);
            byte[] good = Files.readAllBytes(file);
            for (int i = 0; i < good.length; i += 7) {
                byte[] bad = good.clone();
                bad[i] ^= 1;
                Files.write(file, bad);
                assertThrows(GalleryException.class, () -> GalleryFolder.read(dir.resolve("g")));
            }
            Files.write(file, good);
        }
        assertEquals(3, GalleryFolder.read(dir.resolve("g")).gallery().size());
    }

    @Test
    void aNewerOrForeignFolderIsRefusedInOneSentence() throws Exception {
        GalleryFolder.write(plain(Optional.empty()), dir.resolve("g"));
        Path json = dir.resolve("g/gallery.json");
        String good = Files.readString(json);
        assertRefused("schema 2", good.replace("\"schema\" : 1", "\"schema\" : 2, \"cloud\" : 7"));
        assertRefused("alignmant", good.replace("alignment", "alignmant"));
        assertRefused("dimension", good.replace("\"dimension\" : 2", "\"dimension\" : -2"));
        assertRefused("shape", good.replace("\"dimension\" : 2", "\"dimension\" : 3"));
        assertRefused("gallery", "[".repeat(100_000));
        assertRefused("gallery", "");
        Files.delete(json);
        assertTrue(message().contains("is no gallery"), message());
    }

    private void assertRefused(String about, String json) throws IOException {
        Files.writeString(dir.resolve("g/gallery.json"), json);
        assertTrue(message().contains(about), message());
        assertFalse(message().contains("\n"), message());
    }

    private String message() {
        return String.valueOf(
                assertThrows(GalleryException.class, () -> GalleryFolder.read(dir.resolve("g")))
                        .getMessage());
    }

    @Test
    void aHundredThousandFacesOpenInASecondOrTwo() throws Exception {
        int n = 100_000;
        var ids = IntStream.range(0, n).mapToObj(i -> "p%d/%d.jpg".formatted(i / 5, i)).toList();
        var people = IntStream.range(0, n).mapToObj(i -> "p" + i / 5).toList();
        var hashes = IntStream.range(0, n).mapToObj("%064x"::formatted).toList();
        float[] values = new float[n * 64];
        java.util.Arrays.fill(values, 1);
        var gallery =
                new Gallery(Cards.of("a", 64), VectorSet.of(values, 64).named(ids, people), hashes);
        var stored =
                new StoredGallery(
                        gallery, Optional.empty(), "as they are", List.of(), Optional.empty());
        GalleryFolder.write(stored, dir.resolve("g"));
        long begin = System.nanoTime();
        assertEquals(20_000, GalleryFolder.read(dir.resolve("g")).gallery().people().size());
        double seconds = (System.nanoTime() - begin) / 1e9;
        assertTrue(seconds < 5, seconds + " s"); // 0.6 s on two quiet cores
    }

    private static StoredGallery plain(Optional<Path> model) {
        return new StoredGallery(gallery(), model, "as they are", List.of(), Optional.empty());
    }

    private static Gallery gallery() {
        VectorSet vectors =
                VectorSet.of(new float[] {1, 2, 3, 4, 5, 6}, 2)
                        .named(
                                List.of("Åsa/1.jpg", "Åsa/2.jpg", "Bo, \"B\"/1.jpg"),
                                List.of("Åsa", "Åsa", "Bo, \"B\""));
        return new Gallery(Cards.of("a", 2), vectors, List.of("aa", "bb", "cc"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
