package revisage.reconstruct;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

import revisage.algebra.LeastSquares;
import revisage.algebra.LinearMap;
import revisage.algebra.Matrix;
import revisage.algebra.Products;
import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.work.Dice;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Learns [SharedKnowledge]: shows an extractor public faces and pictures drawn around them.
///
/// @param queries of all, public faces included; at most two thirds go to public faces
/// @param symmetric whether the basis was fitted to symmetric faces
/// @param seed of the choice of faces and of the samples
public record SharedKnowledgeFitting(long queries, boolean symmetric, long seed) {

    private static final int BLOCK = 64;

    /// Samples stretch the regression's answer, which is shrunk, and scatter around it.
    private static final float STRETCH = 1.5f;

    private static final float SCATTER = 0.5f;

    private static final double WARM_RIDGE = 10;
    private static final double INVERSE_RIDGE = 3;
    private static final double JACOBIAN_RIDGE = 30;

    public SharedKnowledgeFitting {
        if (queries < 30) {
            throw new IllegalArgumentException("30 shared queries at least, got " + queries);
        }
    }

    /// @param faces public faces of people other than the targets
    /// @param extractor SHA-256 of what answers
    public SharedKnowledge fit(
            List<FaceImage> faces,
            EigenBasis basis,
            Access.Vectors access,
            String extractor,
            Products products,
            Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        int most = (int) Math.min(faces.size(), queries * 2 / 3);
        List<FaceImage> shown = chosen(faces, most);
        int samples = Math.toIntExact(queries - shown.size());
        Matrix coefficients = coefficients(shown, basis, products);
        Matrix answers = Matrix.zero(shown.size(), access.dimension());
        float[] pixels = new float[BLOCK * FaceImage.VALUES];
        for (int from = 0; from < shown.size(); from += BLOCK) {
            Work.pausePoint();
            int count = Math.min(BLOCK, shown.size() - from);
            for (int i = 0; i < count; i++) {
                shown.get(from + i).copyTo(pixels, i * FaceImage.VALUES);
            }
            keep(access.answers(new FaceBatch(pixels, count)), answers, from);
            events.accept(
                    new Progress("Asking shared queries", from + (long) count, queries, "faces"));
        }
        LinearMap warm = LeastSquares.ridge(answers, coefficients, WARM_RIDGE, products);
        Matrix drawn = drawn(samples, answers, warm);
        Matrix told = Matrix.zero(samples, access.dimension());
        try (var decoder = new Decoder(basis, products)) {
            for (int from = 0; from < samples; from += BLOCK) {
                Work.pausePoint();
                int count = Math.min(BLOCK, samples - from);
                decoder.decode(drawn.rows(from, from + count).data(), count, pixels);
                keep(access.answers(new FaceBatch(pixels, count)), told, from);
                events.accept(
                        new Progress(
                                "Asking shared queries",
                                (long) shown.size() + from + count,
                                queries,
                                "faces"));
            }
        }
        return new SharedKnowledge(
                extractor,
                answers,
                coefficients,
                told,
                drawn,
                warm,
                LeastSquares.ridge(told, drawn, INVERSE_RIDGE, products),
                LeastSquares.ridge(drawn, told, JACOBIAN_RIDGE, products),
                queries);
    }

    private List<FaceImage> chosen(List<FaceImage> faces, int count) {
        if (count == faces.size()) {
            return faces;
        }
        var shuffled = new java.util.ArrayList<>(faces);
        ListSampler.shuffle(RandomSource.XO_SHI_RO_256_PP.create(Dice.seed(seed, 3)), shuffled);
        return List.copyOf(shuffled.subList(0, count));
    }

    private static void keep(float[] block, Matrix all, int from) {
        System.arraycopy(block, 0, all.data(), from * all.columns(), block.length);
    }

    /// Whitened coefficients of faces, `(n, k)`.
    private Matrix coefficients(List<FaceImage> faces, EigenBasis basis, Products products)
            throws WorkException, InterruptedException {
        Matrix out = Matrix.zero(faces.size(), basis.components());
        float[] mean = basis.mean();
        float[] deviations = basis.deviations();
        float[] pixels = new float[BLOCK * FaceImage.VALUES];
        float[] along = new float[BLOCK * basis.components()];
        try (var turned = products.fix(basis.axes().transposed())) {
            for (int from = 0; from < faces.size(); from += BLOCK) {
                int begin = from;
                int count = Math.min(BLOCK, faces.size() - from);
                IntStream.range(0, count)
                        .parallel()
                        .forEach(i -> centred(faces.get(begin + i), mean, pixels, i));
                turned.times(pixels, count, along);
                for (int i = 0; i < count * deviations.length; i++) {
                    out.data()[from * deviations.length + i] =
                            along[i] / deviations[i % deviations.length];
                }
            }
        }
        return out;
    }

    private void centred(FaceImage face, float[] mean, float[] pixels, int place) {
        int at = place * FaceImage.VALUES;
        face.copyTo(pixels, at);
        if (symmetric) {
            Mirror.average(pixels, at);
        }
        for (int j = 0; j < mean.length; j++) {
            pixels[at + j] -= mean[j];
        }
    }

    private Matrix drawn(int count, Matrix answers, LinearMap warm) {
        UniformRandomProvider dice = RandomSource.XO_SHI_RO_256_PP.create(Dice.seed(seed, 4));
        var normal = ZigguratSampler.NormalizedGaussian.of(dice);
        Matrix out = Matrix.zero(count, warm.to().length);
        for (int i = 0; i < count; i++) {
            float[] centre =
                    warm.apply(answers.data(), dice.nextInt(answers.rows()) * answers.columns());
            for (int j = 0; j < centre.length; j++) {
                out.data()[i * centre.length + j] =
                        STRETCH * centre[j] + SCATTER * (float) normal.sample();
            }
        }
        return out;
    }
}
