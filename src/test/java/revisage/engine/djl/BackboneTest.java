package revisage.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import revisage.train.ExtractorPlan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class BackboneTest {

    private static final Map<String, Backbone> ALL =
            Map.of(
                    "iresnet50", IResNet.fifty(),
                    "res-small", IResNet.small(),
                    "efficientnet-b0", EfficientNet.b0(),
                    "efficient-small", EfficientNet.small());

    @Test
    void thePapersResidualNetworkHasItsParameters() {
        // Published for InsightFace's r50, and counted by hand from the table of its blocks.
        assertEquals(43_590_848, IResNet.fifty().parameters());
    }

    @Test
    void thePapersEfficientNetHasItsParameters() {
        // Counted from the table of B0 by a script of its own: per block expand, depthwise, squeeze
        // and excite without bias, project; 512 at the end, 7x7 depthwise, 512 x 512.
        assertEquals(4_057_600, EfficientNet.b0().parameters());
    }

    @Test
    void theSmallOnesFitTwelveMegabytes() {
        for (Backbone small : List.of(IResNet.small(), EfficientNet.small())) {
            var values = new LinkedHashMap<String, float[]>();
            small.weights().forEach(w -> values.put(w.name(), new float[w.size()]));
            int bytes = OnnxGraph.of(small, values).length;
            assertTrue(bytes < 12_000_000, small.name() + " has " + bytes);
            assertTrue(small.parameters() > 500_000, small.name());
        }
        assertEquals(2_778_240, IResNet.small().parameters());
    }

    @Test
    void aPlanMayNameEachAndNoOther() {
        assertEquals(ExtractorPlan.NETWORKS, new DjlTrainees("").networks());
        assertEquals(ExtractorPlan.NETWORKS, ALL.keySet().stream().sorted().toList());
        ALL.forEach((name, backbone) -> assertEquals(name, backbone.name()));
    }

    @Test
    void noTwoWeightsShareAName() {
        for (Backbone backbone : ALL.values()) {
            assertEquals(
                    backbone.weights().size(),
                    backbone.weights().stream().map(Weight::name).distinct().count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"iresnet50", "res-small", "efficientnet-b0", "efficient-small"})
    void aFaceBecomesAVector(String name) {
        Backbone backbone = ALL.get(name);
        assertEquals(1, backbone.layers().side(112));
        try (NDManager manager = Tiny.engine().newBaseManager(Device.cpu())) {
            List<Weight> known = backbone.weights();
            var weights =
                    new Weights(
                            manager,
                            known,
                            known.stream()
                                    .map(w -> Weights.start(w, backbone.start(), 3))
                                    .toList());
            NDArray faces = manager.create(Tiny.faces(2, 1), new Shape(2, 3, 112, 112));
            NDArray vectors = new Forward(weights, false).of(backbone.layers(), faces);
            assertEquals(new Shape(2, 512), vectors.getShape());
            for (float v : vectors.toFloatArray()) {
                assertTrue(Float.isFinite(v));
            }
        }
    }
}
