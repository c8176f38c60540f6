package revisage.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

import revisage.train.Grown;

/// What a [GrowingCritic] learns by: Wasserstein distance with a penalty on slopes that are not 1
/// long, and a pull of real scores towards 0.
///
/// **Source** Gulrajani et al. (NIPS 2017), equation 3; Karras et al. (ICLR 2018), appendix A.1.
///
/// @param penalty lambda, 10 in both papers
/// @param drift epsilon, 0.001
record CriticLoss(double penalty, double drift) {

    /// @param loss to be made small, one number
    /// @param distance mean score of the real ones less that of the others, one number
    /// @param length mean length of the slope, one number
    record Value(NDArray loss, NDArray distance, NDArray length) {}

    /// @param real `(b, 3, s, s)`
    /// @param made `(b, 3, s, s)`, without a gradient of its own
    /// @param mix for each pair where between the two the slope is looked at, 0..1
    Value of(
            GrowingCritic critic,
            Weights weights,
            NDArray real,
            NDArray made,
            float[] mix,
            Grown grown) {
        NDArray trueScores = critic.of(weights, real, grown).value();
        NDArray otherScores = critic.of(weights, made, grown).value();
        NDArray distance = trueScores.mean().sub(otherScores.mean());
        NDArray each = real.getManager().create(mix, new Shape(mix.length, 1, 1, 1));
        NDArray between = real.add(made.sub(real).mul(each));
        NDArray slope = GrowingCritic.slope(critic.of(weights, between, grown));
        NDArray length = slope.square().sum(new int[] {1, 2, 3}).add(1e-12f).sqrt();
        NDArray loss =
                distance.neg()
                        .add(Factor.times(length.sub(1f).square().mean(), penalty))
                        .add(Factor.times(trueScores.square().mean(), drift));
        return new Value(loss, distance, length.mean());
    }
}
