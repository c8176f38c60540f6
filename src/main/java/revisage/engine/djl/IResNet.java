package revisage.engine.djl;

import revisage.engine.djl.Layer.Chain;
import revisage.engine.djl.Layer.Conv;
import revisage.engine.djl.Layer.Dense;
import revisage.engine.djl.Layer.Flatten;
import revisage.engine.djl.Layer.Norm;
import revisage.engine.djl.Layer.Prelu;
import revisage.engine.djl.Layer.Residual;

import java.util.ArrayList;
import java.util.List;

/// The residual network of face recognition: blocks without an activation after the sum.
///
/// **Source** Deng et al., ArcFace (CVPR 2019), section 2.2; `iresnet.py` of InsightFace.
final class IResNet {

    private static final int DIMENSION = 512;

    private static final Layer SMALL_ACTIVATION = new Layer.Leaky(0.1);

    private IResNet() {}

    /// The backbone of the paper: 43,590,848 learned numbers.
    static Backbone fifty() {
        return fifty(DIMENSION);
    }

    /// The backbone of the paper.
    static Backbone fifty(int dimension) {
        return paper("iresnet50", dimension, 3, 4, 14, 3);
    }

    /// Its smallest member: 24,025,600 learned numbers at 512.
    static Backbone eighteen(int dimension) {
        return paper("iresnet18", dimension, 2, 2, 2, 2);
    }

    private static Backbone paper(String name, int dimension, int... blocks) {
        var layers = new ArrayList<Layer>();
        layers.add(Conv.same("stem.conv", 3, 64, 3, 1));
        layers.add(Norm.of("stem.norm", 64));
        layers.add(new Prelu("stem.act", 64));
        int[] widths = {64, 128, 256, 512};
        int in = 64;
        for (int stage = 0; stage < 4; stage++) {
            for (int i = 0; i < blocks[stage]; i++) {
                int stride = i == 0 ? 2 : 1;
                layers.add(block("stage%d.%d".formatted(stage + 1, i), in, widths[stage], stride));
                in = widths[stage];
            }
        }
        layers.add(Norm.of("head.norm2d", in));
        layers.add(new Flatten());
        layers.add(new Dense("head.fc", in * 7 * 7, dimension, true));
        layers.add(new Norm("head.norm", dimension, Norm.Learned.SHIFT));
        return new Backbone(
                name,
                new Chain(layers),
                dimension,
                Backbone.Start.NORMAL_TENTH,
                "ArcFace, arXiv 1801.07698");
    }

    /// A small member for two cores: 2,779,152 parameters, 184 million multiplications a face.
    ///
    /// Patches of 4x4 for a stem, because the wide early maps cost most and say least; LeakyReLU,
    /// because PReLU is slow; activation between the convolutions only, as in the big one.
    static Backbone small() {
        return small(DIMENSION);
    }

    /// The small member with another dimension.
    static Backbone small(int dimension) {
        var layers = new ArrayList<Layer>();
        layers.add(new Conv("stem.conv", 3, 48, 4, 4, 0, 1));
        layers.add(Norm.of("stem.norm", 48));
        layers.add(SMALL_ACTIVATION);
        int[] widths = {48, 96, 192};
        int in = 48;
        for (int stage = 0; stage < 3; stage++) {
            for (int i = 0; i < 2; i++) {
                int stride = i == 0 && stage > 0 ? 2 : 1;
                layers.add(
                        smallBlock(
                                "stage%d.%d".formatted(stage + 1, i), in, widths[stage], stride));
                in = widths[stage];
            }
        }
        layers.add(Conv.same("head.conv", in, 48, 1, 1));
        layers.add(Norm.of("head.norm2d", 48));
        layers.add(new Flatten());
        layers.add(new Dense("head.fc", 48 * 7 * 7, dimension, true));
        layers.add(new Norm("head.norm", dimension, Norm.Learned.SHIFT));
        return new Backbone(
                "res-small",
                new Chain(layers),
                dimension,
                Backbone.Start.HE_UNIFORM,
                "a small residual network after ArcFace, arXiv 1801.07698");
    }

    private static Layer smallBlock(String name, int in, int out, int stride) {
        Layer body =
                Chain.of(
                        Conv.same(name + ".conv1", in, out, 3, stride),
                        Norm.of(name + ".norm1", out),
                        SMALL_ACTIVATION,
                        Conv.same(name + ".conv2", out, out, 3, 1),
                        Norm.of(name + ".norm2", out));
        return new Residual(body, shortcut(name, in, out, stride));
    }

    private static Layer block(String name, int in, int out, int stride) {
        Layer body =
                Chain.of(
                        Norm.of(name + ".norm1", in),
                        Conv.same(name + ".conv1", in, out, 3, 1),
                        Norm.of(name + ".norm2", out),
                        new Prelu(name + ".act", out),
                        Conv.same(name + ".conv2", out, out, 3, stride),
                        Norm.of(name + ".norm3", out));
        return new Residual(body, shortcut(name, in, out, stride));
    }

    private static Layer shortcut(String name, int in, int out, int stride) {
        return in == out && stride == 1
                ? new Chain(List.of())
                : Chain.of(
                        new Conv(name + ".short.conv", in, out, 1, stride, 0, 1),
                        Norm.of(name + ".short.norm", out));
    }
}
