package revisage.reconstruct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.match.PlainProducts;
import revisage.work.Dice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class ReferenceSearchTest {

    private static final int K = 6;
    private static final int D = 5;
    private static final long[] SEEDS = {11, 12};

    private final EigenBasis basis = ToyFaces.basis(K, 1);
    private final float[] projection = ToyFaces.projection(basis, D, 2);
    private final double[][] targets = {ToyFaces.gaussian(D, 3), ToyFaces.gaussian(D, 4)};
    private final ToyFaces.Linear extractor = new ToyFaces.Linear(projection, basis, targets);
    private final float[] mean = basis.mean();
    private final float[] deviations = basis.deviations();
    private final Decoder decoder;

    ReferenceSearchTest() throws Exception {
        decoder = new Decoder(basis, new PlainProducts());
    }

    private static ReconstructorSpec.Reference spec(
            int batch, int iterations, int starts, int each, double step) {
        return new ReconstructorSpec.Reference(batch, iterations, starts, each, step);
    }

    private static void toTheEnd(SearchRun run) throws Exception {
        while (!run.ended()) {
            run.advance(_ -> {});
        }
    }

    @Test
    void aStepOfNothingLeavesTheScoreConstant() throws Exception {
        var run = new ReferenceSearch(spec(4, 9, 2, 3, 0), basis, decoder, extractor, SEEDS);
        toTheEnd(run);
        for (Findings.Target target : run.findings().targets()) {
            for (Findings.Mark mark : target.trace()) {
                assertEquals(target.trace().getFirst().cosine(), mark.cosine());
            }
        }
    }

    @Test
    void everyDirectionHasMeanNoughtAndDeviationOne() throws Exception {
        List<float[]> asked = new ArrayList<>();
        var run =
                new ReferenceSearch(
                        spec(8, 2, 0, 1, 0.005), basis, decoder, listening(asked), SEEDS);
        toTheEnd(run);
        float[] children = asked.get(1);
        for (int i = 0; i < 16; i++) {
            double sum = 0;
            double squares = 0;
            for (int j = 0; j < FaceImage.VALUES; j++) {
                double d =
                        (children[i * FaceImage.VALUES + j] - (double) mean[j]) / (127.5 * 0.005);
                sum += d;
                squares += d * d;
            }
            double middle = sum / FaceImage.VALUES;
            assertEquals(0, middle, 1e-5);
            assertEquals(
                    1,
                    Math.sqrt(
                            (squares - FaceImage.VALUES * middle * middle)
                                    / (FaceImage.VALUES - 1)),
                    1e-5);
        }
    }

    @Test
    void queriesAreTheBatchTimesTheIterations() throws Exception {
        var run = new ReferenceSearch(spec(4, 7, 2, 2, 0.005), basis, decoder, extractor, SEEDS);
        toTheEnd(run);
        assertEquals(2 * 4 * 7, extractor.queries);
        for (Findings.Target target : run.findings().targets()) {
            assertEquals(4 * 7, target.queries());
            assertEquals(4 * 7, target.trace().getLast().queries());
            assertEquals(7, target.trace().size());
        }
    }

    @Test
    void theFirstBatchIsTheMeanFaceAgainAndAgain() throws Exception {
        List<float[]> asked = new ArrayList<>();
        new ReferenceSearch(
                        spec(3, 2, 0, 1, 0.005), basis, decoder, listening(asked), new long[] {5})
                .advance(_ -> {});
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(
                    basis.mean(),
                    Arrays.copyOfRange(
                            asked.getFirst(), i * FaceImage.VALUES, (i + 1) * FaceImage.VALUES));
        }
    }

    @Test
    void afterTheStartsTheStepIsAFifth() throws Exception {
        List<float[]> asked = new ArrayList<>();
        toTheEnd(
                new ReferenceSearch(
                        spec(4, 8, 2, 2, 0.005), basis, decoder, listening(asked), new long[] {5}));
        // Two children of one parent: neither depends on which of the batch before was chosen.
        double[] apart = asked.stream().mapToDouble(ReferenceSearchTest::spread).toArray();
        for (int t = 1; t < 8; t++) {
            double step = 127.5 * 0.005 * (t > 4 ? 0.2 : 1);
            assertTrue(apart[t] > 0.2 * step && apart[t] < 2.0001 * step, "at " + t);
        }
        assertTrue(apart[4] > 2 * apart[5], () -> Arrays.toString(apart));
    }

    /// Largest root mean square difference of two faces of a batch: 2 steps at most.
    private static double spread(float[] batch) {
        double largest = 0;
        int faces = batch.length / FaceImage.VALUES;
        for (int a = 0; a < faces; a++) {
            for (int b = 0; b < a; b++) {
                double sum = 0;
                for (int j = 0; j < FaceImage.VALUES; j++) {
                    double difference =
                            batch[a * FaceImage.VALUES + j]
                                    - (double) batch[b * FaceImage.VALUES + j];
                    sum += difference * difference;
                }
                largest = Math.max(largest, Math.sqrt(sum / FaceImage.VALUES));
            }
        }
        return largest;
    }

    @Test
    void cutAnywhereItGoesOnToTheSameBytes() throws Exception {
        var spec = spec(4, 9, 2, 3, 0.02);
        var whole = new ReferenceSearch(spec, basis, decoder, extractor, SEEDS);
        toTheEnd(whole);
        for (int cut = 0; cut < 9; cut++) {
            var before = new ReferenceSearch(spec, basis, decoder, extractor, SEEDS);
            for (int t = 0; t < cut; t++) {
                before.advance(_ -> {});
            }
            var after = new ReferenceSearch(spec, basis, decoder, extractor, SEEDS);
            after.restore(before.state());
            toTheEnd(after);
            assertEquals(whole.findings(), after.findings(), "cut at " + cut);
            assertArrayEquals(whole.state().floats("shown"), after.state().floats("shown"));
        }
    }

    @Test
    void whatIsFoundDoesNotDependOnTheNeighbours() throws Exception {
        var spec = spec(4, 6, 1, 3, 0.02);
        var both = new ReferenceSearch(spec, basis, decoder, extractor, SEEDS);
        var second =
                new ReferenceSearch(
                        spec,
                        basis,
                        decoder,
                        new ToyFaces.Linear(projection, basis, new double[][] {targets[1]}),
                        new long[] {SEEDS[1]});
        toTheEnd(both);
        toTheEnd(second);
        assertEquals(both.findings().faces().get(1), second.findings().faces().getFirst());
        assertNotEquals(both.findings().faces().get(0), both.findings().faces().get(1));
    }

    @Test
    void onALinearExtractorTheCosineRises() throws Exception {
        var run = new ReferenceSearch(spec(16, 61, 0, 1, 0.005), basis, decoder, extractor, SEEDS);
        toTheEnd(run);
        for (Findings.Target target : run.findings().targets()) {
            assertTrue(target.cosine() > 0.9, () -> "reached " + target.cosine());
        }
    }

    @Test
    void itDoesWhatAPlainTranscriptionDoes() throws Exception {
        var spec = spec(5, 14, 3, 3, 0.03);
        var run = new ReferenceSearch(spec, basis, decoder, extractor, new long[] {11});
        toTheEnd(run);
        double[] delta = new double[FaceImage.VALUES];
        double[] cosines = transcription(spec, delta);
        List<Findings.Mark> trace = run.findings().targets().getFirst().trace();
        for (int t = 0; t < cosines.length; t++) {
            assertEquals(cosines[t], trace.get(t).cosine(), 1e-5, "iteration " + t);
        }
        float[] shown = run.state().floats("shown");
        for (int j = 0; j < FaceImage.VALUES; j++) {
            assertEquals(mean[j] + 127.5 * delta[j], shown[j], 1e-3);
        }
    }

    /// methods.md 1.3, line by line, on deltas of -1..1 in double precision.
    private double[] transcription(ReconstructorSpec.Reference spec, double[] result) {
        double[][] faces = new double[spec.batch()][FaceImage.VALUES];
        double[] kept = new double[FaceImage.VALUES];
        double keptCosine = -2;
        double lr = spec.stepLength();
        double[] cosines = new double[spec.iterations()];
        for (int t = 0; t < spec.iterations(); t++) {
            double[] face = faces[0];
            cosines[t] = -2;
            for (double[] candidate : faces) {
                double cosine = ToyFaces.cosine(answer(candidate), targets[0]);
                if (cosine > cosines[t]) {
                    cosines[t] = cosine;
                    face = candidate;
                }
            }
            System.arraycopy(face, 0, result, 0, result.length);
            if (t == 3 || t == 6 || t == 9) {
                if (cosines[t] > keptCosine) {
                    keptCosine = cosines[t];
                    kept = face;
                }
                face = new double[FaceImage.VALUES];
            }
            if (t == 9) {
                face = kept;
                lr = spec.stepLength() / 5;
            }
            faces = children(face, lr, t + 1, spec.batch());
        }
        return cosines;
    }

    private double[] answer(double[] delta) {
        float[] pixels = new float[FaceImage.VALUES];
        for (int j = 0; j < pixels.length; j++) {
            pixels[j] = (float) (mean[j] + 127.5 * delta[j]);
        }
        return extractor.answer(pixels, 0);
    }

    private double[][] children(double[] face, double lr, int t, int batch) {
        var random = RandomSource.XO_SHI_RO_256_PP.create(Dice.seed(11, t));
        var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        double[][] children = new double[batch][FaceImage.VALUES];
        for (double[] child : children) {
            boolean plus = random.nextBoolean();
            double[] d = new double[FaceImage.VALUES];
            for (int i = 0; i < K; i++) {
                double z = (float) gaussian.sample();
                for (int j = 0; j < d.length; j++) {
                    d[j] += z * deviations[i] * basis.axes().at(i, j);
                }
            }
            double middle = Arrays.stream(d).average().orElseThrow();
            double squares = Arrays.stream(d).map(x -> (x - middle) * (x - middle)).sum();
            double std = Math.sqrt(squares / (d.length - 1));
            for (int j = 0; j < d.length; j++) {
                double step = (d[j] - middle) / (std + 1e-6) * (plus ? 1 : -1);
                child[j] = Math.clamp(face[j] + lr * step, -1.0, 1.0);
            }
        }
        return children;
    }

    /// Keeps a copy of every batch; the later a face in it, the better.
    private static Access.Scores listening(List<float[]> asked) {
        return new Access.Scores() {
            @Override
            public int dimension() {
                return D;
            }

            @Override
            public double[] scores(FaceBatch candidates, int[] targets) {
                asked.add(
                        Arrays.copyOf(candidates.pixels(), candidates.count() * FaceImage.VALUES));
                double[] cosines = new double[candidates.count()];
                Arrays.setAll(cosines, i -> i / 1000.0);
                return cosines;
            }
        };
    }
}
