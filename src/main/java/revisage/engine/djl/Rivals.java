package revisage.engine.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;

import revisage.train.Grown;
import revisage.work.Kept;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A generator and its critic, which learn by turns, and the generator's running average, which is
/// the result.
///
/// **Source** Karras et al. (ICLR 2018), appendix A.1: Adam (0, 0.99), one step of the critic for
/// one of the generator.
final class Rivals {

    private static final Optimiser.Rule RULE = Optimiser.Rule.adam(0, 0.99);

    private final Engine engine;
    private final Growing net;
    private final GrowingCritic critic;
    private final CriticLoss criticLoss;
    private final Weights generated;
    private final Weights judged;
    private final Weights averaged;
    private final Optimiser generatorMoves;
    private final Optimiser criticMoves;
    private final double old;
    private long since;

    /// @param old share of the old in the running average, 0..1
    Rivals(
            Engine engine,
            NDManager manager,
            Growing net,
            GrowingCritic critic,
            CriticLoss criticLoss,
            long seed,
            double old) {
        this.engine = engine;
        this.net = net;
        this.critic = critic;
        this.criticLoss = criticLoss;
        this.generated = Weights.begin(manager, net.weights(), Backbone.Start.NORMAL, seed);
        this.judged = Weights.begin(manager, critic.weights(), Backbone.Start.NORMAL, seed + 1);
        this.averaged = generated.copy(manager);
        this.generatorMoves = new Optimiser(manager, RULE, generated);
        this.criticMoves = new Optimiser(manager, RULE, judged);
        this.old = old;
    }

    /// What both learn from at a step.
    ///
    /// @param real `(b, 3, s, s)` as the level sees them
    /// @param vectors `(b, d)`
    /// @param mix where between real and made the slope is looked at, one a pair
    /// @param rate of both
    record Lesson(NDArray real, NDArray vectors, float[] mix, Grown grown, double rate) {}

    /// Forgets what the optimisers have gathered: other layers learn from here on.
    void fresh() {
        generatorMoves.reset();
        criticMoves.reset();
        since = 0;
    }

    /// Faces whose gradient reaches the generator.
    NDArray made(Lesson lesson) {
        try (GradientCollector _ = engine.newGradientCollector()) {
            return new Forward(generated, true).of(net.at(lesson.grown()), lesson.vectors());
        }
    }

    /// The critic's step, and the average's.
    ///
    /// @return figures by name; not finite where the numbers run away
    SortedMap<String, Double> judge(NDManager m, Lesson lesson, NDArray made) {
        since++;
        CriticLoss.Value value;
        try (GradientCollector collector = engine.newGradientCollector()) {
            value =
                    criticLoss.of(
                            critic,
                            judged,
                            lesson.real(),
                            made.stopGradient(),
                            lesson.mix(),
                            lesson.grown());
            collector.backward(value.loss());
        }
        double norm = criticMoves.step(m, lesson.rate(), since);
        follow(m);
        var figures = new TreeMap<String, Double>();
        figures.put("critic", Double.isFinite(norm) ? value.loss().getFloat() : norm);
        figures.put("distance", (double) value.distance().getFloat());
        figures.put("slope", (double) value.length().getFloat());
        return figures;
    }

    private void follow(NDManager m) {
        try (NDManager here = m.newSubManager()) {
            for (Weight weight : generated.known()) {
                NDArray share = generated.of(weight).mul((float) (1 - old));
                share.attach(here);
                averaged.of(weight).muli((float) old).addi(share);
            }
        }
    }

    /// - score, the mean.
    GeneratorLoss.Term adversarial(Grown grown) {
        return made -> critic.of(judged, made, grown).value().mean().neg();
    }

    /// The generator's step.
    ///
    /// @param made of [#made(Lesson)]
    /// @return values of the losses by name; not finite where the numbers run away
    SortedMap<String, Double> learn(
            NDManager m,
            Lesson lesson,
            NDArray made,
            GeneratorLoss loss,
            Map<String, GeneratorLoss.Term> terms) {
        SortedMap<String, NDArray> values;
        judged.learn(false);
        try (GradientCollector collector = engine.newGradientCollector()) {
            values = loss.values(terms, made);
            collector.backward(loss.sum(values));
        } finally {
            judged.learn(true);
        }
        double norm = generatorMoves.step(m, lesson.rate(), since);
        var figures = new TreeMap<String, Double>();
        values.forEach(
                (name, value) ->
                        figures.put(name, Double.isFinite(norm) ? value.getFloat() : norm));
        return figures;
    }

    /// Root mean squares of the terms' gradients by the pixels.
    SortedMap<String, Double> gradients(NDArray made, Map<String, GeneratorLoss.Term> terms) {
        judged.learn(false);
        try {
            return GeneratorLoss.gradients(engine, terms, made.stopGradient());
        } finally {
            judged.learn(true);
        }
    }

    /// Faces by the running average.
    NDArray faces(NDArray vectors, Grown grown, int side) {
        return new Forward(averaged, false).of(net.at(grown, side), vectors);
    }

    /// Values of the running average, by name.
    Map<String, float[]> result() {
        return averaged.values(averaged.known());
    }

    Kept state() {
        return Kept.nothing()
                .with("since", new long[] {since})
                .with("generator.", generatorMoves.addTo(generated.addTo(Kept.nothing())))
                .with("critic.", criticMoves.addTo(judged.addTo(Kept.nothing())))
                .with("average.", averaged.addTo(Kept.nothing()));
    }

    void restore(Kept state) {
        since = state.longs("since")[0];
        generated.restore(state.part("generator."));
        generatorMoves.restore(state.part("generator."));
        judged.restore(state.part("critic."));
        criticMoves.restore(state.part("critic."));
        averaged.restore(state.part("average."));
    }
}
