package revisage.engine.djl;

import ai.djl.ndarray.NDArray;

import revisage.train.Grown;

import java.util.ArrayList;
import java.util.List;

/// The critic that grows with a [Growing] generator and mirrors it: from a picture to one number,
/// higher for real ones. It does not know the vectors.
///
/// **Source** Karras et al. (ICLR 2018), table 2, sections 2 and 3; `networks.py` of its authors.
///
/// @param widths channels at each level
/// @param last numbers before the score; 512 in the paper
record GrowingCritic(List<Integer> widths, int last) {

    /// Pictures whose differences are measured together.
    static final int GROUP = 4;

    private static final double ROOT2 = Math.sqrt(2);
    private static final float SLOPE = 0.2f;

    GrowingCritic {
        widths = List.copyOf(widths);
    }

    /// As the paper's.
    static GrowingCritic full(int side) {
        return new GrowingCritic(Growing.full(side, false).widths(), 512);
    }

    private Growth.Conv colours(int level) {
        return new Growth.Conv("level" + level + ".colours", 3, widths.get(level), 1, ROOT2);
    }

    private Growth.Conv first(int level) {
        int c = widths.get(level);
        return new Growth.Conv("level" + level + ".conv0", c, c, 3, ROOT2);
    }

    private Growth.Conv second(int level) {
        return new Growth.Conv(
                "level" + level + ".conv1", widths.get(level), widths.get(level - 1), 3, ROOT2);
    }

    private Growth.Conv joined() {
        int c = widths.getFirst();
        return new Growth.Conv("level0.conv", c + 1, c, 3, ROOT2);
    }

    private Growth.Dense dense() {
        return Growth.Dense.of(
                "last.dense", widths.getFirst() * Grown.FIRST * Grown.FIRST, last, ROOT2);
    }

    private Growth.Dense score() {
        return Growth.Dense.of("last.score", last, 1, 1);
    }

    List<Weight> weights() {
        var layers = new ArrayList<Layer>();
        for (int level = widths.size() - 1; level > 0; level--) {
            layers.addAll(List.of(colours(level), first(level), second(level)));
        }
        layers.addAll(List.of(colours(0), joined(), dense(), score()));
        return new Layer.Chain(layers).weights().toList();
    }

    /// @param pictures `(b, 3, side, side)`; b is divided by [#GROUP] or smaller
    /// @return the scores, `(b, 1)`, and the way back
    Traced of(Weights weights, NDArray pictures, Grown grown) {
        var forward = new Forward(weights, true).growth();
        Traced shown = Traced.of(pictures);
        Traced x = shown.conv(forward, colours(grown.level())).leaky(SLOPE);
        for (int level = grown.level(); level > 0; level--) {
            x = x.conv(forward, first(level)).leaky(SLOPE);
            x = x.conv(forward, second(level)).halve().leaky(SLOPE);
            if (level == grown.level() && grown.fading()) {
                Traced before = shown.halve().conv(forward, colours(level - 1)).leaky(SLOPE);
                x = before.mixed(x, grown.share());
            }
        }
        return x.deviation(GROUP)
                .conv(forward, joined())
                .leaky(SLOPE)
                .flat()
                .dense(forward, dense())
                .leaky(SLOPE)
                .dense(forward, score());
    }

    /// The gradient of the sum of the scores by the pictures, in operations that DJL can
    /// differentiate once more.
    ///
    /// @return `(b, 3, side, side)`
    static NDArray slope(Traced scores) {
        NDArray value = scores.value();
        return scores.back().apply(value.getManager().ones(value.getShape()));
    }
}
