package revisage.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import revisage.extract.DeviceChoice;

import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Random;

/// The quick words against the slow truth.
class PreluRewriteTest {

    private static float[] answers(ModelProto model, int faces) throws Exception {
        float[] pixels = new float[faces * 3 * 112 * 112];
        var dice = new Random(3);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) dice.nextGaussian();
        }
        try (OrtSession session = OnnxSession.open(model, DeviceChoice.CPU, 1).session();
                OnnxTensor x =
                        OnnxTensor.createTensor(
                                SilentRuntime.environment(),
                                FloatBuffer.wrap(pixels),
                                new long[] {faces, 3, 112, 112});
                OrtSession.Result result = session.run(Map.of("x", x))) {
            float[] out = new float[faces * TinyModels.DIMENSION];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(out);
            return out;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theRewrittenNetworkAnswersTheSame(boolean steep) throws Exception {
        ModelProto plain = TinyModels.network(steep);
        ModelProto quick = PreluRewrite.of(plain).orElseThrow();
        assertTrue(
                quick.getGraph().getNodeList().stream()
                        .noneMatch(n -> n.getOpType().equals("PRelu")));
        for (int faces : new int[] {1, 3}) {
            float[] truth = answers(plain, faces);
            // 1e-5: a few hundred float sums of numbers around 1
            assertArrayEquals(truth, answers(quick, faces), 1e-5f);
        }
    }

    @Test
    void steepSlopesCostNoPassMoreWhereOnlyConvolutionsRead() {
        // Two of three PReLUs a channel are read by convolutions (2 scalings), one by a sum.
        for (boolean steep : new boolean[] {false, true}) {
            GraphProto quick = PreluRewrite.of(TinyModels.network(steep)).orElseThrow().getGraph();
            assertEquals(6, count(quick, "BatchNormalization"));
            assertEquals(3, count(quick, "Relu"));
            assertEquals(1, count(quick, "LeakyRelu"));
        }
    }

    private static long count(GraphProto graph, String operator) {
        return graph.getNodeList().stream().filter(n -> n.getOpType().equals(operator)).count();
    }

    @Test
    void whatItDoesNotUnderstandIsLeftAlone() {
        assertTrue(
                PreluRewrite.of(TinyModels.model(TinyModels.colours(-1, 3, 112, 112))).isEmpty());
        ModelProto network = TinyModels.network(true);
        ModelProto old =
                network.toBuilder()
                        .setOpsetImport(0, OperatorSetIdProto.newBuilder().setVersion(6))
                        .build();
        assertTrue(PreluRewrite.of(old).isEmpty());
        // A slope that comes in at run time.
        var graph = network.getGraph().toBuilder();
        for (int i = 0; i < graph.getNodeCount(); i++) {
            NodeProto node = graph.getNode(i);
            if (node.getOpType().equals("PRelu")) {
                graph.setNode(i, node.toBuilder().setInput(1, "x"));
            }
        }
        assertFalse(PreluRewrite.of(network.toBuilder().setGraph(graph).build()).isPresent());
    }
}
