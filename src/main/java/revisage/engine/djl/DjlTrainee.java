package revisage.engine.djl;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;

import revisage.train.Batch;
import revisage.train.ExtractorPlan;
import revisage.train.Recipe;
import revisage.train.Trainee;
import revisage.train.TrainingException;
import revisage.work.Dice;
import revisage.work.FileException;
import revisage.work.Kept;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A backbone under ArcFace, in PyTorch's memory.
///
/// Every array that a step makes belongs to a manager of that step: what a receiver would keep is
/// attached to it by hand, so that memory stays flat.
final class DjlTrainee implements Trainee {

    private static final int SIDE = 112;

    private final Engine engine;
    private final NDManager manager;
    private final Backbone backbone;
    private final ExtractorPlan.Loss loss;
    private final Recipe recipe;
    private final Weight centres;
    private final Weights weights;
    private final Optimiser optimiser;
    private final String device;
    private final ShownFaces shown = new ShownFaces();
    private long steps;

    /// @param plan complete
    DjlTrainee(
            Engine engine,
            NDManager manager,
            Backbone backbone,
            ExtractorPlan plan,
            int classes,
            String device) {
        this.engine = engine;
        this.manager = manager;
        this.backbone = backbone;
        this.loss = plan.loss().orElseThrow();
        this.recipe = plan.recipe().orElseThrow();
        this.device = device;
        this.centres = new Weight("loss.centres", Weight.Role.DENSE, classes, backbone.dimension());
        var known = new ArrayList<>(backbone.weights());
        known.add(centres);
        List<float[]> values =
                known.stream()
                        .map(
                                w ->
                                        Weights.start(
                                                w,
                                                backbone.start(),
                                                Dice.seed(plan.seed(), Dice.of(w.name()))))
                        .toList();
        this.weights = new Weights(manager, known, values);
        this.optimiser = new Optimiser(manager, Optimiser.Rule.of(recipe), weights);
    }

    @Override
    public long parameters() {
        return backbone.parameters();
    }

    @Override
    public int dimension() {
        return backbone.dimension();
    }

    @Override
    public String device() {
        return device;
    }

    @Override
    public Outcome learn(Batch batch, Moment moment) throws WorkException, InterruptedException {
        Map<String, float[]> before = batch.count() > recipe.part() ? weights.running() : Map.of();
        double sum = 0;
        int correct = 0;
        try (NDManager step = manager.newSubManager()) {
            int from = 0;
            while (from < batch.count()) {
                if (from > 0) {
                    weights.pausePoint(before);
                }
                // A part of one face has no figures of its own to be normalised by.
                boolean rest = batch.count() - from <= recipe.part() + 1;
                int to = rest ? batch.count() : from + recipe.part();
                Part part = part(batch, from, to, moment);
                sum += part.loss * (to - from);
                correct += part.correct;
                from = to;
            }
            steps++;
            double norm = optimiser.step(step, moment.rate(), steps);
            double mean = sum / batch.count();
            if (!Double.isFinite(mean) || !Double.isFinite(norm)) {
                throw new TrainingException(
                        "The training ran away: its loss or gradient is not finite any more.",
                        "Lower the rate in the plan, or begin with a margin that rises"
                                + " (rampEpochs).");
            }
            return new Outcome(mean, correct, norm);
        } catch (EngineException e) {
            throw DjlTrainees.failed(e);
        }
    }

    private record Part(double loss, int correct) {}

    private Part part(Batch batch, int from, int to, Moment moment) {
        int n = to - from;
        try (NDManager m = manager.newSubManager()) {
            NDArray faces = shown.of(m, batch.pixels(), from, n, SIDE);
            long[] people = Arrays.stream(batch.people(), from, to).asLongStream().toArray();
            NDArray labels = m.create(people);
            ArcFace.Value value;
            try (GradientCollector collector = engine.newGradientCollector()) {
                NDArray vectors = new Forward(weights, true).of(backbone.layers(), faces);
                value =
                        new ArcFace(loss.s(), moment.margin())
                                .of(vectors, weights.of(centres), labels);
                collector.backward(Factor.times(value.loss(), (double) n / batch.count()));
            }
            long right =
                    value.cosines()
                            .argMax(1)
                            .eq(labels)
                            .toType(DataType.INT64, false)
                            .sum()
                            .getLong();
            return new Part(value.loss().getFloat(), (int) right);
        }
    }

    @Override
    public float[] vectors(float[] faces, int n) throws WorkException {
        try (NDManager m = manager.newSubManager()) {
            return new Forward(weights, false)
                    .of(backbone.layers(), shown.of(m, faces, 0, n, SIDE))
                    .toFloatArray();
        } catch (EngineException e) {
            throw DjlTrainees.failed(e);
        }
    }

    @Override
    public Kept state() {
        return optimiser.addTo(weights.addTo(Kept.nothing().with("steps", new long[] {steps})));
    }

    @Override
    public void restore(Kept state) {
        steps = state.longs("steps")[0];
        weights.restore(state);
        optimiser.restore(state);
    }

    @Override
    public void export(Path onnx) throws WorkException {
        try {
            Files.write(onnx, OnnxGraph.of(backbone, weights.values(backbone.weights())));
        } catch (IOException e) {
            throw FileException.of("write the extractor", onnx, e);
        }
    }

    /// Arrays that outlive a step: must not grow.
    int arrays() {
        return manager.getManagedArrays().size();
    }

    @Override
    public void close() {
        manager.close();
    }
}
