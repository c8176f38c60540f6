package revisage.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.engine.djl.Layer.Bias;
import revisage.engine.djl.Layer.Chain;
import revisage.engine.djl.Layer.Conv;
import revisage.engine.djl.Layer.Dense;
import revisage.engine.djl.Layer.Growing;
import revisage.engine.djl.Layer.Leaky;
import revisage.engine.djl.Layer.Norm;
import revisage.engine.djl.Layer.Tanh;
import revisage.engine.djl.Layer.Transposed;
import revisage.engine.djl.Layer.Unflatten;
import revisage.engine.djl.Layer.Up;
import revisage.engine.onnx.OnnxGenerators;
import revisage.extract.DeviceChoice;
import revisage.reconstruct.Generator;
import revisage.vector.UnitLength;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

class PainterTest {

    @TempDir private Path folder;

    /// Every kind of layer that only painters have.
    private static Painter tiny() {
        var layers =
                Chain.of(
                        new Dense("first", 5, 4 * 3 * 3, true),
                        new Unflatten(4, 3),
                        new Growing(List.of(unit("a0", 4), unit("a1", 6)), true),
                        Norm.of("a", 8),
                        new Leaky(0),
                        new Transposed("b", 8, 3),
                        new Growing(List.of(unit("c0", 3), unit("c1", 2)), false),
                        new Up(),
                        Conv.same("d", 7, 3, 3, 1),
                        new Bias("e", 3),
                        new Tanh());
        return new Painter("tiny", layers, 5, 12, Backbone.Start.HE_UNIFORM);
    }

    private static Layer unit(String name, int in) {
        return Chain.of(
                new Norm(name + ".norm", in, Norm.Learned.SHIFT, 1e-4),
                new Leaky(0),
                Conv.same(name + ".conv", in, 2, 3, 1));
    }

    private static Map<String, float[]> values(Painter painter) {
        var dice = new Random(3);
        var values = new HashMap<String, float[]>();
        for (Weight weight : painter.weights()) {
            float[] some = new float[weight.size()];
            for (int i = 0; i < some.length; i++) {
                double about =
                        weight.role() == Weight.Role.VARIANCE
                                ? 0.5 + dice.nextDouble()
                                : 0.5 * dice.nextGaussian();
                some[i] = (float) (weight.role() == Weight.Role.FIXED_GAIN ? 1 : about);
            }
            values.put(weight.name(), some);
        }
        return values;
    }

    private static float[] paint(Painter painter, Map<String, float[]> values, float[] vectors) {
        int n = vectors.length / painter.dimension();
        try (NDManager manager = Tiny.engine().newBaseManager(Device.cpu())) {
            var weights =
                    new Weights(
                            manager,
                            painter.weights(),
                            painter.weights().stream().map(w -> values.get(w.name())).toList());
            return new Forward(weights, false)
                    .of(
                            painter.layers(),
                            manager.create(vectors, new Shape(n, painter.dimension())))
                    .toFloatArray();
        }
    }

