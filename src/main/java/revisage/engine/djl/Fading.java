package revisage.engine.djl;

import ai.djl.ndarray.NDArray;

import revisage.train.Grown;

/// How a new level comes in: by and by.
///
/// **Source** Karras et al. (ICLR 2018), figure 2.
final class Fading {

    private Fading() {}

    /// What real faces look like to networks that have come so far.
    ///
    /// @param faces `(b, 3, s, s)`
    /// @return `(b, 3, side, side)`
    static NDArray seen(NDArray faces, Grown grown) {
        int side = (int) faces.getShape().get(3);
        var to = new Growth.Resample(side, grown.side(), grown.side() < side);
        NDArray now = GrowthForward.resample(to, faces);
        if (!grown.fading()) {
            return now;
        }
        Growth.Resample half = Growth.Resample.mean(grown.side(), grown.side() / 2);
        return mixed(Forward.up(GrowthForward.resample(half, now)), now, grown.share());
    }

    /// `(1 - share) before + share now`.
    static NDArray mixed(NDArray before, NDArray now, double share) {
        return Factor.times(before, 1 - share).add(Factor.times(now, share));
    }
}
