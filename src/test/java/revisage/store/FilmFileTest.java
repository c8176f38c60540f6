package revisage.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class FilmFileTest {

    @TempDir Path dir;

    private static EstimatePng stage(int seed, long queries, double cosine) {
        return new EstimatePng(
                DrawnFaces.face(seed),
                new Estimate("eigenfaces", "score", queries, cosine, 1, "0".repeat(64)));
    }

    @Test
    void stagesComeBackAsTheyWereAndTheSameStagesGiveTheSameBytes() throws Exception {
        var film = new FilmFile(List.of(stage(1, 1, 0.25), stage(2, 70, 0.5)));
        film.write(dir.resolve("a.zip"));
        film.write(dir.resolve("b.zip"));

        assertEquals(film, FilmFile.read(dir.resolve("a.zip")));
        assertArrayEquals(
                Files.readAllBytes(dir.resolve("a.zip")), Files.readAllBytes(dir.resolve("b.zip")));
    }

    @Test
    void aPictureThatIsNoneOfOursIsRefused() throws Exception {
        Path file = dir.resolve("film.zip");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("000.png"));
            zip.write(new byte[100]);
            zip.closeEntry();
        }

        assertThrows(StoreException.class, () -> FilmFile.read(file));
    }
}
