package revisage.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import revisage.work.Dice;
import revisage.work.Kept;
import revisage.work.Work;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// The numbers of a network in DJL's memory. Not for two threads.
final class Weights {

    private final Map<String, NDArray> arrays = new LinkedHashMap<>();
    private final List<Weight> known;

    /// @param manager owns the arrays
    /// @param values one a weight, in the order of `known`
    Weights(NDManager manager, List<Weight> known, List<float[]> values) {
        this.known = List.copyOf(known);
        for (int i = 0; i < known.size(); i++) {
            Weight weight = known.get(i);
            NDArray array = manager.create(values.get(i), shape(weight));
            array.setRequiresGradient(weight.role().learned());
            if (arrays.put(weight.name(), array) != null) {
                throw new IllegalArgumentException("two weights named " + weight.name());
            }
        }
    }

    /// First values drawn by a seed, each weight with dice of its own.
    static Weights begin(NDManager manager, List<Weight> known, Backbone.Start start, long seed) {
        List<float[]> values =
                known.stream()
                        .map(w -> start(w, start, Dice.seed(seed, Dice.of(w.name()))))
                        .toList();
        return new Weights(manager, known, values);
    }

    /// The same values again, which nothing is learned by.
    Weights copy(NDManager manager) {
        var copy = new Weights(manager, known, List.copyOf(values(known).values()));
        copy.learn(false);
        return copy;
    }

    /// Whether what is computed from now on leaves gradients here.
    void learn(boolean wanted) {
        known.stream()
                .filter(w -> w.role().learned())
                .forEach(w -> of(w).setRequiresGradient(wanted));
    }

    static Shape shape(Weight weight) {
        return new Shape(weight.shape().stream().mapToLong(Integer::longValue).toArray());
    }

    NDArray of(Weight weight) {
        return named(weight.name());
    }

    NDArray named(String name) {
        NDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("no weight named " + name);
        }
        return array;
    }

    List<Weight> known() {
        return known;
    }

    /// Copies of these, by name.
    Map<String, float[]> values(List<Weight> wanted) {
        var values = new LinkedHashMap<String, float[]>();
        for (Weight weight : wanted) {
            values.put(weight.name(), of(weight).toFloatArray());
        }
        return values;
    }

    /// Copies of what batch normalisation follows, by name.
    Map<String, float[]> running() {
        return values(
                known.stream()
                        .filter(
                                w ->
                                        w.role() == Weight.Role.MEAN
                                                || w.role() == Weight.Role.VARIANCE)
                        .toList());
    }

    /// Where a stop comes between two parts of a step, what the first ones did is taken back.
    ///
    /// @param before of [#running()]
    void pausePoint(Map<String, float[]> before) throws InterruptedException {
        try {
            Work.pausePoint();
        } catch (InterruptedException e) {
            takeBack(before);
            throw e;
        }
    }

    private void takeBack(Map<String, float[]> before) {
        before.forEach((name, values) -> named(name).set(values));
        for (Weight weight : known) {
            if (weight.role().learned()) {
                try (NDArray gradient = of(weight).getGradient()) {
                    gradient.subi(gradient);
                }
            }
        }
    }

    Kept addTo(Kept state) {
        Kept more = state;
        for (Weight weight : known) {
            more = more.and("weight." + weight.name(), of(weight).toFloatArray());
        }
        return more;
    }

    void restore(Kept state) {
        for (Weight weight : known) {
            of(weight).set(state.floats("weight." + weight.name()));
        }
    }

    /// First values, the same on every machine.
    static float[] start(Weight weight, Backbone.Start start, long seed) {
        float[] values = new float[weight.size()];
        RandomGenerator dice = new SplittableRandom(seed);
        switch (weight.role()) {
            case KERNEL, DENSE -> {
                double bound = Math.sqrt(6.0 / weight.fanIn());
                for (int i = 0; i < values.length; i++) {
                    values[i] =
                            (float)
                                    switch (start) {
                                        case NORMAL_TENTH -> 0.1 * dice.nextGaussian();
                                        case NORMAL_FIFTIETH -> 0.02 * dice.nextGaussian();
                                        case HE_UNIFORM -> dice.nextDouble(-bound, bound);
                                        case NORMAL -> dice.nextGaussian();
                                    };
                }
            }
            case GAIN, FIXED_GAIN, ONES, VARIANCE -> Arrays.fill(values, 1);
            case SLOPE -> Arrays.fill(values, 0.25f);
            case SHIFT, ZEROS, MEAN -> {}
        }
        return values;
    }
}
