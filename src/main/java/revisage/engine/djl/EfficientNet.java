package revisage.engine.djl;

import revisage.engine.djl.Layer.Chain;
import revisage.engine.djl.Layer.Conv;
import revisage.engine.djl.Layer.Dense;
import revisage.engine.djl.Layer.Excite;
import revisage.engine.djl.Layer.Flatten;
import revisage.engine.djl.Layer.Leaky;
import revisage.engine.djl.Layer.Norm;
import revisage.engine.djl.Layer.Prelu;
import revisage.engine.djl.Layer.Residual;

import java.util.ArrayList;
import java.util.List;

/// EfficientNet for faces of 112x112: PReLU or LeakyReLU for swish, a 7x7 depthwise head.
///
/// **Source** Tan, Le (ICML 2019), table 1; `model_efficientnet.py` of TFace for the changes.
final class EfficientNet {

    private static final int DIMENSION = 512;

    private final boolean prelu;
    private final List<Layer> layers = new ArrayList<>();

    private EfficientNet(boolean prelu) {
        this.prelu = prelu;
    }

    /// A row of the table: inverted residuals, the first with the stride.
    ///
    /// @param expansion channels inside for each channel that comes in
    /// @param excited whether its blocks squeeze and excite
    private record Stage(
            int blocks, int out, int kernel, int stride, int expansion, boolean excited) {

        Stage(int blocks, int out, int kernel, int stride, int expansion) {
            this(blocks, out, kernel, stride, expansion, true);
        }
    }

    /// B0, the backbone of the paper: stem of stride 1, PReLU; 4,057,600 parameters.
    static Backbone b0() {
        var net = new EfficientNet(true);
        net.build(
                Conv.same("stem.conv", 3, 32, 3, 1),
                new Stage(1, 16, 3, 1, 1),
                new Stage(2, 24, 3, 2, 6),
                new Stage(2, 40, 5, 2, 6),
                new Stage(3, 80, 3, 2, 6),
                new Stage(3, 112, 5, 1, 6),
                new Stage(4, 192, 5, 2, 6),
                new Stage(1, 320, 3, 1, 6));
        return new Backbone(
                "efficientnet-b0",
                new Chain(net.layers),
                DIMENSION,
                Backbone.Start.HE_UNIFORM,
                "EfficientNet, arXiv 1905.11946");
    }

    /// A small member for two cores: 0.85 million parameters, 42 million multiplications a face.
    /// Stem and first stage of stride 2, LeakyReLU, no squeeze and excite on the wide early maps:
    /// half as fast again.
    static Backbone small() {
        var net = new EfficientNet(false);
        net.build(
                Conv.same("stem.conv", 3, 16, 3, 2),
                new Stage(1, 24, 3, 2, 1, false),
                new Stage(1, 40, 3, 1, 2, false),
                new Stage(3, 64, 3, 2, 3),
                new Stage(3, 128, 3, 2, 4));
        return new Backbone(
                "efficient-small",
                new Chain(net.layers),
                DIMENSION,
                Backbone.Start.HE_UNIFORM,
                "a small EfficientNet, arXiv 1905.11946");
    }

    private void build(Conv stem, Stage... stages) {
        unit(layers, "stem", stem, true);
        int in = stem.out();
        for (int s = 0; s < stages.length; s++) {
            Stage stage = stages[s];
            for (int i = 0; i < stage.blocks; i++) {
                String name = "stage%d.%d".formatted(s + 1, i);
                layers.add(block(name, in, stage, i == 0 ? stage.stride : 1));
                in = stage.out;
            }
        }
        unit(layers, "final", Conv.same("final.conv", in, 512, 1, 1), true);
        unit(layers, "head", new Conv("head.conv", 512, 512, 7, 1, 0, 512), false);
        layers.add(new Flatten());
        layers.add(new Dense("head.fc", 512, DIMENSION, false));
        layers.add(new Norm("head.last", DIMENSION, Norm.Learned.NOTHING));
    }

    private Layer block(String name, int in, Stage stage, int stride) {
        int inside = in * stage.expansion;
        var body = new ArrayList<Layer>();
        if (stage.expansion > 1) {
            String expand = name + ".expand";
            unit(body, expand, Conv.same(expand + ".conv", in, inside, 1, 1), true);
        }
        String depth = name + ".depth";
        unit(body, depth, Conv.depthwise(depth + ".conv", inside, stage.kernel, stride), true);
        if (stage.excited) {
            body.add(new Excite(name + ".excite", inside, in / 4));
        }
        String project = name + ".project";
        unit(body, project, Conv.same(project + ".conv", inside, stage.out, 1, 1), false);
        return in == stage.out && stride == 1
                ? new Residual(new Chain(body), new Chain(List.of()))
                : new Chain(body);
    }

    private void unit(List<Layer> to, String name, Conv conv, boolean active) {
        to.add(conv);
        to.add(Norm.of(name + ".norm", conv.out()));
        if (active) {
            to.add(prelu ? new Prelu(name + ".act", conv.out()) : new Leaky(0.1));
        }
    }
}
