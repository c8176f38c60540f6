package revisage.reconstruct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.match.PlainProducts;
import revisage.work.Kept;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/// On made-up faces and an extractor that bends what a random projection gives.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullVectorSearchTest {

    private static final int K = 40; // more than one part of the axes
    private static final int D = 8;
    private static final int TARGETS = 3;

    private final EigenBasis basis = ToyFaces.basis(K, 1);
    private final float[] projection = ToyFaces.projection(basis, D, 2);
    private final PlainProducts products = new PlainProducts();

    private SharedKnowledge shared;
    private float[] targets;

    @BeforeAll
    void learnOnce() throws Exception {
        shared =
                new SharedKnowledgeFitting(300, false, 3)
                        .fit(faces(120, 11), basis, new Counting(), "toy", products, _ -> {});
        targets = new Counting().answers(FaceBatch.of(faces(TARGETS, 99)));
    }

    @Test
    void theLeakedVectorsAreReachedWithinTheBudget() throws Exception {
        Counting access = new Counting();
        FullVectorSearch search = search(access, 250, OptionalDouble.empty());
        while (!search.ended()) {
            search.advance(_ -> {});
        }
        long queries = 0;
        for (Findings.Target found : search.findings().targets()) {
            assertTrue(found.cosine() > 0.98, "cosine " + found.cosine());
            assertTrue(found.queries() <= 250, "queries " + found.queries());
            queries += found.queries();
        }
        assertEquals(access.asked, queries);
    }

    @Test
    void everyBudgetIsKeptToTheQuery() throws Exception {
        for (int budget : new int[] {1, 2, 5, 6, 13, 29, 47}) {
            Counting access = new Counting();
            FullVectorSearch search = search(access, budget, OptionalDouble.empty());
            while (!search.ended()) {
                search.advance(_ -> {});
            }
            assertTrue(access.asked <= (long) budget * TARGETS, budget + ": " + access.asked);
            search.findings().targets().forEach(f -> assertTrue(f.queries() <= budget));
        }
    }

    @Test
    void theTraceOnlyRisesAndEndsAtWhatWasFound() throws Exception {
        FullVectorSearch search = search(new Counting(), 60, OptionalDouble.empty());
        while (!search.ended()) {
            search.advance(_ -> {});
        }
        for (Findings.Target found : search.findings().targets()) {
            for (int i = 1; i < found.trace().size(); i++) {
                assertTrue(found.trace().get(i).cosine() >= found.trace().get(i - 1).cosine());
                assertTrue(found.trace().get(i).queries() > found.trace().get(i - 1).queries());
            }
            assertEquals(found.cosine(), found.trace().getLast().cosine());
        }
    }

    @Test
    void aTargetThatIsReachedAsksNoMore() throws Exception {
        FullVectorSearch search = search(new Counting(), 1_000, OptionalDouble.of(0.5));
        while (!search.ended()) {
            search.advance(_ -> {});
        }
        for (Findings.Target found : search.findings().targets()) {
            assertEquals(Findings.Ending.REACHED, found.ending());
            assertTrue(found.queries() < 100);
        }
    }

    @Test
    void aRunThatIsCutAnywhereGoesOnToTheSameFaces() throws Exception {
        FullVectorSearch whole = search(new Counting(), 190, OptionalDouble.empty());
        List<Kept> states = new ArrayList<>();
        while (!whole.ended()) {
            states.add(whole.state());
            whole.advance(_ -> {});
        }
        for (Kept state : states) {
            FullVectorSearch rest = search(new Counting(), 190, OptionalDouble.empty());
            rest.restore(state);
            while (!rest.ended()) {
                rest.advance(_ -> {});
            }
            assertEquals(whole.findings(), rest.findings());
        }
    }

    @Test
    void aLongRoundTellsOfEachTargetAsItsQueriesAreSpent() throws Exception {
        FullVectorSearch search = search(new Counting(), 190, OptionalDouble.empty());
        while (!search.ended()) {
            var asked = new HashMap<Integer, Long>();
            var ended = new HashMap<Integer, Long>();
            search.advance(
                    event -> {
                        switch (event) {
                            case SearchEvent.Asked(int target, long queries) ->
                                    asked.put(target, queries);
                            case SearchEvent.Round(int target, long queries, _, _) ->
                                    ended.put(target, queries);
                            case SearchEvent.Improved _ -> {}
                        }
                    });
            assertEquals(ended, asked);
        }
    }

    private FullVectorSearch search(Counting access, long queries, OptionalDouble enough)
            throws Exception {
        return new FullVectorSearch(
                targets,
                shared,
                new Decoder(basis, products),
                access,
                new ReconstructorSpec.FullVector(queries, enough));
    }

    private List<FaceImage> faces(int count, long seed) throws Exception {
        var random = new Random(seed);
        float[] c = new float[count * K];
        for (int i = 0; i < c.length; i++) {
            c[i] = 0.7f * (float) random.nextGaussian();
        }
        float[] pixels = new float[count * FaceImage.VALUES];
        new Decoder(basis, products).decode(c, count, pixels);
        var faces = new ArrayList<FaceImage>();
        for (int i = 0; i < count; i++) {
            faces.add(FaceImage.rounded(pixels, i * FaceImage.VALUES));
        }
        return faces;
    }

    /// `tanh` of the projection, scaled to length 1: not linear, as extractors are not.
    private final class Counting implements Access.Vectors {

        private long asked;
        private final ToyFaces.Linear linear =
                new ToyFaces.Linear(projection, basis, new double[0][]);

        @Override
        public int dimension() {
            return D;
        }

        @Override
        public float[] answers(FaceBatch candidates) {
            asked += candidates.count();
            float[] out = new float[candidates.count() * D];
            for (int i = 0; i < candidates.count(); i++) {
                double[] answer = linear.answer(candidates.pixels(), i * FaceImage.VALUES);
                double squares = 0;
                for (int j = 0; j < D; j++) {
                    answer[j] = Math.tanh(0.4 * answer[j]) + 0.1;
                    squares += answer[j] * answer[j];
                }
                for (int j = 0; j < D; j++) {
                    out[i * D + j] = (float) (answer[j] / Math.sqrt(squares));
                }
            }
            return out;
        }
    }
}
