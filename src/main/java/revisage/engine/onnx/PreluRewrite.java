package revisage.engine.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;

import revisage.engine.graph.Attributes;
import revisage.engine.graph.Tensors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says PReLU in words that ONNX Runtime is quick at on a CPU: three times the faces a second for a
/// MobileFaceNet.
///
/// PReLU throws the data out of the blocked layout (NCHWc) the convolutions work in;
/// BatchNormalization, Relu and Add stay in it. With a slope `a` a channel, exactly:
///
/// - `a <= 1`: `PReLU(x) = a x + Relu((1 - a) x)`
/// - `a > 1`: `-PReLU(x) = -a x + Relu((a - 1) x)`, and the convolutions that read the channel get
///   the opposite sign in their weights
///
/// where `a x` is a BatchNormalization with mean 0 and variance 1. Where something other than a
/// convolution reads the answer, slopes above 1 take one pass more: `a x + (1 - a) Relu(x)`. One
/// slope for all channels is a LeakyRelu.
///
/// **Source** performance.md finding 1 for slopes up to 1; the sign for those above is our own (a
/// third of the channels of one real extractor have them).
final class PreluRewrite {

    private final ModelProto model;
    private final GraphIndex index;
    private final List<NodeProto> nodes = new ArrayList<>();
    private final List<TensorProto> weights = new ArrayList<>();
    private final Map<String, boolean[]> flipped = new HashMap<>();

    private PreluRewrite(ModelProto model) {
        this.model = model;
        index = new GraphIndex(model.getGraph());
    }

    /// @return the same network in other words, or empty if there is nothing to say in other words
    static Optional<ModelProto> of(ModelProto model) {
        // before 7, BatchNormalization meant something else
        boolean plain = GraphIndex.isPlain(model, 7);
        return plain ? new PreluRewrite(model).rewritten() : Optional.empty();
    }

    private Optional<ModelProto> rewritten() {
        GraphProto graph = model.getGraph();
        boolean changed = false;
        for (NodeProto node : graph.getNodeList()) {
            boolean said =
                    node.getOpType().equals("PRelu") && node.getDomain().isEmpty() && say(node);
            changed |= said;
            if (!said) {
                nodes.add(node);
            }
        }
        if (!changed) {
            return Optional.empty();
        }
        List<NodeProto> all = nodes.stream().map(this::withSigns).toList();
        return Optional.of(
                model.toBuilder()
                        .setGraph(
                                graph.toBuilder()
                                        .clearNode()
                                        .addAllNode(all)
                                        .addAllInitializer(weights))
                        .build());
    }

    private boolean say(NodeProto prelu) {
        TensorProto slope = index.constant(prelu.getInput(1));
        if (slope == null || !Tensors.isFloat(slope)) {
            return false;
        }
        float[] a = Tensors.floats(slope);
        if (a.length == 1) {
            nodes.add(
                    GraphIndex.node("LeakyRelu", prelu.getOutput(0), prelu.getInput(0))
                            .addAttribute(Attributes.number("alpha", a[0]))
                            .build());
            return true;
        }
        List<Long> shape = slope.getDimsList();
        int axes = shape.size();
        boolean aChannel = axes >= 3 && axes <= 4 && shape.get(axes - 3) == a.length;
        if (!aChannel) {
            return false;
        }
        String x = prelu.getInput(0);
        String y = prelu.getOutput(0);
        boolean steep = anyAboveOne(a);
        if (steep && !canFlip(y, a.length)) {
            String right = scaled(add("Relu", x), a.length, c -> 1 - a[c]);
            nodes.add(GraphIndex.node("Add", y, scaled(x, a.length, c -> a[c]), right).build());
            return true;
        }
        if (steep) {
            boolean[] signs = new boolean[a.length];
            for (int c = 0; c < a.length; c++) {
                signs[c] = a[c] > 1;
            }
            flipped.put(y, signs);
        }
        String bent = add("Relu", scaled(x, a.length, c -> Math.abs(1 - a[c])));
        nodes.add(
                GraphIndex.node("Add", y, bent, scaled(x, a.length, c -> a[c] > 1 ? -a[c] : a[c]))
                        .build());
        return true;
    }

    private static boolean anyAboveOne(float[] a) {
        for (float each : a) {
            if (each > 1) {
                return true;
            }
        }
        return false;
    }

    /// Whether only convolutions with fixed weights read the value, as their picture.
    private boolean canFlip(String value, int channels) {
        return !index.isOutput(value)
                && index.readers(value).stream()
                        .allMatch(
                                r -> {
                                    TensorProto w =
                                            r.getInputCount() > 1
                                                    ? index.constant(r.getInput(1))
                                                    : null;
                                    return r.getOpType().equals("Conv")
                                            && r.getDomain().isEmpty()
                                            && r.getInput(0).equals(value)
                                            && r.getInputList().stream()
                                                            .filter(value::equals)
                                                            .count()
                                                    == 1
                                            && w != null
                                            && Tensors.isFloat(w)
                                            && w.getDimsCount() > 2
                                            && w.getDims(1) * groups(r) == channels;
                                });
    }

    private NodeProto withSigns(NodeProto node) {
        boolean[] signs = node.getOpType().equals("Conv") ? flipped.get(node.getInput(0)) : null;
        TensorProto w = signs == null ? null : index.constant(node.getInput(1));
        if (signs == null || w == null) {
            return node;
        }
        float[] values = Tensors.floats(w); // (m, c / groups, kernel)
        int filters = Math.toIntExact(w.getDims(0));
        int seen = Math.toIntExact(w.getDims(1));
        int kernel = values.length / filters / seen;
        int filtersAGroup = Math.toIntExact(filters / groups(node));
        for (int m = 0; m < filters; m++) {
            for (int j = 0; j < seen; j++) {
                if (signs[m / filtersAGroup * seen + j]) {
                    int from = (m * seen + j) * kernel;
                    for (int k = from; k < from + kernel; k++) {
                        values[k] = -values[k];
                    }
                }
            }
        }
        String name = index.fresh();
        long[] shape = w.getDimsList().stream().mapToLong(Long::longValue).toArray();
        weights.add(Tensors.floats(name, values, shape));
        return node.toBuilder().setInput(1, name).build();
    }

    private static long groups(NodeProto conv) {
        return conv.getAttributeList().stream()
                .filter(a -> a.getName().equals("group"))
                .map(AttributeProto::getI)
                .findFirst()
                .orElse(1L);
    }

    private String scaled(String x, int channels, java.util.function.IntToDoubleFunction factor) {
        float[] scale = new float[channels];
        float[] ones = new float[channels];
        for (int c = 0; c < channels; c++) {
            scale[c] = (float) factor.applyAsDouble(c);
        }
        Arrays.fill(ones, 1);
        String zero = weight(new float[channels]);
        String y = index.fresh();
        nodes.add(
                GraphIndex.node("BatchNormalization", y, x, weight(scale), zero, zero, weight(ones))
                        .addAttribute(Attributes.number("epsilon", 0))
                        .build());
        return y;
    }

    private String weight(float[] values) {
        String name = index.fresh();
        weights.add(Tensors.floats(name, values, values.length));
        return name;
    }

    private String add(String operator, String input) {
        String y = index.fresh();
        nodes.add(GraphIndex.node(operator, y, input).build());
        return y;
    }
}
