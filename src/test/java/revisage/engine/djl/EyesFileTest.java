package revisage.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.engine.graph.Attributes;
import revisage.vector.SafeTensors;
import revisage.vector.Tensor;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// VGG-19 with random weights, as torchvision names and exports it, up to its sixth convolution and
/// one more.
class EyesFileTest {

    private static final int SIDE = 8;

    /// Number in torchvision's list, channels in, channels out; a pooling has none.
    private static final List<int[]> LAYERS =
            List.of(
                    new int[] {0, 3, 64},
                    new int[] {2, 64, 64},
                    new int[] {4},
                    new int[] {5, 64, 128},
                    new int[] {7, 128, 128},
                    new int[] {9},
                    new int[] {10, 128, 256},
                    new int[] {12, 256, 256},
                    new int[] {14, 256, 8});

    @TempDir private Path folder;

    private static Map<String, float[]> weights() {
        var dice = new Random(19);
        var weights = new HashMap<String, float[]>();
        for (int[] layer : LAYERS) {
            if (layer.length > 1) {
                float[] kernels = new float[layer[2] * layer[1] * 9];
                for (int i = 0; i < kernels.length; i++) {
                    kernels[i] = (float) (dice.nextGaussian() * Math.sqrt(2.0 / (9 * layer[1])));
                }
                float[] bias = new float[layer[2]];
                for (int i = 0; i < bias.length; i++) {
                    bias[i] = (float) (0.1 * dice.nextGaussian());
                }
                weights.put("features.%d.weight".formatted(layer[0]), kernels);
                weights.put("features.%d.bias".formatted(layer[0]), bias);
            }
        }
        return weights;
    }

    private static float[] values(Map<String, float[]> weights, String name) {
        return weights.getOrDefault(name, new float[0]);
    }

    private static float[] faces() {
        var dice = new Random(3);
        float[] pixels = new float[2 * 3 * SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = dice.nextFloat(-1, 1);
        }
        return pixels;
    }

    /// relu3_2 by plain loops: six convolutions, two means of four.
    private static double[] slowly(Map<String, float[]> weights, float[] faces, int face) {
        double[] x = new double[3 * SIDE * SIDE];
        for (int i = 0; i < x.length; i++) {
            x[i] = faces[face * x.length + i];
        }
        int side = SIDE;
        for (int[] layer : LAYERS.subList(0, 8)) {
            if (layer.length == 1) {
                side /= 2;
                x = halved(x, side);
            } else {
                x =
                        convolved(
                                x,
                                layer[1],
                                layer[2],
                                side,
                                values(weights, "features.%d.weight".formatted(layer[0])),
                                values(weights, "features.%d.bias".formatted(layer[0])));
            }
        }
        return x;
    }

    private static double[] halved(double[] x, int side) {
        double[] y = new double[x.length / 4];
        for (int i = 0; i < y.length; i++) {
            int c = i / (side * side);
            int at = c * 4 * side * side + i / side % side * 4 * side + i % side * 2;
            y[i] = (x[at] + x[at + 1] + x[at + 2 * side] + x[at + 2 * side + 1]) / 4;
        }
        return y;
    }

    private static double[] convolved(
            double[] x, int in, int out, int side, float[] kernels, float[] bias) {
        double[] y = new double[out * side * side];
        for (int i = 0; i < y.length; i++) {
            int o = i / (side * side);
            double sum = bias[o];
            for (int k = 0; k < in * 9; k++) {
                int row = i / side % side + k % 9 / 3 - 1;
                int column = i % side + k % 3 - 1;
                if (row >= 0 && row < side && column >= 0 && column < side) {
                    sum += kernels[o * in * 9 + k] * x[(k / 9 * side + row) * side + column];
                }
            }
            y[i] = Math.max(0, sum);
        }
        return y;
    }

    private Path safetensors(Map<String, float[]> weights) throws Exception {
        var tensors = new TreeMap<String, Tensor>();
        for (int[] layer : LAYERS) {
            if (layer.length > 1) {
                String name = "features." + layer[0];
                float[] kernels = values(weights, name + ".weight");
                long in = kernels.length / (9L * layer[2]);
                tensors.put(name + ".weight", Tensor.floats(kernels, layer[2], in, 3, 3));
                tensors.put(
                        name + ".bias", Tensor.floats(values(weights, name + ".bias"), layer[2]));
            }
        }
        tensors.put("classifier.0.bias", Tensor.floats(new float[4], 4));
        Path file = folder.resolve("vgg19.safetensors");
        SafeTensors.write(file, new TreeMap<>(), tensors);
        return file;
    }

