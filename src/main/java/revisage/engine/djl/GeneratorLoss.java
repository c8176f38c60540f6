package revisage.engine.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the generator of Vec2Face learns by, each with its weight: [#ADVERSARIAL] the critic's
/// score, [#PIXEL] the mean absolute error, [#IDENTITY] 1 - cosine between the student's answer and
/// the vector, [#BIJECTIVE] the squared difference of distances.
///
/// **Source** Duong et al., Vec2Face (CVPR 2020), whose weights are not public.
///
/// @param weights by name; what is not named or 0 is left out
record GeneratorLoss(Map<String, Double> weights) {

    static final String ADVERSARIAL = "adversarial";
    static final String PIXEL = "pixel";
    static final String IDENTITY = "identity";
    static final String BIJECTIVE = "bijective";

    /// How far apart two gradients may be.
    private static final double APART = 3;

    GeneratorLoss {
        weights = Map.copyOf(weights);
    }

    /// A loss of made faces, one number.
    @FunctionalInterface
    interface Term {

        /// @param made `(b, 3, s, s)`
        NDArray of(NDArray made);
    }

    /// The mean absolute error.
    static Term pixel(NDArray real) {
        return made -> made.sub(real).abs().mean();
    }

    /// 1 - cosine, by the student that is held.
    static Term identity(Student student, NDArray vectors, int side) {
        return made -> {
            NDArray seen = GrowthForward.resample(Growth.Resample.bilinear(side, 112), made);
            return student.cosines(seen, vectors).mean().neg().add(1f);
        };
    }

    /// Neighbours in the batch: vectors as far apart (1 - cosine) as their pictures less the mean
    /// picture.
    static Term bijective(NDArray vectors) {
        return made -> {
            NDArray flat = made.reshape(made.getShape().get(0), -1);
            NDArray centred = flat.sub(flat.mean(new int[] {0}, true));
            return neighbours(vectors).sub(neighbours(centred)).square().mean();
        };
    }

    /// Cosines of rows that follow each other.
    private static NDArray neighbours(NDArray rows) {
        NDArray units = rows.normalize(2, 1);
        return units.get("1:").mul(units.get(":-1")).sum(new int[] {1});
    }

    /// The weighted sum.
    ///
    /// @param values of the terms, by name
    NDArray sum(SortedMap<String, NDArray> values) {
        return values.entrySet().stream()
                .map(e -> Factor.times(e.getValue(), weight(e.getKey())))
                .reduce(NDArray::add)
                .orElseThrow();
    }

    private Double weight(String name) {
        return weights.getOrDefault(name, 0.0);
    }

    /// Values of the terms that count.
    SortedMap<String, NDArray> values(Map<String, Term> terms, NDArray made) {
        var values = new TreeMap<String, NDArray>();
        terms.forEach(
                (name, term) -> {
                    if (weight(name) > 0) {
                        values.put(name, term.of(made));
                    }
                });
        return values;
    }

    /// Root mean square of each term's gradient by the pixels, without its weight.
    ///
    /// @param made gets a gradient
    static SortedMap<String, Double> gradients(
            Engine engine, Map<String, Term> terms, NDArray made) {
        var found = new TreeMap<String, Double>();
        terms.forEach(
                (name, term) -> {
                    NDArray leaf = made.duplicate();
                    leaf.setRequiresGradient(true);
                    try (GradientCollector collector = engine.newGradientCollector()) {
                        collector.backward(term.of(leaf));
                    }
                    NDArray gradient = leaf.getGradient();
                    gradient.attach(made.getManager());
                    found.put(name, Math.sqrt(gradient.square().mean().getFloat()));
                });
        return found;
    }

    /// Pixel and identity moved as little as it takes to have gradients one to three times as long
    /// as the critic's: the three then lie within a factor of 3.
    ///
    /// @param gradients of [#gradients]
    GeneratorLoss calibrated(SortedMap<String, Double> gradients) {
        double critic = weight(ADVERSARIAL) * gradients.getOrDefault(ADVERSARIAL, 0.0);
        var moved = new LinkedHashMap<>(weights);
        for (String name : new String[] {PIXEL, IDENTITY}) {
            double one = gradients.getOrDefault(name, 0.0);
            if (critic > 0 && one > 0 && weight(name) > 0) {
                moved.put(name, Math.clamp(weight(name), critic / one, APART * critic / one));
            }
        }
        return new GeneratorLoss(moved);
    }

    /// How long the gradients of pixel and identity are, with their weights, beside the critic's
    /// with its own: 1..3 each where they are balanced.
    ///
    /// @param gradients of [#gradients]
    SortedMap<String, Double> balances(SortedMap<String, Double> gradients) {
        double critic = weight(ADVERSARIAL) * gradients.getOrDefault(ADVERSARIAL, 0.0);
        var found = new TreeMap<String, Double>();
        for (String name : new String[] {PIXEL, IDENTITY}) {
            double one = weight(name) * gradients.getOrDefault(name, 0.0);
            if (critic > 0 && one > 0) {
                found.put(name, one / critic);
            }
        }
        return found;
    }
}
