package revisage.engine.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

import org.jspecify.annotations.Nullable;

import revisage.engine.graph.Tensors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a graph holds by name, and words for what is put into it: for those who say a part of a
/// network otherwise.
final class GraphIndex {

    private final Map<String, TensorProto> constants;
    private final Map<String, List<NodeProto>> readers = new HashMap<>();
    private final Set<String> outputs;
    private final Set<String> names;
    private int made;

    GraphIndex(GraphProto graph) {
        constants = Tensors.constants(graph);
        for (NodeProto node : graph.getNodeList()) {
            for (String input : Set.copyOf(node.getInputList())) {
                readers.computeIfAbsent(input, _ -> new ArrayList<>()).add(node);
            }
        }
        outputs =
                graph.getOutputList().stream()
                        .map(ValueInfoProto::getName)
                        .collect(Collectors.toSet());
        names =
                Stream.concat(
                                graph.getInitializerList().stream().map(TensorProto::getName),
                                graph.getNodeList().stream()
                                        .flatMap(
                                                n ->
                                                        Stream.concat(
                                                                n.getInputList().stream(),
                                                                n.getOutputList().stream())))
                        .collect(Collectors.toSet());
    }

    /// Whether the operators are at least of this age, and none holds a graph of its own.
    static boolean isPlain(ModelProto model, long opset) {
        return ModelScan.opset(model).orElse(0L) >= opset
                && model.getGraph().getNodeList().stream()
                        .flatMap(n -> n.getAttributeList().stream())
                        .noneMatch(a -> a.hasG() || a.getGraphsCount() > 0);
    }

    @Nullable TensorProto constant(String name) {
        return constants.get(name);
    }

    /// Each node once.
    List<NodeProto> readers(String value) {
        return readers.getOrDefault(value, List.of());
    }

    boolean isOutput(String value) {
        return outputs.contains(value);
    }

    /// A name that nothing has.
    String fresh() {
        String name;
        do {
            name = "revisage_" + made++;
        } while (!names.add(name));
        return name;
    }

    static NodeProto.Builder node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(output);
    }
}
