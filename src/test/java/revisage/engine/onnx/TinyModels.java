package revisage.engine.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

import revisage.engine.graph.Attributes;
import revisage.engine.graph.Tensors;
import revisage.extract.CardFiles;
import revisage.extract.ModelCard;
import revisage.work.Sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/// Extractors of a few kilobytes with random weights, so that tests need no file from anywhere.
public final class TinyModels {

    static final int DIMENSION = 8;

    private TinyModels() {}

    /// Convolutions, PReLUs with slopes of all kinds, a residual sum, a mean: `(n, 3, 112, 112) ->
    /// (n, 8)`.
    ///
    /// @param steep whether slopes above 1 occur
    static ModelProto network(boolean steep) {
        var g = GraphProto.newBuilder().setName("tiny");
        g.addInput(port("x", -1, 3, 112, 112)).addOutput(port("y", -1, DIMENSION));
        var dice = new Random(7);
        conv(g, dice, "x", "c1", 16, 3, 3, 4, 1);
        prelu(g, dice, "c1", "p1", steep, 16);
        conv(g, dice, "p1", "c2", 16, 1, 3, 1, 16);
        prelu(g, dice, "c2", "p2", steep, 16);
        conv(g, dice, "p2", "c3", 16, 8, 1, 1, 2);
        prelu(g, dice, "c3", "p3", steep, 16); // read by a sum: cannot change its sign
        g.addNode(node("Add", "s", "p3", "c1"));
        prelu(g, dice, "s", "p4", steep, 1);
        conv(g, dice, "p4", "c4", DIMENSION, 16, 1, 1, 1);
        g.addNode(node("GlobalAveragePool", "m", "c4"));
        g.addNode(node("Flatten", "y", "m"));
        return model(g);
    }

    /// Mean colours of 49 squares, mixed at random: `(n, 3, 112, 112) -> (n, 16)`. Writes the card
    /// beside it.
    public static void writeSquares(Path file) throws Exception {
        var dice = new Random(11);
        float[] mix = new float[147 * 16];
        for (int i = 0; i < mix.length; i++) {
            mix[i] = (float) dice.nextGaussian();
        }
        var g =
                GraphProto.newBuilder()
                        .setName("squares")
                        .addInput(port("x", -1, 3, 112, 112))
                        .addOutput(port("y", -1, 16))
                        .addNode(
                                node("AveragePool", "a", "x")
                                        .addAttribute(Attributes.wholes("kernel_shape", 16, 16))
                                        .addAttribute(Attributes.wholes("strides", 16, 16)))
                        .addNode(node("Flatten", "f", "a"))
                        .addNode(node("MatMul", "y", "f", "w"))
                        .addInitializer(weights("w", mix, 147L, 16L));
        write(file, model(g));
        CardFiles.write(card(file, 16), CardFiles.beside(file));
    }

    static ModelProto model(GraphProto.Builder graph) {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .setProducerName("tests")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph)
                .build();
    }

    /// Averages the picture's colours: `(n, 3, h, w) -> (n, 3)`.
    static GraphProto.Builder colours(long... inputShape) {
        return GraphProto.newBuilder()
                .setName("colours")
                .addInput(port("x", inputShape))
                .addOutput(port("y", inputShape[0], 3))
                .addNode(node("GlobalAveragePool", "m", "x"))
                .addNode(node("Flatten", "y", "m"));
    }

    static NodeProto.Builder node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(List.of(inputs))
                .addOutput(output);
    }

    /// @param shape -1 where any size goes
    static ValueInfoProto port(String name, long... shape) {
        var sides = TensorShapeProto.newBuilder();
        for (long side : shape) {
            var axis = TensorShapeProto.Dimension.newBuilder();
            sides.addDim(side < 0 ? axis : axis.setDimValue(side));
        }
        return Tensors.port(name, sides);
    }

    static TensorProto weights(String name, float[] values, long... shape) {
        return Tensors.floats(name, values, shape);
    }

    private static void conv(
            GraphProto.Builder g,
            Random dice,
            String x,
            String y,
            int filters,
            int seen,
            int kernel,
            int stride,
            int groups) {
        float[] w = new float[filters * seen * kernel * kernel];
        for (int i = 0; i < w.length; i++) {
            w[i] = (float) (dice.nextGaussian() / Math.sqrt(seen * kernel * kernel));
        }
        g.addInitializer(weights(y + "_w", w, filters, seen, kernel, kernel));
        int pad = kernel / 2;
        g.addNode(
                node("Conv", y, x, y + "_w")
                        .addAttribute(Attributes.wholes("kernel_shape", kernel, kernel))
                        .addAttribute(Attributes.wholes("strides", stride, stride))
                        .addAttribute(Attributes.wholes("pads", pad, pad, pad, pad))
                        .addAttribute(Attributes.whole("group", groups)));
    }

    private static void prelu(
            GraphProto.Builder g, Random dice, String x, String y, boolean steep, int slopes) {
        float[] a = new float[slopes];
        for (int c = 0; c < slopes; c++) {
            a[c] = (float) (dice.nextDouble() * (steep ? 5 : 2) - 1);
        }
        a[0] = 1;
        g.addInitializer(
                slopes == 1
                        ? weights(y + "_a", new float[] {0.3f}, 1)
                        : weights(y + "_a", a, slopes, 1, 1));
        g.addNode(node("PRelu", y, x, y + "_a"));
    }

    static Path write(Path file, ModelProto model) throws IOException {
        return Files.write(file, model.toByteArray());
    }

    /// The card of a model with input `x` and output `y` on whole faces, scaled to -1..1.
    static ModelCard card(Path model, int dimension) throws Exception {
        return card(model, dimension, i -> i);
    }

    static ModelCard card(Path model, int dimension, UnaryOperator<ModelCard.Input> input)
            throws Exception {
        return new ModelCard(
                "tiny",
                Sha256.of(model),
                input.apply(input(112, 112, ModelCard.Crop.WHOLE, ModelCard.Layout.NCHW)),
                new ModelCard.Output("y", dimension, false, "cosine"),
                "Apache-2.0",
                "this test",
                Optional.empty());
    }

    static ModelCard.Input input(
            int width, int height, ModelCard.Crop crop, ModelCard.Layout layout) {
        List<Double> middle = List.of(127.5, 127.5, 127.5);
        return new ModelCard.Input(
                "x", width, height, crop, ModelCard.Channels.RGB, layout, middle, middle);
    }
}