    /// As PyTorch exports it for pictures of 224 pixels.
    private Path onnx(Map<String, float[]> weights, int pool) throws Exception {
        var graph = GraphProto.newBuilder().addInput(input());
        String before = "input";
        for (int[] layer : LAYERS) {
            String name = "features." + layer[0];
            if (layer.length == 1) {
                graph.addNode(
                        node("MaxPool", name, before)
                                .addAttribute(Attributes.whole("ceil_mode", 0))
                                .addAttribute(Attributes.wholes("kernel_shape", pool, pool))
                                .addAttribute(Attributes.wholes("pads", 0, 0, 0, 0))
                                .addAttribute(Attributes.wholes("strides", 2, 2)));
                before = name;
                continue;
            }
            graph.addInitializer(
                    tensor(name + ".weight", values(weights, name + ".weight"), layer[2], layer[1])
                            .addDims(3)
                            .addDims(3));
            graph.addInitializer(tensor(name + ".bias", values(weights, name + ".bias"), layer[2]));
            graph.addNode(
                    node("Conv", name, before, name + ".weight", name + ".bias")
                            .addAttribute(Attributes.wholes("dilations", 1, 1))
                            .addAttribute(Attributes.whole("group", 1))
                            .addAttribute(Attributes.wholes("kernel_shape", 3, 3))
                            .addAttribute(Attributes.wholes("pads", 1, 1, 1, 1))
                            .addAttribute(Attributes.wholes("strides", 1, 1)));
            graph.addNode(node("Relu", name + ".relu", name));
            before = name + ".relu";
        }
        graph.addNode(node("Flatten", "flat", before));
        Path file = folder.resolve("vgg19-%d.onnx".formatted(pool));
        Files.write(file, ModelProto.newBuilder().setGraph(graph).build().toByteArray());
        return file;
    }

    private static ValueInfoProto input() {
        var shape = TensorShapeProto.newBuilder();
        for (int n : new int[] {1, 3, 224, 224}) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(n));
        }
        return ValueInfoProto.newBuilder()
                .setName("input")
                .setType(
                        TypeProto.newBuilder()
                                .setTensorType(TypeProto.Tensor.newBuilder().setShape(shape)))
                .build();
    }

    private static NodeProto.Builder node(String kind, String name, String... inputs) {
        return NodeProto.newBuilder().setOpType(kind).addAllInput(List.of(inputs)).addOutput(name);
    }

    private static TensorProto.Builder tensor(String name, float[] values, long... shape) {
        var tensor =
                TensorProto.newBuilder()
                        .setName(name)
                        .setDataType(TensorProto.DataType.FLOAT.getNumber());
        for (long side : shape) {
            tensor.addDims(side);
        }
        for (float value : values) {
            tensor.addFloatData(value);
        }
        return tensor;
    }

    /// Also: the file's 224 pixels are not asked for, faces are looked at as they come.
    @Test
    void bothFilesSeeReluThreeTwoAsPlainLoopsDo() throws Exception {
        Map<String, float[]> weights = weights();
        float[] faces = faces();
        for (Path file : List.of(safetensors(weights), onnx(weights, 2))) {
            try (NDManager m = Tiny.engine().newBaseManager(Device.cpu())) {
                Eyes eyes = EyesFile.read(file, m);
                List<NDArray> seen = eyes.of(m.create(faces, new Shape(2, 3, SIDE, SIDE)));
                assertEquals(1, seen.size());
                assertEquals(new Shape(2, 256, 2, 2), seen.getFirst().getShape());
                float[] found = seen.getFirst().toFloatArray();
                for (int face = 0; face < 2; face++) {
                    double[] truth = slowly(weights, faces, face);
                    assertTrue(java.util.Arrays.stream(truth).max().orElseThrow() > 0.1);
                    for (int i = 0; i < truth.length; i++) {
                        // Six layers of sums of up to 2,304 products of 32 bits.
                        assertEquals(truth[i], found[face * truth.length + i], 1e-4, "value " + i);
                    }
                }
            }
        }
    }

    @Test
    void nothingIsSeenBehindTheSixthActivation() throws Exception {
        try (NDManager m = Tiny.engine().newBaseManager(Device.cpu())) {
            Eyes eyes = EyesFile.read(onnx(weights(), 2), m);
            assertEquals(List.of("features.12.relu"), eyes.features());
            assertEquals("features.12.relu", eyes.looks().getLast().name());
        }
    }

    private static String refused(Path file) {
        try (NDManager m = Tiny.engine().newBaseManager(Device.cpu())) {
            String sentence =
                    assertThrows(WorkException.class, () -> EyesFile.read(file, m)).getMessage();
            assertTrue(sentence.contains(String.valueOf(file.getFileName())), sentence);
            assertEquals(1, sentence.lines().count(), sentence);
            return sentence;
        }
    }

    @Test
    void whatHasNoSuchTensorIsRefused() throws Exception {
        Path file = folder.resolve("other.safetensors");
        SafeTensors.write(
                file, new TreeMap<>(), Map.of("conv1.weight", Tensor.floats(new float[2], 2)));
        assertTrue(refused(file).contains("no tensor features.0.weight"));
    }

    @Test
    void aConvolutionThatDoesNotFitIsRefused() throws Exception {
        Map<String, float[]> weights = weights();
        weights.put("features.5.weight", new float[128 * 32 * 9]);
        assertTrue(refused(safetensors(weights)).contains("does not fit 64 channels"));
    }

    @Test
    void aCutOffFileIsRefused() throws Exception {
        Path whole = safetensors(weights());
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.safetensors");
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        refused(cut);
    }

    @Test
    void whatIsNoNetworkIsRefused() throws Exception {
        Path text = folder.resolve("text.onnx");
        Files.writeString(text, "not a network");
        refused(text);
        Path empty = folder.resolve("empty.onnx");
        Files.write(empty, new byte[0]);
        assertTrue(refused(empty).contains("no features"));
    }

    /// A pooling of three would be another network: what lies behind it is not read.
    @Test
    void poolingThatDoesNotHalveEndsTheSight() throws Exception {
        assertTrue(refused(onnx(weights(), 3)).contains("no features"));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        refused(folder.resolve("nowhere.onnx"));
    }
}
