package revisage.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;

import revisage.engine.graph.Tensors;
import revisage.train.TrainingException;
import revisage.vector.SafeTensors;
import revisage.vector.Tensor;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Reads [Eyes] from a file: the first, convolutional part of an ONNX network, or VGG-19 from
/// safetensors with torchvision's names.
///
/// Of a network with residual sums all sums are features, and it looks at faces of its own side; of
/// others (VGG) the sixth activation, which in VGG-19 is relu3_2, and it looks at faces as they
/// come. Maximum pooling is read as average pooling. Both as the released code of NBNet does.
final class EyesFile {

    /// VGG-19's convolutions up to relu3_2; 0 is a pooling.
    private static final int[] VGG = {0, 2, -1, 5, 7, -1, 10, 12};

    private static final int SIXTH = 6;

    private final Path file;
    private final NDManager manager;
    private final List<Eyes.Look> looks = new ArrayList<>();
    private final List<String> sums = new ArrayList<>();
    private final List<String> activations = new ArrayList<>();
    private final Map<String, Long> channels = new HashMap<>(Map.of(Eyes.FACES, 3L));
    private OptionalInt side = OptionalInt.empty();

    private EyesFile(Path file, NDManager manager) {
        this.file = file;
        this.manager = manager;
    }

    /// @param manager owns the arrays
    /// @throws TrainingException if there is nothing to look with
    static Eyes read(Path file, NDManager manager) throws WorkException {
        var reader = new EyesFile(file, manager);
        if (String.valueOf(file.getFileName()).endsWith(".safetensors")) {
            reader.vgg();
        } else {
            reader.onnx();
        }
        List<String> features =
                reader.sums.isEmpty()
                        ? reader.activations.stream().limit(SIXTH).skip(SIXTH - 1).toList()
                        : reader.sums;
        if (features.isEmpty()) {
            throw new TrainingException(
                    "%s has no features that this program can compare.".formatted(file),
                    "Name a convolutional network: VGG-19, or one of this program's extractors.");
        }
        String last = features.getLast();
        var used = new ArrayList<Eyes.Look>();
        for (Eyes.Look look : reader.looks) {
            used.add(look);
            if (look.name().equals(last)) {
                break;
            }
        }
        return new Eyes(used, features, reader.sums.isEmpty() ? OptionalInt.empty() : reader.side);
    }

    private void vgg() throws WorkException {
        Map<String, Tensor> tensors = SafeTensors.read(file).tensors();
        String before = Eyes.FACES;
        for (int number : VGG) {
            if (number < 0) {
                looks.add(new Eyes.Look.Halved("pool" + looks.size(), before));
                pass(before, looks.getLast().name());
            } else {
                String name = "features." + number;
                NDArray kernels = array(tensors, name + ".weight");
                NDArray bias = array(tensors, name + ".bias");
                looks.add(fitting(new Eyes.Look.Conv(name, before, kernels, bias, 1, 1, 1)));
                looks.add(new Eyes.Look.Slope(name + ".relu", name, manager.create(0f)));
                pass(name, name + ".relu");
                activations.add(name + ".relu");
            }
            before = looks.getLast().name();
        }
    }

    /// What comes after a look that keeps the channels has as many.
    private void pass(String of, String name) {
        channels.put(name, channels.getOrDefault(of, 0L));
    }

    private Eyes.Look fitting(Eyes.Look.Conv conv) throws TrainingException {
        Shape kernels = conv.kernels().getShape();
        long given = channels.getOrDefault(conv.of(), 0L);
        if (kernels.dimension() != 4
                || kernels.get(1) * conv.groups() != given
                || !conv.bias().getShape().equals(new Shape(kernels.get(0)))) {
            throw new TrainingException(
                    "%s has a convolution %s of shape %s that does not fit %d channels."
                            .formatted(file, conv.name(), kernels, given),
                    "Name a VGG-19 as torchvision has it, or one of this program's extractors.");
        }
        channels.put(conv.name(), kernels.get(0));
        return conv;
    }

