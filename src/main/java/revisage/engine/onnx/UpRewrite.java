package revisage.engine.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;

import org.jspecify.annotations.Nullable;

import revisage.engine.graph.Attributes;
import revisage.engine.graph.Tensors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says "every pixel becomes four, then a 3x3 convolution" for fewer than half the products.
///
/// The three rows a kernel sees are only two rows of the small picture, so each of the four kinds
/// of pixel (odd or even row, odd or even column) is a 2x2 convolution of the small picture. All
/// four are one convolution with four times the channels on a grid one pixel larger, whose answers
/// are laid side by side (DepthToSpace) and lose a pixel at each edge. Exact but for rounding.
///
/// **Source** ours; Shi et al., "Is the deconvolution layer the same as a convolutional layer?",
/// arXiv 1609.07009, on the same thing from the other end.
final class UpRewrite {

    /// With fewer channels the products saved are worth less than the pixels moved.
    private static final int LEAST = 32;

    private final ModelProto model;
    private final GraphIndex index;
    private final List<NodeProto> nodes = new ArrayList<>();
    private final List<TensorProto> weights = new ArrayList<>();
    private final Set<NodeProto> said = new HashSet<>();

    private UpRewrite(ModelProto model) {
        this.model = model;
        index = new GraphIndex(model.getGraph());
    }

    /// @return the same network in other words, or empty if there is nothing to say in other words
    static Optional<ModelProto> of(ModelProto model) {
        // before 11, Resize had no sizes of pixels to speak of
        return GraphIndex.isPlain(model, 11) ? new UpRewrite(model).rewritten() : Optional.empty();
    }

    private Optional<ModelProto> rewritten() {
        GraphProto graph = model.getGraph();
        for (NodeProto node : graph.getNodeList()) {
            if (!said.contains(node) && !say(node)) {
                nodes.add(node);
            }
        }
        if (said.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                model.toBuilder()
                        .setGraph(
                                graph.toBuilder()
                                        .clearNode()
                                        .addAllNode(nodes)
                                        .addAllInitializer(weights))
                        .build());
    }

    private boolean say(NodeProto up) {
        if (!doubles(up)) {
            return false;
        }
        Optional<NodeProto> next = onlyReader(up);
        if (next.isEmpty() || !next.get().getInput(0).equals(up.getOutput(0))) {
            return false;
        }
        NodeProto conv = next.get();
        TensorProto kernels = kernels(conv);
        if (kernels == null || kernels.getDims(1) < LEAST) {
            return false;
        }
        List<String> inputs = new ArrayList<>(List.of(up.getInput(0), corners(kernels)));
        if (conv.getInputCount() > 2) {
            TensorProto bias = index.constant(conv.getInput(2));
            if (bias == null || !Tensors.isFloat(bias)) {
                return false;
            }
            inputs.add(fourTimes(Tensors.floats(bias)));
        }
        said.add(conv);
        write(conv, inputs);
        return true;
    }

    private void write(NodeProto conv, List<String> inputs) {
        String y = index.fresh();
        nodes.add(
                GraphIndex.node("Conv", y, inputs.toArray(String[]::new))
                        .addAttribute(Attributes.wholes("kernel_shape", 2, 2))
                        .addAttribute(Attributes.wholes("pads", 1, 1, 1, 1))
                        .build());
        String last = conv.getOutput(0);
        Optional<NodeProto> bend =
                onlyReader(conv)
                        .filter(n -> Set.of("Relu", "LeakyRelu").contains(n.getOpType()))
                        .filter(n -> n.getDomain().isEmpty());
        if (bend.isPresent()) { // right behind its convolution it costs nothing
            NodeProto it = bend.get();
            said.add(it);
            last = it.getOutput(0);
            String bent = index.fresh();
            nodes.add(it.toBuilder().setInput(0, y).setOutput(0, bent).build());
            y = bent;
        }
        String large = index.fresh();
        nodes.add(
                GraphIndex.node("DepthToSpace", large, y)
                        .addAttribute(Attributes.whole("blocksize", 2))
                        .build());
        nodes.add(
                GraphIndex.node("Slice", last, large, wholes(1, 1), wholes(-1, -1), wholes(2, 3))
                        .build());
    }

