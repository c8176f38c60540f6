package revisage.engine.djl;

import revisage.train.Grown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The generator of Vec2Face as re-created on progressive growing: from a vector to a picture whose
/// side doubles from level to level, 4 at level 0.
///
/// **Source** Karras et al. (ICLR 2018), table 2 and `networks.py` of its authors; Duong et al.,
/// Vec2Face (CVPR 2020), for the vector in place of the latent.
///
/// @param input numbers of a vector
/// @param widths channels at each level, 1 or more levels
/// @param adaptive the vector also steers each layer (AdaIN) in place of pixel normalisation
record Growing(int input, List<Integer> widths, boolean adaptive) {

    private static final double ROOT2 = Math.sqrt(2);
    private static final double SLOPE = 0.2;
    private static final int MAPPING = 8;

    Growing {
        widths = List.copyOf(widths);
    }

    /// As the paper's: 512 channels up to 32 pixels, then half as many each level.
    ///
    /// @param side of the last level, a power of 2, 4..1024
    static Growing full(int side, boolean adaptive) {
        int levels = Integer.numberOfTrailingZeros(side) - 1;
        return new Growing(
                512,
                IntStream.rangeClosed(1, levels).mapToObj(Growing::channels).toList(),
                adaptive);
    }

    /// The paper's `nf`: stage 1 is 4 pixels.
    private static int channels(int stage) {
        return Math.min(8192 >> stage, 512);
    }

    int levels() {
        return widths.size();
    }

    /// Before level 0: the vector to `(b, c, 4, 4)`.
    Layer stem() {
        int c = widths.getFirst();
        var layers = new ArrayList<Layer>();
        layers.add(new Growth.PixelNorm());
        layers.add(new Growth.Dense("stem.dense", input, c, Grown.FIRST, ROOT2 / 4, true));
        layers.addAll(after("stem.dense", c));
        layers.addAll(unit("level0.conv", c, c));
        return new Layer.Chain(layers);
    }

    /// From level - 1 to this one: doubles the side.
    Layer block(int level) {
        int in = widths.get(level - 1);
        int out = widths.get(level);
        var layers = new ArrayList<Layer>();
        layers.add(new Layer.Up());
        layers.addAll(unit("level" + level + ".conv0", in, out));
        layers.addAll(unit("level" + level + ".conv1", out, out));
        return new Layer.Chain(layers);
    }

    /// To red, green and blue, about -1..1, not bounded.
    Layer colours(int level) {
        return new Growth.Conv("level" + level + ".colours", widths.get(level), 3, 1, 1);
    }

    private List<Layer> unit(String name, int in, int out) {
        var layers = new ArrayList<Layer>();
        layers.add(new Growth.Conv(name, in, out, 3, ROOT2));
        layers.addAll(after(name, out));
        return layers;
    }

    private List<Layer> after(String name, int channels) {
        return List.of(
                new Layer.Leaky(SLOPE),
                adaptive
                        ? new Growth.Adain(name + ".style", channels, input)
                        : new Growth.PixelNorm());
    }

    /// From the vector to the style, where there is one.
    Optional<Layer> mapping() {
        if (!adaptive) {
            return Optional.empty();
        }
        var layers = new ArrayList<Layer>();
        layers.add(new Growth.PixelNorm());
        for (int i = 0; i < MAPPING; i++) {
            layers.add(Growth.Dense.of("mapping" + i, input, input, ROOT2));
            layers.add(new Layer.Leaky(SLOPE));
        }
        return Optional.of(new Layer.Chain(layers));
    }

    /// All weights, also of the levels' own colours.
    List<Weight> weights() {
        var layers = new ArrayList<Layer>();
        mapping().ifPresent(layers::add);
        layers.add(stem());
        for (int level = 0; level < levels(); level++) {
            if (level > 0) {
                layers.add(block(level));
            }
            layers.add(colours(level));
        }
        return new Layer.Chain(layers).weights().toList();
    }

    /// The whole as far as it has come: a vector to `(b, 3, side, side)`, about -1..1.
    Layer at(Grown grown) {
        var layers = new ArrayList<Layer>();
        layers.add(stem());
        int level = grown.level();
        IntStream.range(1, level).forEach(l -> layers.add(block(l)));
        if (level == 0) {
            layers.add(colours(0));
        } else {
            Layer now = Layer.Chain.of(block(level), colours(level));
            Layer before = Layer.Chain.of(colours(level - 1), new Layer.Up());
            layers.add(grown.fading() ? new Growth.Blend(before, now, grown.share()) : now);
        }
        Layer body = new Layer.Chain(layers);
        return mapping().map(m -> (Layer) new Growth.Styled(m, body)).orElse(body);
    }

    /// The same, its picture brought to `side` pixels.
    Layer at(Grown grown, int side) {
        return grown.side() == side
                ? at(grown)
                : Layer.Chain.of(at(grown), Growth.Resample.bilinear(grown.side(), side));
    }
}
