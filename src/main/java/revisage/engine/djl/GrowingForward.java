package revisage.engine.djl;

import ai.djl.ndarray.NDArray;

import revisage.train.Grown;

/// Computes a [Growing] generator while it grows.
record GrowingForward(Growing net, Weights weights) {

    /// @param vectors `(b, input)`, any length
    /// @return `(b, 3, side, side)`, about -1..1
    NDArray of(NDArray vectors, Grown grown) {
        var plain = new Forward(weights, true);
        Forward forward = net.mapping().map(m -> plain.styled(plain.of(m, vectors))).orElse(plain);
        NDArray x = forward.of(net.stem(), vectors);
        for (int level = 1; level < grown.level(); level++) {
            x = forward.of(net.block(level), x);
        }
        if (grown.level() == 0) {
            return forward.of(net.colours(0), x);
        }
        NDArray now = forward.of(net.block(grown.level()), x);
        NDArray faces = forward.of(net.colours(grown.level()), now);
        if (!grown.fading()) {
            return faces;
        }
        NDArray before = Forward.up(forward.of(net.colours(grown.level() - 1), x));
        return mixed(before, faces, grown.share());
    }

    /// What real faces look like to a network that has come so far.
    ///
    /// @param faces `(b, 3, s, s)`
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

    /// `before + share (now - before)`.
    static NDArray mixed(NDArray before, NDArray now, double share) {
        return Factor.times(before, 1 - share).add(Factor.times(now, share));
    }
}
