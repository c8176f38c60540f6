package revisage.engine.djl;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

import revisage.engine.graph.Attributes;
import revisage.engine.graph.Tensors;
import revisage.work.FileException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Writes a network as ONNX (opset 17, IR 8): a [Backbone] from `face` `(n, 3, 112, 112)` to
/// `vector` `(n, d)`, a [Painter] the other way.
///
/// Batch normalisation behind a convolution or a matrix is multiplied into it (in double
/// precision), so that each face costs less and nothing depends on the runtime doing it.
final class OnnxGraph {

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final Map<String, float[]> values;
    private final GrowthGraph growth = new GrowthGraph(this);
    private int nodes;

    private OnnxGraph(Map<String, float[]> values) {
        this.values = values;
    }

    /// @param values by name of the weight
    /// @return the file's bytes, the same for the same values
    static byte[] of(Backbone backbone, Map<String, float[]> values) {
        return of(
                backbone.name(),
                backbone.layers(),
                port("face", 3, 112, 112),
                port("vector", backbone.dimension()),
                values);
    }

    /// @param values by name of the weight
    /// @return the file's bytes, the same for the same values
    static byte[] of(Painter painter, Map<String, float[]> values) {
        return of(
                painter.name(),
                painter.layers(),
                port("vector", painter.dimension()),
                port("face", 3, painter.side(), painter.side()),
                values);
    }

    /// Writes a reconstructor's file.
    ///
    /// @param values by name of the weight
    static void write(Painter painter, Map<String, float[]> values, Path onnx)
            throws FileException {
        try {
            Files.write(onnx, of(painter, values));
        } catch (IOException e) {
            throw FileException.of("write the reconstructor", onnx, e);
        }
    }

