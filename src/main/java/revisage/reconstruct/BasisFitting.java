package revisage.reconstruct;

import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;

import revisage.algebra.Matrix;
import revisage.algebra.PrincipalAxes;
import revisage.algebra.Products;
import revisage.face.FaceImage;
import revisage.work.Dice;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Fits eigenfaces to aligned faces.
///
/// @param components k, fewer than the faces
/// @param symmetric each face is averaged with its mirror image first: identity is nearly
///   symmetric, pose and light from the side are not, so that all axes are spent on what a vector
///   tells (measured: at equal queries the cosine rises by 0.04 and the tpr with it)
/// @param seed of the fit and, beyond [#MOST_FACES], of the choice of faces
public record BasisFitting(int components, boolean symmetric, long seed) {

    /// More faces than this are sampled: the time grows with their square.
    public static final int MOST_FACES = 8_000;

    public BasisFitting {
        if (components < 1 || components > 4_096) {
            throw new IllegalArgumentException("components must be 1..4096, got " + components);
        }
    }

    /// @param faces more than `components`
    /// @param madeFrom what they are, in words; kept with the basis
    public EigenBasis fit(
            List<FaceImage> faces,
            SortedMap<String, String> madeFrom,
            Products products,
            Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        if (faces.size() <= components) {
            throw new IllegalArgumentException(
                    "%d axes need more than %d faces".formatted(components, faces.size()));
        }
        List<FaceImage> chosen = faces;
        if (faces.size() > MOST_FACES) {
            var dice = RandomSource.XO_SHI_RO_256_PP.create(Dice.seed(seed, 1));
            var shuffled = new java.util.ArrayList<>(faces);
            ListSampler.shuffle(dice, shuffled);
            chosen = shuffled.subList(0, MOST_FACES);
        }
        PrincipalAxes axes =
                PrincipalAxes.of(pixels(chosen), components, Dice.seed(seed, 2), products, events);
        return new EigenBasis(axes.mean(), axes.axes(), axes.deviations(), madeFrom);
    }

    private Matrix pixels(List<FaceImage> faces) {
        Matrix data = Matrix.zero(faces.size(), FaceImage.VALUES);
        IntStream.range(0, faces.size())
                .parallel()
                .forEach(
                        i -> {
                            faces.get(i).copyTo(data.data(), i * FaceImage.VALUES);
                            if (symmetric) {
                                Mirror.average(data.data(), i * FaceImage.VALUES);
                            }
                        });
        return data;
    }
}
