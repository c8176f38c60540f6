package revisage.cloud.simulate;

import revisage.match.CosineSearch;
import revisage.vector.VectorSet;

/// From a cosine to what the providers call similarity or confidence. How they do it is not known;
/// this is a logistic curve that keeps the order: cosine 0.3 is one half, 0.4 is 0.80, 0.6 is 0.985
/// and 0 is 0.015.
final class Likeness {

    private static final double HALF = 0.3;
    private static final double STEEPNESS = 14;

    private Likeness() {}

    /// 0..1.
    static double of(VectorSet a, VectorSet b) {
        double cosine = CosineSearch.cosine(a.row(0), b.row(0));
        return 1 / (1 + Math.exp(STEEPNESS * (HALF - cosine)));
    }
}
