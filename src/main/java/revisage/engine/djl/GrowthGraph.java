package revisage.engine.djl;

import revisage.engine.graph.Attributes;

import java.util.List;
import java.util.Optional;

/// Writes [Growth] layers into an [OnnxGraph]; what a weight is scaled by is multiplied into it.
final class GrowthGraph {

    private final OnnxGraph graph;
    private Optional<String> style = Optional.empty();

    GrowthGraph(OnnxGraph graph) {
        this.graph = graph;
    }

    /// @param x name of the input
    /// @return name of the output
    String write(Growth layer, String x) {
        return switch (layer) {
            case Growth.Conv c -> conv(c, x);
            case Growth.Dense d -> dense(d, x);
            case Growth.PixelNorm _ -> graph.node("Div", List.of(x, root(x, 1)));
            case Growth.Resample r -> resample(r, x);
            case Growth.Blend b ->
                    graph.node(
                            "Add",
                            List.of(
                                    times(graph.write(b.before(), x), 1 - b.share()),
                                    times(graph.write(b.now(), x), b.share())));
            case Growth.Adain a -> adain(a, x);
            case Growth.Styled s -> {
                style = Optional.of(graph.write(s.mapping(), x));
                yield graph.write(s.body(), x);
            }
        };
    }

    private String times(String x, double number) {
        String factor = graph.tensor(graph.fresh(), new float[] {(float) number}, 1);
        return graph.node("Mul", List.of(x, factor));
    }

    /// Root of the mean square over an axis.
    private String root(String x, long... axes) {
        String squares = graph.node("Mul", List.of(x, x));
        String mean = graph.node("ReduceMean", List.of(squares), Attributes.wholes("axes", axes));
        String tiny = graph.tensor(graph.fresh(), new float[] {Growth.EPSILON}, 1);
        return graph.node("Sqrt", List.of(graph.node("Add", List.of(mean, tiny))));
    }

    private float[] scaled(Weight weight, double gain) {
        float[] values = graph.of(weight).clone();
        float scale = Growth.scale(weight, gain);
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale;
        }
        return values;
    }

    private String conv(Growth.Conv c, String x) {
        int k = c.kernel();
        String w =
                graph.tensor(
                        c.name() + ".weight", scaled(c.kernels(), c.gain()), c.out(), c.in(), k, k);
        String b = graph.tensor(c.name() + ".bias", graph.of(c.bias()), c.out());
        long p = k / 2;
        return graph.node(
                "Conv",
                List.of(x, w, b),
                Attributes.wholes("kernel_shape", k, k),
                Attributes.wholes("pads", p, p, p, p));
    }

    private String dense(Growth.Dense d, String x) {
        int pixels = d.side() * d.side();
        float[] bias = new float[d.channels() * pixels];
        if (d.bias().isPresent()) {
            float[] each = graph.of(d.bias().get());
            for (int i = 0; i < bias.length; i++) {
                bias[i] = each[i / pixels];
            }
        }
        String w =
                graph.tensor(
                        d.name() + ".weight", scaled(d.matrix(), d.gain()), bias.length, d.in());
        String b = graph.tensor(d.name() + ".bias", bias, bias.length);
        String y = graph.node("Gemm", List.of(x, w, b), Attributes.whole("transB", 1));
        return d.side() > 1 ? shaped(y, 0, d.channels(), d.side(), d.side()) : y;
    }

    private String shaped(String x, long... shape) {
        return graph.node("Reshape", List.of(x, graph.wholeTensor(graph.fresh(), shape)));
    }

    private String resample(Growth.Resample r, String x) {
        float[] matrix = r.matrix();
        float[] turned = new float[matrix.length];
        for (int i = 0; i < r.to(); i++) {
            for (int j = 0; j < r.from(); j++) {
                turned[j * r.to() + i] = matrix[i * r.from() + j];
            }
        }
        String left = graph.tensor(graph.fresh(), matrix, r.to(), r.from());
        String right = graph.tensor(graph.fresh(), turned, r.from(), r.to());
        return graph.node("MatMul", List.of(graph.node("MatMul", List.of(left, x)), right));
    }

    private String adain(Growth.Adain a, String x) {
        String given =
                style.orElseThrow(() -> new IllegalStateException("no style for " + a.name()));
        String mean = graph.node("ReduceMean", List.of(x), Attributes.wholes("axes", 2, 3));
        String centred = graph.node("Sub", List.of(x, mean));
        String unit = graph.node("Div", List.of(centred, root(centred, 2, 3)));
        String affine = shaped(dense(a.affine(), given), 0, 2, a.channels(), 1, 1);
        String one = graph.tensor(graph.fresh(), new float[] {1}, 1);
        String gain = graph.node("Add", List.of(part(affine, 0), one));
        return graph.node("Add", List.of(graph.node("Mul", List.of(unit, gain)), part(affine, 1)));
    }

    /// Number `i` of the second axis, which goes away.
    private String part(String x, long i) {
        String index = graph.wholeTensor(graph.fresh(), i);
        String one = graph.node("Gather", List.of(x, index), Attributes.whole("axis", 1));
        String axes = graph.wholeTensor(graph.fresh(), 1);
        return graph.node("Squeeze", List.of(one, axes));
    }
}
