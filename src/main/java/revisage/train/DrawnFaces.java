package revisage.train;

import revisage.face.FaceImage;
import revisage.reconstruct.EigenBasis;
import revisage.reconstruct.SharedKnowledge;
import revisage.work.Dice;

import java.util.Optional;
import java.util.SplittableRandom;

/// Faces drawn around what a regression makes of public people's vectors, in a basis of eigenfaces:
/// they differ in what the extractor sees and in little else, so a network learns from few.
///
/// **Source** methods.md 1.7, step 5, where the Eigenfaces search draws its samples alike.
final class DrawnFaces implements FaceSupply {

    /// Times the regression's coefficients.
    private static final float STRETCH = 1.5f;

    /// Deviation of what is added to each coefficient.
    private static final float SCATTER = 0.5f;

    private final EigenBasis basis;
    private final SharedKnowledge knowledge;
    private final String hash;
    private final int count;
    private final long seed;
    private final float[] mean;
    private final float[] deviations;

    /// @param hash of the basis' file
    DrawnFaces(EigenBasis basis, SharedKnowledge knowledge, String hash, int count, long seed) {
        this.basis = basis;
        this.knowledge = knowledge;
        this.hash = hash;
        this.count = count;
        this.seed = seed;
        this.mean = basis.mean();
        this.deviations = basis.deviations();
    }

    @Override
    public String fingerprint() {
        return "drawn %s %d %d".formatted(hash, count, seed);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int people() {
        return count;
    }

    @Override
    public int person(int i) {
        return i;
    }

    @Override
    public Optional<FaceImage> face(int i) {
        var dice = new SplittableRandom(Dice.seed(seed, Dice.of("drawn"), i));
        int d = knowledge.dimension();
        int own = dice.nextInt(knowledge.publicAnswers().rows());
        float[] c = knowledge.warm().apply(knowledge.publicAnswers().data(), own * d);
        float[] pixels = mean.clone();
        float[] axes = basis.axes().data();
        for (int k = 0; k < c.length; k++) {
            float wanted = STRETCH * c[k] + SCATTER * (float) dice.nextGaussian();
            float scale = wanted * deviations[k];
            int row = k * FaceImage.VALUES;
            for (int j = 0; j < FaceImage.VALUES; j++) {
                pixels[j] += scale * axes[row + j];
            }
        }
        return Optional.of(FaceImage.rounded(pixels, 0));
    }
}