    private static byte[] of(
            String name,
            Layer layers,
            ValueInfoProto input,
            ValueInfoProto output,
            Map<String, float[]> values) {
        var writer = new OnnxGraph(values);
        String last = writer.write(layers, input.getName());
        writer.graph
                .setName(name)
                .addInput(input)
                .addOutput(output)
                .addNode(
                        NodeProto.newBuilder()
                                .setOpType("Identity")
                                .setName(output.getName())
                                .addInput(last)
                                .addOutput(output.getName()));
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .setProducerName("revisage")
                .setGraph(writer.graph)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17))
                .build()
                .toByteArray();
    }

    private static ValueInfoProto port(String name, int... shape) {
        var dims = TensorShapeProto.newBuilder();
        dims.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("n"));
        for (int size : shape) {
            dims.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size));
        }
        return Tensors.port(name, dims);
    }

    String write(Layer layer, String x) {
        return switch (layer) {
            case Growth g -> growth.write(g, x);
            case Layer.Conv c -> conv(c, x, Folded.nothing(c.out()));
            case Layer.Norm n -> norm(n, x);
            case Layer.Prelu p -> {
                String slope = tensor(p.name() + ".slope", of(p.slope()), p.channels(), 1, 1);
                yield node("PRelu", List.of(x, slope));
            }
            case Layer.Leaky l ->
                    l.slope() == 0
                            ? node("Relu", List.of(x))
                            : node(
                                    "LeakyRelu",
                                    List.of(x),
                                    Attributes.number("alpha", (float) l.slope()));
            case Layer.Excite e -> excite(e, x);
            case Layer.Flatten _ -> node("Flatten", List.of(x), Attributes.whole("axis", 1));
            case Layer.Dense d -> dense(d, x, Folded.nothing(d.out()));
            case Layer.Chain c -> chain(c.layers(), x);
            case Layer.Bias b ->
                    node(
                            "Add",
                            List.of(
                                    x,
                                    tensor(b.name() + ".bias", of(b.shift()), b.channels(), 1, 1)));
            case Layer.Transposed t -> transposed(t, x);
            case Layer.Up _ -> up(x);
            case Layer.Tanh _ -> node("Tanh", List.of(x));
            case Layer.Unflatten u -> {
                String shape = wholeTensor(fresh(), 0, u.channels(), u.pixels(), u.pixels());
                yield node("Reshape", List.of(x, shape));
            }
            case Layer.Growing g -> growing(g, x);
            case Layer.Residual r ->
                    node("Add", List.of(write(r.body(), x), write(r.shortcut(), x)));
        };
    }

    private String transposed(Layer.Transposed t, String x) {
        float[] kernels = t.asFourByFour(of(t.kernels()));
        String w = tensor(t.name() + ".weight", kernels, t.in(), t.out(), 4, 4);
        return node(
                "ConvTranspose",
                List.of(x, w),
                Attributes.wholes("kernel_shape", 4, 4),
                Attributes.wholes("strides", 2, 2),
                Attributes.wholes("pads", 1, 1, 1, 1));
    }

    private String up(String x) {
        String scales = tensor("t" + nodes++, new float[] {1, 1, 2, 2}, 4);
        return node(
                "Resize",
                List.of(x, "", scales),
                Attributes.text("mode", "nearest"),
                Attributes.text("coordinate_transformation_mode", "asymmetric"),
                Attributes.text("nearest_mode", "floor"));
    }

    private String growing(Layer.Growing g, String x) {
        var all = new ArrayList<String>(List.of(x));
        String seen = x;
        for (Layer unit : g.units()) {
            String more = write(unit, seen);
            all.add(more);
            seen = g.dense() ? node("Concat", List.copyOf(all), Attributes.whole("axis", 1)) : more;
        }
        return g.dense() ? seen : node("Concat", all, Attributes.whole("axis", 1));
    }

    private String chain(List<Layer> layers, String x) {
        String y = x;
        for (int i = 0; i < layers.size(); i++) {
            boolean normed = i + 1 < layers.size() && layers.get(i + 1) instanceof Layer.Norm;
            if (normed && layers.get(i) instanceof Layer.Conv c) {
                y = conv(c, y, folded((Layer.Norm) layers.get(++i)));
            } else if (normed && layers.get(i) instanceof Layer.Dense d) {
                y = dense(d, y, folded((Layer.Norm) layers.get(++i)));
            } else {
                y = write(layers.get(i), y);
            }
        }
        return y;
    }

    /// `gain x + shift` a channel.
    private static final class Folded {

        private final double[] gain;
        private final double[] shift;

        private Folded(double[] gain, double[] shift) {
            this.gain = gain;
            this.shift = shift;
        }

        static Folded nothing(int channels) {
            double[] ones = new double[channels];
            Arrays.fill(ones, 1);
            return new Folded(ones, new double[channels]);
        }
    }

    private Folded folded(Layer.Norm n) {
        double[] gain = new double[n.channels()];
        double[] shift = new double[n.channels()];
        for (int i = 0; i < gain.length; i++) {
            gain[i] = of(n.gain())[i] / Math.sqrt(of(n.variance())[i] + n.epsilon());
            shift[i] = of(n.shift())[i] - gain[i] * of(n.mean())[i];
        }
        return new Folded(gain, shift);
    }

    private String conv(Layer.Conv c, String x, Folded f) {
        float[] kernels = scaled(of(c.kernels()), f);
        String w =
                tensor(
                        c.name() + ".weight",
                        kernels,
                        c.out(),
                        c.in() / c.groups(),
                        c.kernel(),
                        c.kernel());
        String b = tensor(c.name() + ".bias", floats(f.shift), c.out());
        return node(
                "Conv",
                List.of(x, w, b),
                Attributes.wholes("kernel_shape", c.kernel(), c.kernel()),
                Attributes.wholes("strides", c.stride(), c.stride()),
                Attributes.wholes("pads", c.padding(), c.padding(), c.padding(), c.padding()),
                Attributes.whole("group", c.groups()));
    }

    private static float[] scaled(float[] rows, Folded f) {
        float[] scaled = new float[rows.length];
        int each = rows.length / f.gain.length;
        for (int i = 0; i < rows.length; i++) {
            scaled[i] = (float) (rows[i] * f.gain[i / each]);
        }
        return scaled;
    }

    private String dense(Layer.Dense d, String x, Folded f) {
        double[] bias = f.shift.clone();
        d.bias()
                .map(this::of)
                .ifPresent(
                        b -> {
                            for (int i = 0; i < bias.length; i++) {
                                bias[i] += f.gain[i] * b[i];
                            }
                        });
        String w = tensor(d.name() + ".weight", scaled(of(d.matrix()), f), d.out(), d.in());
        String b = tensor(d.name() + ".bias", floats(bias), d.out());
        return node("Gemm", List.of(x, w, b), Attributes.whole("transB", 1));
    }

    private String norm(Layer.Norm n, String x) {
        String name = n.name();
        return node(
                "BatchNormalization",
                List.of(
                        x,
                        tensor(name + ".gain", of(n.gain()), n.channels()),
                        tensor(name + ".shift", of(n.shift()), n.channels()),
                        tensor(name + ".mean", of(n.mean()), n.channels()),
                        tensor(name + ".variance", of(n.variance()), n.channels())),
                Attributes.number("epsilon", (float) n.epsilon()));
    }

    private String excite(Layer.Excite e, String x) {
        String mean = node("GlobalAveragePool", List.of(x)); // (b, c, h, w) -> (b, c, 1, 1)
        String squeeze =
                tensor(e.name() + ".squeeze", of(e.squeeze()), e.squeezed(), e.channels(), 1, 1);
        String excite =
                tensor(e.name() + ".excite", of(e.excite()), e.channels(), e.squeezed(), 1, 1);
        String less = node("Relu", List.of(node("Conv", List.of(mean, squeeze))));
        String scale = node("Sigmoid", List.of(node("Conv", List.of(less, excite))));
        return node("Mul", List.of(x, scale));
    }

    float[] of(Weight weight) {
        float[] found = values.get(weight.name());
        if (found == null || found.length != weight.size()) {
            throw new IllegalArgumentException("no values for " + weight.name());
        }
        return found;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    String tensor(String name, float[] data, long... shape) {
        graph.addInitializer(Tensors.floats(name, data, shape));
        return name;
    }

    String node(String operator, List<String> inputs, AttributeProto... attributes) {
        String output = "t" + nodes++;
        graph.addNode(
                NodeProto.newBuilder()
                        .setOpType(operator)
                        .setName(output)
                        .addAllInput(inputs)
                        .addOutput(output)
                        .addAllAttribute(Arrays.asList(attributes)));
        return output;
    }

    /// A name for a constant.
    String fresh() {
        return "c" + nodes++;
    }

    /// Whole numbers in a row.
    String wholeTensor(String name, long... data) {
        graph.addInitializer(Tensors.longs(name, data));
        return name;
    }
}
