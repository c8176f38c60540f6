package revisage.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.match.Cards;
import revisage.match.Gallery;
import revisage.store.GalleryFolder;
import revisage.store.StoredGallery;
import revisage.vector.VectorSet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Models are drawn as mixing matrices of their own: what one makes of random people spreads along
/// other directions than what another makes.
class KinshipTest {

    private static final int D = 32;

    @TempDir Path folder;

    @Test
    void otherPeopleOfTheSameModelAreKin() throws Exception {
        Optional<Kinship.Result> found = likeness(vectors(7, 24, 3), 400);
        assertEquals(1, found.orElseThrow().likeness(), 0.3);
        assertTrue(found.get().same());
        assertEquals(Cards.of("model", D).sha256(), found.get().extractor());
    }

    @Test
    void thoseOfAnotherModelAreNot() throws Exception {
        Optional<Kinship.Result> found = likeness(vectors(8, 24, 3), 400);
        assertEquals(0, found.orElseThrow().likeness(), 0.3);
        assertFalse(found.get().same());
    }

    @Test
    void theirLengthsDoNotMatter() throws Exception {
        float[] long7 = vectors(7, 24, 3);
        for (int i = 0; i < long7.length; i++) {
            long7[i] *= 1 + i / D;
        }
        assertEquals(
                likeness(vectors(7, 24, 3), 400).orElseThrow().likeness(),
                likeness(long7, 400).orElseThrow().likeness(),
                1e-4);
    }

    @Test
    void ofTooFewNothingIsSaid() throws Exception {
        assertEquals(Optional.empty(), likeness(vectors(7, 9, 3), 400));
        assertEquals(Optional.empty(), likeness(vectors(7, 24, 3), 299));
    }

    @Test
    void vectorsThatAreNotNumbersAreLeftOut() throws Exception {
        float[] some = vectors(7, 30, 3);
        some[5] = Float.NaN;
        assertTrue(likeness(some, 400).orElseThrow().same());
    }

    private Optional<Kinship.Result> likeness(float[] leaked, int enrolled) throws Exception {
        Path to = Files.createTempDirectory(folder, "enrolled").resolve("gallery");
        var ids = IntStream.range(0, enrolled).mapToObj(i -> "p" + i + "/a.png").toList();
        var people = IntStream.range(0, enrolled).mapToObj(i -> "p" + i).toList();
        var set = VectorSet.of(vectors(7, enrolled, 2), D).named(ids, people);
        var gallery =
                new Gallery(
                        Cards.of("model", D), set, Collections.nCopies(enrolled, "0".repeat(64)));
        GalleryFolder.write(
                new StoredGallery(
                        gallery, Optional.empty(), "as they are", List.of(), Optional.empty()),
                to);
        return new Kinship(VectorSet.of(leaked, D), to, new FakeEngines()).run(_ -> {});
    }

    /// Spread that falls off along a model's own directions.
    private static float[] vectors(long model, int count, long people) {
        var mix = new Random(model);
        double[][] directions = new double[D][D];
        for (double[] direction : directions) {
            for (int j = 0; j < D; j++) {
                direction[j] = mix.nextGaussian();
            }
        }
        var random = new Random(people);
        float[] out = new float[count * D];
        for (int i = 0; i < count; i++) {
            for (int a = 0; a < D; a++) {
                double much = random.nextGaussian() * Math.pow(0.8, a);
                for (int j = 0; j < D; j++) {
                    out[i * D + j] += (float) (much * directions[a][j]);
                }
            }
        }
        return out;
    }
}
