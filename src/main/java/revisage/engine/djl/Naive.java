package revisage.engine.djl;

import revisage.engine.djl.Layer.Bias;
import revisage.engine.djl.Layer.Chain;
import revisage.engine.djl.Layer.Conv;
import revisage.engine.djl.Layer.Dense;
import revisage.engine.djl.Layer.Leaky;
import revisage.engine.djl.Layer.Norm;
import revisage.engine.djl.Layer.Residual;
import revisage.engine.djl.Layer.Tanh;
import revisage.engine.djl.Layer.Unflatten;
import revisage.engine.djl.Layer.Up;

import java.util.ArrayList;
import java.util.List;

/// A residual network turned round: stages of bottlenecks, the first of each doubles the side. A
/// re-creation: the original's layers are not known.
///
/// **Source** Guo et al., "Deep Poisoning", WACV 2021; methods.md 4.
final class Naive {

    private final List<Layer> layers = new ArrayList<>();
    private int channels;

    private Naive() {}

    /// ResNet-50 turned round.
    static Painter full(int dimension) {
        var net = new Naive();
        net.first(dimension, 512, 2048);
        net.stages(new int[] {3, 6, 4, 3}, new int[] {1024, 512, 256, 64});
        return net.painter("naive", dimension);
    }

    /// A small member for two cores.
    static Painter small(int dimension) {
        var net = new Naive();
        net.first(dimension, 48, 192);
        net.stages(new int[] {1, 1, 1, 1}, new int[] {128, 96, 64, 16});
        return net.painter("naive-small", dimension);
    }

    private Painter painter(String name, int dimension) {
        layers.add(Conv.same("head.conv", channels, 3, 3, 1));
        layers.add(new Bias("head", 3));
        layers.add(new Tanh());
        return new Painter(name, new Chain(layers), dimension, 112, Backbone.Start.HE_UNIFORM);
    }

    private void first(int dimension, int narrow, int wide) {
        layers.add(new Dense("first", dimension, narrow * 7 * 7, true));
        layers.add(new Unflatten(narrow, 7));
        layers.add(Conv.same("first.conv", narrow, wide, 1, 1));
        layers.add(Norm.of("first.norm", wide));
        layers.add(new Leaky(0));
        channels = wide;
    }

    private void stages(int[] blocks, int[] widths) {
        for (int stage = 0; stage < blocks.length; stage++) {
            for (int i = 0; i < blocks[stage]; i++) {
                block("stage%d.%d".formatted(stage + 1, i), widths[stage], i == 0);
            }
        }
    }

    private void block(String name, int width, boolean doubles) {
        int inner = width / 4;
        var body = new ArrayList<Layer>();
        body.add(Conv.same(name + ".conv1", channels, inner, 1, 1));
        body.add(Norm.of(name + ".norm1", inner));
        body.add(new Leaky(0));
        if (doubles) {
            body.add(new Up());
        }
        body.add(Conv.same(name + ".conv2", inner, inner, 3, 1));
        body.add(Norm.of(name + ".norm2", inner));
        body.add(new Leaky(0));
        body.add(Conv.same(name + ".conv3", inner, width, 1, 1));
        body.add(Norm.of(name + ".norm3", width));
        // A 1x1 convolution and its normalisation give the same before the pixels become four as
        // after, for a quarter of the work.
        Layer shortcut =
                doubles
                        ? Chain.of(
                                Conv.same(name + ".short.conv", channels, width, 1, 1),
                                Norm.of(name + ".short.norm", width),
                                new Up())
                        : new Chain(List.of());
        layers.add(new Residual(new Chain(body), shortcut));
        layers.add(new Leaky(0));
        channels = width;
    }
}
