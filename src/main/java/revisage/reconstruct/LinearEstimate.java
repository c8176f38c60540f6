package revisage.reconstruct;

import revisage.algebra.Matrix;
import revisage.face.FaceImage;
import revisage.work.WorkException;

/// What a vector gives away without a single query for it: the regression from vectors to
/// coefficients, decoded. methods.md 1.7, steps 2 and 5: of the two shared regressions the one on
/// drawn samples, which found more people than the one on public faces (tpr 0.81 against 0.67 at K
/// = 25 among 2,400 people).
public final class LinearEstimate implements UnaskedRun {

    private final Matrix targets;
    private final SharedKnowledge knowledge;
    private final Decoder decoder;

    /// @param targets `(m, d)`, rows of length 1
    /// @param decoder stays the caller's
    public LinearEstimate(Matrix targets, SharedKnowledge knowledge, Decoder decoder) {
        this.targets = targets;
        this.knowledge = knowledge;
        this.decoder = decoder;
    }

    @Override
    public Findings findings() throws WorkException, InterruptedException {
        int m = targets.rows();
        int k = decoder.components();
        float[] coefficients = new float[m * k];
        for (int i = 0; i < m; i++) {
            float[] told = knowledge.inverse().apply(targets.data(), i * targets.columns());
            System.arraycopy(told, 0, coefficients, i * k, k);
        }
        float[] pixels = new float[m * FaceImage.VALUES];
        decoder.decode(coefficients, m, pixels);
        return UnaskedRun.findings(pixels, m);
    }
}
