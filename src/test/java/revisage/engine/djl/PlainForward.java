package revisage.engine.djl;

import java.util.Arrays;
import java.util.Map;

/// The slow truth: layers by plain loops in double precision, one picture at a time, with the
/// figures that batch normalisation has come to.
final class PlainForward {

    private final Map<String, float[]> values;

    PlainForward(Map<String, float[]> values) {
        this.values = values;
    }

    /// Channels of one square picture, or numbers (side 1).
    record Picture(int channels, int side, double[] data) {

        double at(int c, int y, int x) {
            boolean inside = y >= 0 && x >= 0 && y < side && x < side;
            return inside ? data[(c * side + y) * side + x] : 0;
        }
    }

    Picture of(Layer layer, Picture x) {
        return switch (layer) {
            case Layer.Conv c -> conv(c, x);
            case Layer.Norm n -> norm(n, x);
            case Layer.Prelu p -> {
                double[] out = x.data.clone();
                for (int i = 0; i < out.length; i++) {
                    double slope = v(p.name() + ".slope", i / (x.side * x.side));
                    out[i] = out[i] >= 0 ? out[i] : slope * out[i];
                }
                yield new Picture(x.channels, x.side, out);
            }
            case Layer.Leaky l -> {
                double[] out = x.data.clone();
                for (int i = 0; i < out.length; i++) {
                    out[i] = out[i] >= 0 ? out[i] : l.slope() * out[i];
                }
                yield new Picture(x.channels, x.side, out);
            }
            case Layer.Excite e -> excite(e, x);
            case Layer.Flatten _ -> new Picture(x.data.length, 1, x.data);
            case Layer.Dense d -> {
                double[] out = matrix(d.name() + ".weight", d.out(), x.data);
                for (int i = 0; i < out.length && d.biased(); i++) {
                    out[i] += v(d.name() + ".bias", i);
                }
                yield new Picture(d.out(), 1, out);
            }
            case Layer.Chain c -> {
                Picture y = x;
                for (Layer part : c.layers()) {
                    y = of(part, y);
                }
                yield y;
            }
            case Layer.Bias _,
                    Layer.Transposed _,
                    Layer.Up _,
                    Layer.Tanh _,
                    Layer.Unflatten _,
                    Layer.Growing _ ->
                    painted(layer, x);
            case Growth growth ->
                    throw new IllegalArgumentException("tested in its own place: " + growth);
            case Layer.Residual r -> {
                Picture a = of(r.body(), x);
                Picture b = of(r.shortcut(), x);
                double[] out = a.data.clone();
                for (int i = 0; i < out.length; i++) {
                    out[i] += b.data[i];
                }
                yield new Picture(a.channels, a.side, out);
            }
        };
    }

    private Picture norm(Layer.Norm n, Picture x) {
        double[] out = x.data.clone();
        int area = x.side * x.side;
        for (int i = 0; i < out.length; i++) {
            int c = i / area;
            double unit =
                    (out[i] - v(n.name() + ".mean", c))
                            / Math.sqrt(v(n.name() + ".variance", c) + n.epsilon());
            out[i] = unit * v(n.name() + ".gain", c) + v(n.name() + ".shift", c);
        }
        return new Picture(x.channels, x.side, out);
    }

    /// Layers that only painters have.
    private Picture painted(Layer layer, Picture x) {
        return switch (layer) {
            case Layer.Bias b -> {
                double[] out = x.data.clone();
                for (int i = 0; i < out.length; i++) {
                    out[i] += v(b.name() + ".bias", i / (x.side * x.side));
                }
                yield new Picture(x.channels, x.side, out);
            }
            case Layer.Transposed t -> transposed(t, x);
            case Layer.Up _ -> {
                int side = 2 * x.side;
                double[] out = new double[x.channels * side * side];
                for (int i = 0; i < out.length; i++) {
                    out[i] = x.at(i / side / side, i / side % side / 2, i % side / 2);
                }
                yield new Picture(x.channels, side, out);
            }
            case Layer.Tanh _ ->
                    new Picture(
                            x.channels, x.side, Arrays.stream(x.data).map(Math::tanh).toArray());
            case Layer.Unflatten u -> new Picture(u.channels(), u.pixels(), x.data);
            case Layer.Growing g -> {
                Picture all = x;
                Picture seen = x;
                for (Layer unit : g.units()) {
                    Picture more = of(unit, seen);
                    all = behind(all, more);
                    seen = g.dense() ? all : more;
                }
                yield all;
            }
            default -> throw new IllegalArgumentException("no painter's layer: " + layer);
        };
    }

