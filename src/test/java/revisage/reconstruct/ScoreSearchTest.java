package revisage.reconstruct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.algebra.LeastSquares;
import revisage.algebra.Matrix;
import revisage.face.FaceImage;
import revisage.match.PlainProducts;

import java.util.OptionalDouble;

class ScoreSearchTest {

    private static final int K = 10;
    private static final int D = 6;
    private static final int SAMPLES = 120;
    private static final long[] SEEDS = {21, 22};

    private final EigenBasis basis = ToyFaces.basis(K, 1);
    private final Decoder decoder;
    private final ToyFaces.Linear extractor;
    private final SharedKnowledge shared;

    ScoreSearchTest() throws Exception {
        var products = new PlainProducts();
        decoder = new Decoder(basis, products);
        double[][] targets = {ToyFaces.gaussian(D, 3), ToyFaces.gaussian(D, 4)};
        extractor = new ToyFaces.Linear(ToyFaces.projection(basis, D, 2), basis, targets);
        Matrix coefficients = Matrix.zero(SAMPLES, K);
        Matrix answers = Matrix.zero(SAMPLES, D);
        float[] pixels = new float[FaceImage.VALUES];
        for (int i = 0; i < SAMPLES; i++) {
            double[] drawn = ToyFaces.gaussian(K, 100 + i);
            for (int j = 0; j < K; j++) {
                coefficients.data()[i * K + j] = (float) drawn[j];
            }
            decoder.decode(coefficients.rows(i, i + 1).data(), 1, pixels);
            double[] answer = AnchorsTest.unit(extractor.answer(pixels, 0));
            for (int j = 0; j < D; j++) {
                answers.data()[i * D + j] = (float) answer[j];
            }
        }
        shared =
                new SharedKnowledge(
                        "toy",
                        answers,
                        coefficients,
                        answers,
                        coefficients,
                        LeastSquares.ridge(answers, coefficients, 1, products),
                        LeastSquares.ridge(answers, coefficients, 1, products),
                        LeastSquares.ridge(coefficients, answers, 1, products),
                        SAMPLES);
    }

    private ScoreSearch search(long queries, OptionalDouble enough) {
        return new ScoreSearch(
                shared, decoder, extractor, new ReconstructorSpec.Score(queries, enough), SEEDS);
    }

    private static void toTheEnd(SearchRun run) throws Exception {
        while (!run.ended()) {
            run.advance(_ -> {});
        }
    }

    @Test
    void itFindsTheTargetsOfAToyExtractor() throws Exception {
        ScoreSearch run = search(60, OptionalDouble.empty());
        toTheEnd(run);
        for (Findings.Target target : run.findings().targets()) {
            assertTrue(target.cosine() > 0.95, () -> "reached " + target.cosine());
        }
    }

    @Test
    void everyScoreIsAQueryAndTheBudgetIsKeptExactly() throws Exception {
        for (int budget : new int[] {1, 2, 5, 19}) {
            extractor.queries = 0;
            ScoreSearch run = search(budget, OptionalDouble.empty());
            toTheEnd(run);
            assertEquals(2L * budget, extractor.queries);
            for (Findings.Target target : run.findings().targets()) {
                assertEquals(budget, target.queries());
                assertEquals(Findings.Ending.BUDGET, target.ending());
            }
        }
    }

    @Test
    void itStopsAtTheCosineAskedFor() throws Exception {
        ScoreSearch run = search(200, OptionalDouble.of(0.8));
        toTheEnd(run);
        for (Findings.Target target : run.findings().targets()) {
            assertEquals(Findings.Ending.REACHED, target.ending());
            assertTrue(target.cosine() >= 0.8);
            assertTrue(target.queries() < 200);
        }
    }

    @Test
    void itStopsWhereNothingMoreIsGained() throws Exception {
        ScoreSearch run = search(1_000_000, OptionalDouble.empty());
        for (int round = 0; round < 3; round++) {
            run.advance(_ -> {});
        }
        assertTrue(!run.ended());
        // The window is a twentieth of the budget: shrink it by asking for less.
        ScoreSearch less = search(1_500, OptionalDouble.empty());
        toTheEnd(less);
        for (Findings.Target target : less.findings().targets()) {
            assertEquals(Findings.Ending.PLATEAU, target.ending());
            assertTrue(target.queries() < 600, () -> "spent " + target.queries());
        }
    }

    @Test
    void theTraceRises() throws Exception {
        ScoreSearch run = search(40, OptionalDouble.empty());
        toTheEnd(run);
        for (Findings.Target target : run.findings().targets()) {
            var trace = target.trace();
            assertEquals(target.cosine(), trace.getLast().cosine());
            for (int i = 1; i < trace.size(); i++) {
                assertTrue(trace.get(i).queries() > trace.get(i - 1).queries());
                assertTrue(trace.get(i).cosine() >= trace.get(i - 1).cosine());
            }
        }
    }

    @Test
    void cutAnywhereItGoesOnToTheSameBytes() throws Exception {
        ScoreSearch whole = search(24, OptionalDouble.empty());
        int rounds = 0;
        while (!whole.ended()) {
            whole.advance(_ -> {});
            rounds++;
        }
        assertTrue(rounds > 6);
        for (int cut = 0; cut < rounds; cut += 2) {
            ScoreSearch before = search(24, OptionalDouble.empty());
            for (int i = 0; i < cut; i++) {
                before.advance(_ -> {});
            }
            ScoreSearch after = search(24, OptionalDouble.empty());
            after.restore(before.state());
            toTheEnd(after);
            assertEquals(whole.findings(), after.findings(), "cut at " + cut);
        }
    }
}
