package revisage.engine.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.TensorProto;

import com.google.protobuf.Message;

import revisage.engine.graph.Tensors;
import revisage.extract.ModelException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks through a parsed model for what must not reach ONNX Runtime: weights outside the file,
/// sizes that are only claimed, operator sets it does not know.
final class ModelScan {

    /// What ONNX Runtime 1.29.0 takes; a test tells when a newer one takes more.
    static final long NEWEST_OPSET = 26;

    /// As [#NEWEST_OPSET].
    static final long NEWEST_IR = 13;

    /// Values one operator may conjure up from a shape: 1 GiB of floats.
    private static final long MOST_CONJURED = 1L << 28;

    private static final Set<String> DOMAINS = Set.of("", "ai.onnx", "ai.onnx.ml", "com.microsoft");

    private final Path path;
    private final Map<String, TensorProto> constants;

    private ModelScan(Path path, ModelProto model) {
        this.path = path;
        this.constants = Tensors.constants(model.getGraph());
    }

    /// @throws ModelException with the first fault that is found
    static void check(Path path, ModelProto model) throws ModelException {
        var scan = new ModelScan(path, model);
        scan.versions(model);
        scan.walk(model);
    }

    /// Version of the default operator set.
    static Optional<Long> opset(ModelProto model) {
        return model.getOpsetImportList().stream()
                .filter(o -> o.getDomain().isEmpty() || o.getDomain().equals("ai.onnx"))
                .map(OperatorSetIdProto::getVersion)
                .findFirst();
    }

    private void versions(ModelProto model) throws ModelException {
        GraphProto graph = model.getGraph();
        long opset = opset(model).orElse(0L);
        if (graph.getNodeCount() == 0 || opset < 1 || model.getIrVersion() < 1) {
            throw refused(
                    "holds no whole network (%d operators, operator set %d)"
                            .formatted(graph.getNodeCount(), opset),
                    "Fetch the file again; it may be cut off or be no ONNX file.");
        }
        if (opset > NEWEST_OPSET || model.getIrVersion() > NEWEST_IR) {
            throw refused(
                    "needs operator set %d and format %d; this program knows up to %d and %d"
                            .formatted(opset, model.getIrVersion(), NEWEST_OPSET, NEWEST_IR),
                    "Export it with an older operator set, for example 17.");
        }
    }

    private void walk(Message message) throws ModelException {
        switch (message) {
            case TensorProto tensor -> {
                tensor(tensor);
                return;
            }
            case SparseTensorProto _ ->
                    throw refused("has sparse weights", "Export it with dense weights.");
            case NodeProto node -> node(node);
            default -> {}
        }
        for (Object value : message.getAllFields().values()) {
            if (value instanceof Message inner) {
                walk(inner);
            } else if (value instanceof List<?> many) {
                for (Object each : many) {
                    if (each instanceof Message inner) {
                        walk(inner);
                    }
                }
            }
        }
    }

    private void node(NodeProto node) throws ModelException {
        if (!DOMAINS.contains(node.getDomain())) {
            throw refused(
                    "uses the operator %s of '%s', which is not known"
                            .formatted(node.getOpType(), node.getDomain()),
                    "Export it with standard operators only.");
        }
        int shapeAt =
                switch (node.getOpType()) {
                    case "ConstantOfShape" -> 0;
                    case "Expand", "Tile" -> 1;
                    default -> -1;
                };
        if (shapeAt >= 0 && shapeAt < node.getInputCount()) {
            TensorProto shape = constants.get(node.getInput(shapeAt));
            if (shape != null && !fits(Tensors.longs(shape), MOST_CONJURED)) {
                throw refused(
                        "has an operator %s that would fill %s values"
                                .formatted(node.getOpType(), Tensors.longs(shape)),
                        "Do not use this file.");
            }
        }
    }

    private void tensor(TensorProto tensor) throws ModelException {
        if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL
                || tensor.getExternalDataCount() > 0) {
            throw refused(
                    "keeps the weights '%s' in another file".formatted(tensor.getName()),
                    "Save it with its weights inside (onnx.save with"
                            + " save_as_external_data=False).");
        }
        if (!fits(tensor.getDimsList(), ModelFile.MOST_BYTES)) {
            throw refused(
                    "has weights '%s' that claim the size %s"
                            .formatted(tensor.getName(), tensor.getDimsList()),
                    "Fetch the file again; if it stays so, do not use it.");
        }
        long claimed = Tensors.claimedBytes(tensor);
        long held = Tensors.heldBytes(tensor);
        if (claimed != held) {
            throw refused(
                    "has weights '%s' that claim %,d bytes and hold %,d"
                            .formatted(tensor.getName(), claimed, held),
                    "Fetch the file again; if it stays so, do not use it.");
        }
    }

    private static boolean fits(List<Long> shape, long most) {
        long product = 1;
        for (long side : shape) {
            if (side < 0 || (side > 0 && product > most / side)) {
                return false;
            }
            product *= side;
        }
        return true;
    }

    private ModelException refused(String fault, String remedy) {
        return new ModelException("The model %s %s.".formatted(path, fault), remedy);
    }
}
