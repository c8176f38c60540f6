package revisage.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import revisage.train.Recipe;
import revisage.work.Kept;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// SGD with momentum or Adam, written out: DJL's own do not give their state away.
///
/// Kernels and matrices are pulled towards 0; SGD adds the pull to the gradient (as PyTorch does),
/// Adam applies it beside (Loshchilov, Hutter 2019).
final class Optimiser {

    private static final float TINY = 1e-8f;

    private final Rule rule;
    private final Weights weights;
    private final List<Weight> learned;
    private final Map<String, NDArray> state = new LinkedHashMap<>();

    /// How it moves.
    ///
    /// @param adam or else SGD
    /// @param beta1 of Adam, or momentum of SGD
    /// @param beta2 of Adam
    /// @param decay pull of kernels and matrices towards 0
    /// @param longest gradient; longer ones are cut
    record Rule(boolean adam, double beta1, double beta2, double decay, double longest) {

        static Rule of(Recipe recipe) {
            return new Rule(
                    recipe.adam(),
                    recipe.adam() ? 0.9 : recipe.inertia(),
                    0.999,
                    recipe.decay(),
                    recipe.longest());
        }

        /// Adam without decay and without a longest gradient.
        static Rule adam(double beta1, double beta2) {
            return new Rule(true, beta1, beta2, 0, Double.POSITIVE_INFINITY);
        }
    }

    /// @param manager owns the state
    Optimiser(NDManager manager, Rule rule, Weights weights) {
        this.rule = rule;
        this.weights = weights;
        this.learned = weights.known().stream().filter(w -> w.role().learned()).toList();
        for (Weight weight : learned) {
            for (String name : names(weight)) {
                state.put(name, manager.zeros(Weights.shape(weight)));
            }
        }
    }

    private List<String> names(Weight weight) {
        return rule.adam()
                ? List.of("first." + weight.name(), "second." + weight.name())
                : List.of("momentum." + weight.name());
    }

    Kept addTo(Kept kept) {
        Kept more = kept;
        for (Map.Entry<String, NDArray> e : state.entrySet()) {
            more = more.and(e.getKey(), e.getValue().toFloatArray());
        }
        return more;
    }

    void restore(Kept kept) {
        state.forEach((name, array) -> array.set(kept.floats(name)));
    }

    /// Forgets what it has gathered.
    void reset() {
        state.values().forEach(a -> a.subi(a));
    }

    /// Changes the weights by their gradients and sets those to 0.
    ///
    /// @param manager for what is made on the way
    /// @param rate learning rate
    /// @param step 1 for the first
    /// @return the length of the gradient before it was clipped
    double step(NDManager manager, double rate, long step) {
        var gradients = new ArrayList<NDArray>();
        NDArray square = manager.zeros(new ai.djl.ndarray.types.Shape());
        for (Weight weight : learned) {
            NDArray gradient = weights.of(weight).getGradient();
            gradient.attach(manager);
            gradients.add(gradient);
            NDArray squares = gradient.square();
            square.addi(squares.sum());
            squares.close();
        }
        double norm = Math.sqrt(square.getFloat());
        if (Double.isFinite(norm)) {
            float scale = (float) Math.min(1, rule.longest() / Math.max(norm, 1e-12));
            for (int i = 0; i < learned.size(); i++) {
                NDArray gradient = gradients.get(i);
                if (scale < 1) {
                    gradient.muli(scale);
                }
                if (rule.adam()) {
                    adam(manager, learned.get(i), gradient, (float) rate, step);
                } else {
                    sgd(manager, learned.get(i), gradient, (float) rate);
                }
                gradient.subi(gradient);
            }
        }
        return norm;
    }

    private boolean pulled(Weight weight) {
        return weight.role() == Weight.Role.KERNEL || weight.role() == Weight.Role.DENSE;
    }

    private void sgd(NDManager manager, Weight weight, NDArray gradient, float rate) {
        NDArray value = weights.of(weight);
        NDArray momentum = of("momentum." + weight.name());
        momentum.muli((float) rule.beta1()).addi(gradient);
        if (pulled(weight)) {
            NDArray pull = value.mul((float) rule.decay());
            pull.attach(manager);
            momentum.addi(pull);
            pull.close();
        }
        NDArray change = momentum.mul(rate);
        change.attach(manager);
        value.subi(change);
        change.close();
    }

    private void adam(NDManager manager, Weight weight, NDArray gradient, float rate, long step) {
        NDArray value = weights.of(weight);
        NDArray first = of("first." + weight.name());
        NDArray second = of("second." + weight.name());
        float beta1 = (float) rule.beta1();
        float beta2 = (float) rule.beta2();
        try (NDManager m = manager.newSubManager()) {
            gradient.attach(m);
            first.muli(beta1).addi(gradient.mul(1 - beta1));
            second.muli(beta2).addi(gradient.square().mul(1 - beta2));
            NDArray spread = second.div((float) (1 - Math.pow(rule.beta2(), (double) step)));
            spread.attach(m);
            NDArray mean = first.mul((float) (rate / (1 - Math.pow(rule.beta1(), (double) step))));
            mean.attach(m);
            NDArray change = mean.div(spread.sqrt().add(TINY));
            if (pulled(weight)) {
                value.muli((float) (1 - rate * rule.decay()));
            }
            value.subi(change);
            gradient.attach(manager);
        }
    }

    private NDArray of(String name) {
        NDArray array = state.get(name);
        if (array == null) {
            throw new IllegalStateException("no state named " + name);
        }
        return array;
    }
}