    private static Picture behind(Picture a, Picture b) {
        double[] out = Arrays.copyOf(a.data, a.data.length + b.data.length);
        System.arraycopy(b.data, 0, out, a.data.length, b.data.length);
        return new Picture(a.channels + b.channels, a.side, out);
    }

    /// By the definition: each pixel of the input adds its 4x4 kernel to the output, two pixels
    /// apart, one pixel of padding cut off.
    private Picture transposed(Layer.Transposed t, Picture x) {
        float[] four = t.asFourByFour(values.get(t.name() + ".weight"));
        int side = 2 * x.side;
        double[] out = new double[t.out() * side * side];
        for (int i = 0; i < t.in(); i++) {
            for (int y = 0; y < x.side; y++) {
                for (int xx = 0; xx < x.side; xx++) {
                    for (int k = 0; k < t.out() * 16; k++) {
                        int o = k / 16;
                        int oy = 2 * y - 1 + k / 4 % 4;
                        int ox = 2 * xx - 1 + k % 4;
                        if (oy >= 0 && ox >= 0 && oy < side && ox < side) {
                            out[(o * side + oy) * side + ox] +=
                                    x.at(i, y, xx) * four[(i * t.out() + o) * 16 + k % 16];
                        }
                    }
                }
            }
        }
        return new Picture(t.out(), side, out);
    }

    private double v(String name, int i) {
        return values.get(name)[i];
    }

    private double[] matrix(String name, int rows, double[] x) {
        double[] out = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < x.length; j++) {
                out[i] += v(name, i * x.length + j) * x[j];
            }
        }
        return out;
    }

    private Picture conv(Layer.Conv c, Picture x) {
        int side = (x.side + 2 * c.padding() - c.kernel()) / c.stride() + 1;
        int ins = c.in() / c.groups();
        int outs = c.out() / c.groups();
        double[] out = new double[c.out() * side * side];
        for (int o = 0; o < c.out(); o++) {
            for (int y = 0; y < side; y++) {
                for (int xx = 0; xx < side; xx++) {
                    double sum = 0;
                    for (int i = 0; i < ins; i++) {
                        for (int ky = 0; ky < c.kernel(); ky++) {
                            for (int kx = 0; kx < c.kernel(); kx++) {
                                int k = ((o * ins + i) * c.kernel() + ky) * c.kernel() + kx;
                                sum +=
                                        v(c.name() + ".weight", k)
                                                * x.at(
                                                        o / outs * ins + i,
                                                        y * c.stride() + ky - c.padding(),
                                                        xx * c.stride() + kx - c.padding());
                            }
                        }
                    }
                    out[(o * side + y) * side + xx] = sum;
                }
            }
        }
        return new Picture(c.out(), side, out);
    }

    private Picture excite(Layer.Excite e, Picture x) {
        int area = x.side * x.side;
        double[] means = new double[x.channels];
        for (int i = 0; i < x.data.length; i++) {
            means[i / area] += x.data[i] / area;
        }
        double[] squeezed = matrix(e.name() + ".squeeze", e.squeezed(), means);
        for (int i = 0; i < squeezed.length; i++) {
            squeezed[i] = Math.max(0, squeezed[i]);
        }
        double[] scale = matrix(e.name() + ".excite", e.channels(), squeezed);
        double[] out = x.data.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] /= 1 + Math.exp(-scale[i / area]);
        }
        return new Picture(x.channels, x.side, out);
    }
}
