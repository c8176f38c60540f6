package revisage.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.engine.onnx.OnnxProducts;
import revisage.match.Cards;
import revisage.match.Gallery;
import revisage.match.PlainProducts;
import revisage.match.SourcePhotos;
import revisage.measure.Counting;
import revisage.store.StoredGallery;
import revisage.vector.VectorSet;
import revisage.work.WorkException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

class MatcherTest {

    @Test
    void onePersonMayHaveAHundredThousandPicturesAndAHundredThousandPeopleOneEach()
            throws WorkException, InterruptedException {
        int n = 100_000;
        for (int people : new int[] {2, n}) {
            try (var products = new OnnxProducts()) {
                Matcher matcher = matcher(random(n, 8), people, products);
                var found = new SourcePhotos.Found(Optional.of(5), List.of(5));
                var pass = new ScoringPass(matcher, PhotoRule.TYPE_I, OptionalDouble.empty());
                VectorSet probe = matcher.gallery().vectors().chosen(5);
                var standing =
                        pass.standings(
                                probe,
                                List.of(matcher.gallery().person(5)),
                                List.of(found),
                                _ -> {});
                assertEquals(1, standing.getFirst().orElseThrow().rank(Counting.PICTURES));
            }
        }
    }

    @Test
    void impostorsAreAllPairsOfDifferentPeopleOnce() throws WorkException, InterruptedException {
        Matcher matcher = matcher(random(10, 4), 5, new PlainProducts());
        assertEquals(10 * 9 / 2 - 5, matcher.impostors(1, _ -> {}).orElseThrow().pairs());
        assertTrue(matcher(random(3, 4), 1, new PlainProducts()).impostors(1, _ -> {}).isEmpty());
    }

    @Test
    void impostorsOfALargeGalleryAreDrawnTheSameWayAlways()
            throws WorkException, InterruptedException {
        try (var products = new OnnxProducts()) {
            Matcher matcher = matcher(random(5_000, 4), 5_000, products);
            var first = matcher.impostors(1, _ -> {}).orElseThrow();
            var again = matcher.impostors(1, _ -> {}).orElseThrow();
            assertEquals(800 * 4_999, first.pairs());
            assertEquals(first.threshold(1e-3), again.threshold(1e-3));
        }
    }

    private static Matcher matcher(
            VectorSet vectors, int people, revisage.algebra.Products products) {
        int n = vectors.count();
        var ids = IntStream.range(0, n).mapToObj(Integer::toString).toList();
        var labels = IntStream.range(0, n).mapToObj(i -> "p" + i % people).toList();
        var gallery =
                new Gallery(Cards.of("a", vectors.dimension()), vectors.named(ids, labels), ids);
        return new Matcher(
                new StoredGallery(
                        gallery, Optional.empty(), "as they are", List.of(), Optional.empty()),
                products);
    }

    private static VectorSet random(int n, int d) {
        var random = new Random(n);
        float[] values = new float[n * d];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return VectorSet.of(values, d);
    }
}