    private NDArray array(Map<String, Tensor> tensors, String name) throws TrainingException {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new TrainingException(
                    "%s has no tensor %s, so it is no VGG-19 as torchvision names it."
                            .formatted(file, name),
                    "Name a VGG-19 in safetensors or ONNX.");
        }
        return manager.create(
                tensor.toFloats(),
                new Shape(tensor.shape().stream().mapToLong(Long::longValue).toArray()));
    }

    private void onnx() throws WorkException {
        GraphProto graph;
        try {
            graph = ModelProto.parseFrom(Files.readAllBytes(file)).getGraph();
        } catch (IOException e) {
            throw FileException.of("read the network", file, e);
        }
        Map<String, TensorProto> constants = Tensors.constants(graph);
        String input =
                graph.getInputList().stream()
                        .filter(i -> !constants.containsKey(i.getName()))
                        .findFirst()
                        .map(
                                i -> {
                                    var dims = i.getType().getTensorType().getShape();
                                    if (dims.getDimCount() == 4 && dims.getDim(2).hasDimValue()) {
                                        side = OptionalInt.of((int) dims.getDim(2).getDimValue());
                                    }
                                    return i.getName();
                                })
                        .orElse("");
        Map<String, String> known = new HashMap<>(Map.of(input, Eyes.FACES));
        for (NodeProto node : graph.getNodeList()) {
            if (!look(node, known, constants)) {
                break;
            }
        }
    }

    /// @param known by the name of the file's tensor, the name of what was seen
    /// @return false where what follows is not for eyes
    private boolean look(
            NodeProto node, Map<String, String> known, Map<String, TensorProto> constants)
            throws TrainingException {
        String name = node.getOutputCount() == 0 ? "" : node.getOutput(0);
        if (node.getOpType().equals("Constant")) {
            return true;
        }
        String of = node.getInputCount() == 0 ? null : known.get(node.getInput(0));
        if (of == null || !plain(node)) {
            return false;
        }
        switch (node.getOpType()) {
            case "Conv" -> looks.add(fitting(conv(node, name, of, constants)));
            case "BatchNormalization" -> looks.add(scaled(node, name, of, constants));
            case "Relu" -> looks.add(new Eyes.Look.Slope(name, of, manager.create(0f)));
            case "LeakyRelu" ->
                    looks.add(
                            new Eyes.Look.Slope(
                                    name, of, manager.create(number(node, "alpha", 0.01f))));
            case "PRelu" -> {
                float[] slope = floats(node, 1, constants);
                looks.add(
                        new Eyes.Look.Slope(
                                name, of, manager.create(slope, new Shape(1, slope.length, 1, 1))));
            }
            case "Add" -> {
                String other = known.get(node.getInput(1));
                if (other == null) {
                    return false;
                }
                looks.add(new Eyes.Look.Sum(name, of, other));
                sums.add(name);
            }
            case "MaxPool", "AveragePool" -> looks.add(new Eyes.Look.Halved(name, of));
            case "Identity", "Dropout" -> {
                known.put(name, of);
                return true;
            }
            default -> {
                return false;
            }
        }
        if (looks.getLast() instanceof Eyes.Look.Slope) {
            activations.add(name);
        }
        if (!(looks.getLast() instanceof Eyes.Look.Conv)) {
            pass(of, name);
        }
        known.put(name, name);
        return true;
    }

    /// Whether a convolution or pooling is of the kinds that eyes know: alike on all sides, without
    /// holes; a pooling halves.
    private static boolean plain(NodeProto node) {
        boolean pools = node.getOpType().endsWith("Pool");
        for (AttributeProto a : node.getAttributeList()) {
            boolean alike = a.getIntsList().stream().distinct().count() <= 1;
            boolean fine =
                    switch (a.getName()) {
                        case "kernel_shape" -> alike && (!pools || a.getInts(0) == 2);
                        case "strides" -> alike && (!pools || a.getInts(0) == 2);
                        case "pads" -> alike && (!pools || a.getInts(0) == 0);
                        case "dilations" -> alike && a.getInts(0) == 1;
                        case "auto_pad" -> a.getS().toStringUtf8().equals("NOTSET");
                        case "ceil_mode" -> a.getI() == 0;
                        default -> true;
                    };
            if (!fine) {
                return false;
            }
        }
        return !pools || (whole(node, "kernel_shape", 0) == 2 && whole(node, "strides", 1) == 2);
    }

    private Eyes.Look.Conv conv(
            NodeProto node, String name, String of, Map<String, TensorProto> constants)
            throws TrainingException {
        TensorProto w = tensor(node, 1, constants);
        long[] shape = w.getDimsList().stream().mapToLong(Long::longValue).toArray();
        NDArray kernels = manager.create(floats(w), new Shape(shape));
        NDArray bias =
                node.getInputCount() > 2
                        ? manager.create(floats(node, 2, constants))
                        : manager.zeros(new Shape(shape[0]));
        return new Eyes.Look.Conv(
                name,
                of,
                kernels,
                bias,
                whole(node, "strides", 1),
                whole(node, "pads", 0),
                whole(node, "group", 1));
    }

    private Eyes.Look scaled(
            NodeProto node, String name, String of, Map<String, TensorProto> constants)
            throws TrainingException {
        float[] gain = floats(node, 1, constants).clone();
        float[] shift = floats(node, 2, constants).clone();
        float[] mean = floats(node, 3, constants);
        float[] variance = floats(node, 4, constants);
        float epsilon = number(node, "epsilon", 1e-5f);
        for (int i = 0; i < gain.length; i++) {
            gain[i] /= (float) Math.sqrt(variance[i] + epsilon);
            shift[i] -= gain[i] * mean[i];
        }
        var channelwise = new Shape(1, gain.length, 1, 1);
        return new Eyes.Look.Scaled(
                name, of, manager.create(gain, channelwise), manager.create(shift, channelwise));
    }

    private static float number(NodeProto node, String name, float usual) {
        return node.getAttributeList().stream()
                .filter(a -> a.getName().equals(name))
                .map(a -> a.getF())
                .findFirst()
                .orElse(usual);
    }

    /// The number, or the first of several.
    private static int whole(NodeProto node, String name, int usual) {
        return node.getAttributeList().stream()
                .filter(a -> a.getName().equals(name))
                .map(a -> (int) (a.getIntsCount() > 0 ? a.getInts(0) : a.getI()))
                .findFirst()
                .orElse(usual);
    }

    private float[] floats(NodeProto node, int input, Map<String, TensorProto> constants)
            throws TrainingException {
        return floats(tensor(node, input, constants));
    }

    private TensorProto tensor(NodeProto node, int input, Map<String, TensorProto> constants)
            throws TrainingException {
        TensorProto found =
                input < node.getInputCount() ? constants.get(node.getInput(input)) : null;
        if (found == null || !Tensors.isFloat(found)) {
            throw new TrainingException(
                    "%s has a %s without fixed 32-bit weights.".formatted(file, node.getOpType()),
                    "Name a network that was exported with its weights.");
        }
        return found;
    }

    private float[] floats(TensorProto tensor) throws TrainingException {
        int size =
                tensor.getDimsList().stream()
                        .mapToInt(Long::intValue)
                        .reduce(1, Math::multiplyExact);
        int listed = tensor.getFloatDataCount();
        if (listed != size && (listed > 0 || tensor.getRawData().size() != size * Float.BYTES)) {
            throw new TrainingException(
                    "%s has a tensor %s that is cut off.".formatted(file, tensor.getName()),
                    "Fetch the file again.");
        }
        return Tensors.floats(tensor);
    }
}
