package revisage.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import revisage.engine.graph.Attributes;
import revisage.engine.graph.Tensors;
import revisage.extract.DeviceChoice;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// The quick words against the slow truth.
class UpRewriteTest {

    private static final int IN = 32;
    private static final int OUT = 5;
    private static final int SIDE = 3;

    /// Every pixel four times, a convolution, a bend: `(n, 32, 3, 3) -> (n, 5, 6, 6)`.
    private static ModelProto network(int in, String nearest, boolean bent) {
        var dice = new Random(5);
        var g = GraphProto.newBuilder().setName("up");
        g.addInput(TinyModels.port("x", -1, in, SIDE, SIDE));
        g.addOutput(TinyModels.port("y", -1, OUT, 2 * SIDE, 2 * SIDE));
        g.addInitializer(Tensors.floats("scales", new float[] {1, 1, 2, 2}, 4));
        g.addInitializer(Tensors.floats("k", some(dice, OUT * in * 9), OUT, in, 3, 3));
        g.addInitializer(Tensors.floats("b", some(dice, OUT), OUT));
        g.addNode(
                GraphIndex.node("Resize", "u", "x", "", "scales")
                        .addAttribute(Attributes.text("mode", "nearest"))
                        .addAttribute(
                                Attributes.text("coordinate_transformation_mode", "asymmetric"))
                        .addAttribute(Attributes.text("nearest_mode", nearest)));
        g.addNode(
                GraphIndex.node("Conv", bent ? "c" : "y", "u", "k", "b")
                        .addAttribute(Attributes.wholes("kernel_shape", 3, 3))
                        .addAttribute(Attributes.wholes("pads", 1, 1, 1, 1)));
        if (bent) {
            g.addNode(
                    GraphIndex.node("LeakyRelu", "y", "c")
                            .addAttribute(Attributes.number("alpha", 0.2f)));
        }
        return TinyModels.model(g);
    }

    private static float[] some(Random dice, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) dice.nextGaussian();
        }
        return values;
    }

    private static float[] answers(ModelProto model, int n) throws Exception {
        float[] x = some(new Random(6), n * IN * SIDE * SIDE);
        try (OrtSession session = OnnxSession.open(model, DeviceChoice.CPU, 1).session();
                OnnxTensor tensor =
                        OnnxTensor.createTensor(
                                SilentRuntime.environment(),
                                FloatBuffer.wrap(x),
                                new long[] {n, IN, SIDE, SIDE});
                OrtSession.Result result = session.run(Map.of("x", tensor))) {
            float[] out = new float[n * OUT * 4 * SIDE * SIDE];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(out);
            return out;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theRewrittenNetworkMakesTheSamePicture(boolean bent) throws Exception {
        ModelProto plain = network(IN, "floor", bent);
        ModelProto quick = UpRewrite.of(plain).orElseThrow();
        List<String> operators =
                quick.getGraph().getNodeList().stream().map(NodeProto::getOpType).toList();
        assertEquals(
                bent
                        ? List.of("Conv", "LeakyRelu", "DepthToSpace", "Slice")
                        : List.of("Conv", "DepthToSpace", "Slice"),
                operators);
        for (int n : new int[] {1, 3}) {
            // 1e-4: 288 float sums of numbers around 1, of which the answer is around 17
            assertArrayEquals(answers(plain, n), answers(quick, n), 1e-4f);
        }
    }

    @Test
    void whatItDoesNotUnderstandIsLeftAlone() {
        assertTrue(UpRewrite.of(network(IN, "ceil", true)).isEmpty());
        assertTrue(UpRewrite.of(network(8, "floor", true)).isEmpty()); // not worth it
        ModelProto twice = network(IN, "floor", true);
        GraphProto.Builder graph = twice.getGraph().toBuilder();
        graph.addNode(GraphIndex.node("Relu", "z", "u")); // the large picture is read again
        assertTrue(UpRewrite.of(twice.toBuilder().setGraph(graph).build()).isEmpty());
        ModelProto apart = network(IN, "floor", false);
        GraphProto.Builder stepping = apart.getGraph().toBuilder();
        stepping.getNodeBuilder(1).addAttribute(Attributes.wholes("strides", 2, 2));
        assertTrue(UpRewrite.of(apart.toBuilder().setGraph(stepping).build()).isEmpty());
    }
}