    private static float[] vectors() {
        float[] vectors = new float[10];
        var dice = new Random(4);
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = (float) dice.nextGaussian();
        }
        UnitLength.scale(vectors, 2, 5);
        return vectors;
    }

    @Test
    void everyLayerGivesWhatPlainLoopsGive() {
        Painter painter = tiny();
        Map<String, float[]> values = values(painter);
        float[] vectors = vectors();
        float[] given = paint(painter, values, vectors);
        var plain = new PlainForward(values);
        for (int i = 0; i < 2; i++) {
            double[] vector = new double[5];
            for (int j = 0; j < 5; j++) {
                vector[j] = vectors[i * 5 + j];
            }
            PlainForward.Picture right =
                    plain.of(painter.layers(), new PlainForward.Picture(5, 1, vector));
            assertEquals(12, right.side());
            for (int j = 0; j < right.data().length; j++) {
                assertEquals(right.data()[j], given[i * right.data().length + j], 1e-5);
            }
        }
    }

    @Test
    void aTransposedConvolutionOfOnePixelIsTheMiddleOfItsKernel() {
        var painter =
                new Painter(
                        "one",
                        Chain.of(new Unflatten(1, 1), new Transposed("t", 1, 1)),
                        1,
                        2,
                        Backbone.Start.HE_UNIFORM);
        float[] kernels = new float[16];
        for (int i = 0; i < 16; i++) {
            kernels[i] = i + 1;
        }
        float[] four = new Transposed("t", 1, 1).asFourByFour(kernels);
        // Padding 1 cuts the outermost ring off: rows 1 and 2, columns 1 and 2 stay.
        float[] wanted = {2 * four[5], 2 * four[6], 2 * four[9], 2 * four[10]};
        float[] given = paint(painter, Map.of("t.weight", kernels), new float[] {2});
        assertArrayEquals(wanted, given);
    }

    @Test
    void theOnnxFileMakesTheSameFaces() throws Exception {
        Painter painter = tiny();
        Map<String, float[]> values = values(painter);
        Path onnx = folder.resolve("tiny.onnx");
        Files.write(onnx, OnnxGraph.of(painter, values));
        Tiny.card(onnx, 5, 12);
        float[] vectors = vectors();
        float[] own = paint(painter, values, vectors);
        try (Generator generator = new OnnxGenerators().open(onnx, DeviceChoice.CPU)) {
            float[] given = generator.faces(vectors, 2).pixels();
            // The corner pixels are not touched by the resize from 12 to 112.
            int side = 112;
            for (int face = 0; face < 2; face++) {
                for (int c = 0; c < 3; c++) {
                    float corner = own[face * 3 * 144 + c * 144] * 127.5f + 127.5f;
                    assertEquals(corner, given[face * side * side * 3 + c], 1e-3);
                    float last = own[face * 3 * 144 + c * 144 + 143] * 127.5f + 127.5f;
                    assertEquals(last, given[(face + 1) * side * side * 3 - 3 + c], 1e-3);
                }
            }
        }
    }

    private static Stream<Layer> parts(Layer layer) {
        return switch (layer) {
            case Chain c -> c.layers().stream().flatMap(PainterTest::parts);
            case Growing g -> g.units().stream().flatMap(PainterTest::parts);
            case Layer.Residual r -> Stream.concat(parts(r.body()), parts(r.shortcut()));
            default -> Stream.of(layer);
        };
    }

    private static long count(Painter painter, Class<? extends Layer> kind) {
        return parts(painter.layers()).filter(kind::isInstance).count();
    }

    /// Kernels and matrices, without what belongs to normalisation.
    private static long kernels(Painter painter) {
        return painter.weights().stream()
                .filter(w -> w.role() == Weight.Role.KERNEL || w.role() == Weight.Role.DENSE)
                .mapToLong(Weight::size)
                .sum();
    }

    @Test
    void nbNetHasTheLayersAndCountsOfItsTable() {
        Painter b = NbNet.full(true, 160, 512);
        assertEquals(5_834_800, kernels(b));
        assertEquals(3_377_200, kernels(NbNet.full(true, 160, 128)));
        assertEquals(69, count(b, Norm.class));
        assertEquals(64, count(b, Conv.class));
        assertEquals(5, count(b, Transposed.class)); // and the first, which is a matrix here
        assertEquals(160, b.layers().side(1));
        // Counted by a script of its own from the same table.
        Painter a = NbNet.full(false, 160, 512);
        assertEquals(4_742_704, kernels(a));
        assertEquals(69, count(a, Norm.class));
        assertEquals(8_975_904, kernels(NbNet.full(true, 112, 512)));
        assertEquals(112, NbNet.full(true, 112, 512).layers().side(1));
    }

    @Test
    void naiveHasTheLayersAndCountsOfItsTable() {
        Painter naive = Naive.full(512);
        assertEquals(22_371_459, naive.parameters());
        assertEquals(1 + 16 * 3 + 4 + 1, count(naive, Conv.class));
        assertEquals(112, naive.layers().side(1));
        assertEquals(1_297_507, Naive.small(512).parameters());
    }

    @Test
    void theSmallOnesFitEightMegabytes() {
        for (Painter small : List.of(NbNet.small(512), Naive.small(512))) {
            var values = new HashMap<String, float[]>();
            small.weights().forEach(w -> values.put(w.name(), new float[w.size()]));
            assertEquals(112, small.layers().side(1));
            int bytes = OnnxGraph.of(small, values).length;
            assertEquals(true, bytes < 8_000_000, small.name() + " has " + bytes);
        }
    }

    @Test
    void oneValueOfEachWholeNetworkWasComputedByHand() {
        // All kernels 0: the last normalisation sees 0 and gives its shift, 0.5; ReLU keeps it; 16
        // channels of 0.5, each weighed by 0.1, make 0.8.
        Painter nbnet = NbNet.full(true, 160, 512);
        Map<String, float[]> values = zeros(nbnet);
        java.util.Arrays.fill(values.get("last.norm.shift"), 0.5f);
        java.util.Arrays.fill(values.get("last.conv.weight"), 0.1f);
        float[] face = paint(nbnet, values, new float[512]);
        assertEquals(3 * 160 * 160, face.length);
        assertEquals(Math.tanh(0.8), face[12_345], 1e-6);
        // The last block's last normalisation gives 0.5 on 64 channels, kept by the sum with a
        // shortcut of 0; a pixel in the middle sees 9 x 64 of them through kernels of 0.001, and
        // the bias of 0.1 comes on top: 0.388.
        Painter naive = Naive.full(512);
        values = zeros(naive);
        java.util.Arrays.fill(values.get("stage4.2.norm3.shift"), 0.5f);
        java.util.Arrays.fill(values.get("head.conv.weight"), 0.001f);
        java.util.Arrays.fill(values.get("head.bias"), 0.1f);
        face = paint(naive, values, new float[512]);
        assertEquals(Math.tanh(0.388), face[56 * 112 + 56], 1e-6);
        // In a corner only 4 of the 9 are there: 0.228.
        assertEquals(Math.tanh(0.228), face[0], 1e-6);
    }

    private static Map<String, float[]> zeros(Painter painter) {
        var values = new HashMap<String, float[]>();
        for (Weight weight : painter.weights()) {
            float[] some = new float[weight.size()];
            boolean one =
                    switch (weight.role()) {
                        case GAIN, FIXED_GAIN, ONES, VARIANCE -> true;
                        case KERNEL, DENSE, SHIFT, SLOPE, ZEROS, MEAN -> false;
                    };
            java.util.Arrays.fill(some, one ? 1 : 0);
            values.put(weight.name(), some);
        }
        return values;
    }
}