    private Optional<NodeProto> onlyReader(NodeProto node) {
        String value = node.getOutput(0);
        List<NodeProto> all = index.readers(value);
        return all.size() == 1 && !index.isOutput(value)
                ? Optional.of(all.getFirst())
                : Optional.empty();
    }

    private boolean doubles(NodeProto node) {
        if (!node.getOpType().equals("Resize")
                || !node.getDomain().isEmpty()
                || node.getInputCount() != 3
                || !text(node, "mode", "nearest").equals("nearest")
                || !text(node, "coordinate_transformation_mode", "half_pixel").equals("asymmetric")
                || !text(node, "nearest_mode", "round_prefer_floor").equals("floor")) {
            return false;
        }
        TensorProto scales = index.constant(node.getInput(2));
        return scales != null
                && Tensors.isFloat(scales)
                && Arrays.equals(Tensors.floats(scales), new float[] {1, 1, 2, 2});
    }

    private static String text(NodeProto node, String name, String otherwise) {
        return node.getAttributeList().stream()
                .filter(a -> a.getName().equals(name))
                .map(a -> a.getS().toStringUtf8())
                .findFirst()
                .orElse(otherwise);
    }

    /// Of a 3x3 convolution of step 1 that keeps the side.
    private @Nullable TensorProto kernels(NodeProto conv) {
        boolean plain =
                conv.getOpType().equals("Conv")
                        && conv.getDomain().isEmpty()
                        && conv.getInputCount() > 1
                        && conv.getAttributeList().stream().allMatch(UpRewrite::isPlain)
                        && conv.getAttributeList().stream()
                                .anyMatch(a -> a.getName().equals("pads"));
        TensorProto w = plain ? index.constant(conv.getInput(1)) : null;
        boolean fits =
                w != null
                        && Tensors.isFloat(w)
                        && w.getDimsCount() == 4
                        && w.getDims(2) == 3
                        && w.getDims(3) == 3;
        return fits ? w : null;
    }

    private static boolean isPlain(AttributeProto a) {
        return switch (a.getName()) {
            case "kernel_shape" -> a.getIntsList().equals(List.of(3L, 3L));
            case "pads" -> a.getIntsList().equals(List.of(1L, 1L, 1L, 1L));
            case "strides", "dilations" -> a.getIntsList().equals(List.of(1L, 1L));
            case "group" -> a.getI() == 1;
            case "auto_pad" -> a.getS().toStringUtf8().equals("NOTSET");
            default -> false;
        };
    }

    /// `(m, c, 3, 3) -> (4 m, c, 2, 2)`: the rows of a kernel that fall on the same small row are
    /// added up, and so the columns.
    private String corners(TensorProto kernels) {
        int m = Math.toIntExact(kernels.getDims(0));
        int c = Math.toIntExact(kernels.getDims(1));
        float[] k = Tensors.floats(kernels);
        float[] out = new float[16 * m * c];
        int at = 0;
        for (int corner = 0; corner < 4; corner++) {
            for (int pair = 0; pair < m * c; pair++) {
                for (int tap = 0; tap < 4; tap++) {
                    double sum = 0;
                    for (int small = 0; small < 4; small++) {
                        int y = small / 2 - corner / 2 + tap / 2 * 2;
                        int x = small % 2 - corner % 2 + tap % 2 * 2;
                        sum += y < 0 || y > 2 || x < 0 || x > 2 ? 0 : k[pair * 9 + y * 3 + x];
                    }
                    out[at++] = (float) sum;
                }
            }
        }
        return weight(out, 4L * m, c, 2, 2);
    }

    private String fourTimes(float[] bias) {
        float[] out = new float[4 * bias.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = bias[i % bias.length];
        }
        return weight(out, out.length);
    }

    private String weight(float[] values, long... shape) {
        String name = index.fresh();
        weights.add(Tensors.floats(name, values, shape));
        return name;
    }

    private String wholes(long... values) {
        String name = index.fresh();
        weights.add(Tensors.longs(name, values));
        return name;
    }
}
