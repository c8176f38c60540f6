package revisage.engine.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;

import revisage.train.PairBatch;
import revisage.work.Kept;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The network that stands for an extractor's gradients: it learns to give the extractor's answers
/// to faces, then it is held.
///
/// **Source** Duong et al., Vec2Face (CVPR 2020): distillation of a black box.
final class Student {

    /// One pair in so many is never learned.
    private static final int YARDSTICK = 20;

    /// Share of the newest look in the running cosine.
    private static final double NEW = 0.05;

    private final Engine engine;
    private final Backbone backbone;
    private final Weights weights;
    private final Optimiser optimiser;
    private final double enough;
    private long steps;
    private double cosine;
    private double share;

    /// @param enough running cosine on the yardstick at which it is held
    Student(Engine engine, NDManager manager, Backbone backbone, long seed, double enough) {
        this.engine = engine;
        this.backbone = backbone;
        this.weights = Weights.begin(manager, backbone.weights(), backbone.start(), seed);
        this.optimiser = new Optimiser(manager, Optimiser.Rule.adam(0.9, 0.999), weights);
        this.enough = enough;
    }

    /// Whether it has learned enough, after twenty looks at least.
    boolean held() {
        return cosine() >= enough && share > 1 - Math.pow(1 - NEW, 19.5);
    }

    /// Running mean of the cosine on pairs it never learned; 0 before the first.
    double cosine() {
        return share == 0 ? 0 : cosine / share;
    }

    /// Whether a pair serves as the yardstick, by its vector: the same in each epoch.
    static boolean spared(float[] vectors, int from, int dimension) {
        int bits = Arrays.hashCode(Arrays.copyOfRange(vectors, from, from + dimension));
        return Math.floorMod(bits ^ bits >>> 15, YARDSTICK) == 0;
    }

    /// One step on those of the pairs that are not spared.
    ///
    /// @param faces all of the batch
    /// @param vectors all of the batch
    /// @return mean of 1 - cosine before the step; not finite where the numbers run away
    double learn(NDManager m, NDArray faces, NDArray vectors, PairBatch batch, double rate) {
        int d = batch.dimension();
        long[] spared = rows(batch, i -> spared(batch.vectors(), i * d, d));
        long[] learned = rows(batch, i -> !spared(batch.vectors(), i * d, d));
        if (spared.length > 0) {
            NDArray rows = m.create(spared);
            double now = cosines(faces.get(rows), vectors.get(rows), false).mean().getFloat();
            cosine += NEW * (now - cosine);
            share += NEW * (1 - share);
        }
        // Of one face alone batch normalisation can say nothing.
        if (learned.length < 2) {
            return 1 - cosine();
        }
        NDArray rows = m.create(learned);
        NDArray loss;
        try (GradientCollector collector = engine.newGradientCollector()) {
            loss = cosines(faces.get(rows), vectors.get(rows), true).mean().neg().add(1f);
            collector.backward(loss);
        }
        steps++;
        double norm = optimiser.step(m, rate, steps);
        return Double.isFinite(norm) ? loss.getFloat() : norm;
    }

    private static long[] rows(PairBatch batch, IntPredicate which) {
        return IntStream.range(0, batch.count()).filter(which).asLongStream().toArray();
    }

    /// From now on its weights gather no gradients.
    void hold() {
        weights.learn(false);
    }

    /// How alike its answers are to given vectors, differentiable by the faces once it is held.
    ///
    /// @param faces `(b, 3, 112, 112)`
    /// @param vectors `(b, d)`, any length
    /// @return `(b)`, -1..1
    NDArray cosines(NDArray faces, NDArray vectors) {
        return cosines(faces, vectors, false);
    }

    private NDArray cosines(NDArray faces, NDArray vectors, boolean training) {
        NDArray own = new Forward(weights, training).of(backbone.layers(), faces);
        return own.normalize(2, 1).mul(vectors.normalize(2, 1)).sum(new int[] {1});
    }

    Kept state() {
        Kept state =
                Kept.nothing()
                        .with("steps", new long[] {steps})
                        .with("cosine", new double[] {cosine, share});
        return optimiser.addTo(weights.addTo(state));
    }

    void restore(Kept state) {
        weights.restore(state);
        optimiser.restore(state);
        steps = state.longs("steps")[0];
        cosine = state.doubles("cosine")[0];
        share = state.doubles("cosine")[1];
    }
}
