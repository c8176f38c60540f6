package revisage.engine.djl;

import revisage.engine.djl.Layer.Chain;
import revisage.engine.djl.Layer.Conv;
import revisage.engine.djl.Layer.Dense;
import revisage.engine.djl.Layer.Growing;
import revisage.engine.djl.Layer.Leaky;
import revisage.engine.djl.Layer.Norm;
import revisage.engine.djl.Layer.Tanh;
import revisage.engine.djl.Layer.Transposed;
import revisage.engine.djl.Layer.Unflatten;
import revisage.train.NbNetPlan;

import java.util.ArrayList;
import java.util.List;

/// The neighbourly de-convolutional network: blocks of small convolutions whose answers are all
/// kept, between transposed convolutions that double the side.
///
/// Batch normalisation learns a shift only: the original's library holds the gain at 1 unless told
/// otherwise, and it is not told.
///
/// **Source** Mai, Cao, Yuen, Jain, TPAMI 2019, and its released code; methods.md 2.1.
final class NbNet {

    /// Channels a unit adds.
    private static final int GROWTH = 8;

    private static final double EPSILON = 1e-4;

    private final List<Layer> layers = new ArrayList<>();
    private final boolean dense;
    private int channels;

    private NbNet(boolean dense) {
        this.dense = dense;
    }

    static Painter of(NbNetPlan plan, int dimension) {
        if (plan.small()) {
            return small(dimension);
        }
        return full(plan.dense(), plan.faceSide(), dimension);
    }

    /// At d = 512 and side 160: 5,834,800 weights of convolutions.
    ///
    /// @param dense NBNet-B, else NBNet-A
    /// @param side 160, or 112 (a first kernel of 7x7, one block less)
    static Painter full(boolean dense, int side, int dimension) {
        var net = new NbNet(dense);
        if (side == 160) {
            net.first(dimension, 256, 5);
            net.stages(new int[] {32, 16, 8, 4, 2}, new int[] {128, 64, 32, 16, 8}, 1);
        } else {
            net.first(dimension, 256, 7);
            net.stages(new int[] {32, 16, 8, 4}, new int[] {128, 64, 32, 16}, 2);
        }
        net.last();
        return net.painter("nbnet-" + (dense ? "b" : "a"), dimension, side);
    }

    /// A small member for two cores: 48 channels of 7x7, blocks of 6, 4, 3 and 2 units. The last
    /// transition makes the colours itself, since nothing costs more than layers of full size.
    static Painter small(int dimension) {
        var net = new NbNet(true);
        net.first(dimension, 48, 7);
        net.stages(new int[] {6, 4, 3}, new int[] {48, 32, 24}, 2);
        net.activation("last");
        net.layers.add(new Transposed("last.conv", net.channels, 3));
        net.layers.add(new Tanh());
        return net.painter("nbnet-small", dimension, 112);
    }

    private Painter painter(String name, int dimension, int side) {
        return new Painter(
                name, new Chain(layers), dimension, side, Backbone.Start.NORMAL_FIFTIETH);
    }

    /// A transposed convolution on one pixel is a matrix.
    private void first(int dimension, int out, int side) {
        layers.add(new Dense("first", dimension, out * side * side, false));
        layers.add(new Unflatten(out, side));
        channels = out;
    }

    /// @param units of each block
    /// @param narrow channels behind each block's transition
    /// @param lastUnits of the block behind the last transition
    private void stages(int[] units, int[] narrow, int lastUnits) {
        for (int i = 0; i < units.length; i++) {
            block("block" + i, units[i]);
            activation("transition" + i);
            layers.add(new Transposed("transition" + i + ".conv", channels, narrow[i]));
            channels = narrow[i];
        }
        block("block" + units.length, lastUnits);
    }

    private void block(String name, int units) {
        var all = new ArrayList<Layer>();
        for (int i = 0; i < units; i++) {
            String unit = name + ".unit" + i;
            int seen = i == 0 || dense ? channels + (dense ? i * GROWTH : 0) : GROWTH;
            all.add(
                    Chain.of(
                            norm(unit + ".norm", seen),
                            new Leaky(0),
                            Conv.same(unit + ".conv", seen, GROWTH, 3, 1)));
        }
        layers.add(new Growing(all, dense));
        channels += units * GROWTH;
    }

    private void activation(String name) {
        layers.add(norm(name + ".norm", channels));
        layers.add(new Leaky(0));
    }

    private static Norm norm(String name, int channels) {
        return new Norm(name, channels, Norm.Learned.SHIFT, EPSILON);
    }

    private void last() {
        activation("last");
        layers.add(Conv.same("last.conv", channels, 3, 1, 1));
        layers.add(new Tanh());
    }
}
