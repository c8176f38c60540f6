package revisage.engine.djl;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;

import revisage.train.PairBatch;
import revisage.train.ReconstructorTrainee;
import revisage.train.StagedCourse;
import revisage.train.TrainingException;
import revisage.work.Dice;
import revisage.work.Kept;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A painter that learns by comparing its faces with the true ones, in PyTorch's memory: NBNet and
/// Naive. Adam begins anew with each stage that says so.
final class StagedTrainee implements ReconstructorTrainee {

    private final Engine engine;
    private final NDManager manager;
    private final Painter painter;
    private final StagedCourse course;
    private final FaceLoss loss;
    private final int part;
    private final Weights weights;
    private final Optimiser optimiser;
    private final String device;
    private final ShownFaces shown = new ShownFaces();

    /// @param part most pairs in memory at once
    StagedTrainee(
            Engine engine,
            NDManager manager,
            Painter painter,
            StagedCourse course,
            FaceLoss loss,
            Optimiser.Rule rule,
            int part,
            long seed,
            String device) {
        this.engine = engine;
        this.manager = manager;
        this.painter = painter;
        this.course = course;
        this.loss = loss;
        this.part = part;
        this.device = device;
        List<float[]> values =
                painter.weights().stream()
                        .map(
                                w ->
                                        Weights.start(
                                                w,
                                                painter.start(),
                                                Dice.seed(seed, Dice.of(w.name()))))
                        .toList();
        this.weights = new Weights(manager, painter.weights(), values);
        this.optimiser = new Optimiser(manager, rule, weights);
    }

    @Override
    public long parameters() {
        return painter.parameters();
    }

    @Override
    public int dimension() {
        return painter.dimension();
    }

    @Override
    public int side() {
        return painter.side();
    }

    @Override
    public String device() {
        return device;
    }

    @Override
    public SortedMap<String, Double> calibrated() {
        return loss.calibrated();
    }

    @Override
    public Losses learn(PairBatch batch, long step) throws WorkException, InterruptedException {
        StagedCourse.Place place = course.place(step);
        if (place.step() == 0 && loss.beginsAnew(place.stage())) {
            optimiser.reset();
        }
        long since = loss.beginsAnew(place.stage()) ? place.step() : step;
        Map<String, float[]> before = batch.count() > part ? weights.running() : Map.of();
        var sums = new TreeMap<String, Double>();
        try (NDManager m = manager.newSubManager()) {
            int from = 0;
            while (from < batch.count()) {
                if (from > 0) {
                    weights.pausePoint(before);
                }
                boolean rest = batch.count() - from <= part + 1;
                int to = rest ? batch.count() : from + part;
                part(batch, from, to, place.stage())
                        .forEach((name, value) -> sums.merge(name, value, Double::sum));
                from = to;
            }
            double norm = optimiser.step(m, course.rate(step), since + 1);
            boolean finite = sums.values().stream().allMatch(Double::isFinite);
            if (!finite || !Double.isFinite(norm)) {
                throw new TrainingException(
                        "The training ran away: its loss or gradient is not finite any more.",
                        "Lower the rate in the plan.");
            }
            return new Losses(sums);
        } catch (EngineException e) {
            throw DjlTrainees.failed(e);
        }
    }

    private Map<String, Double> part(PairBatch batch, int from, int to, int stage) {
        int n = to - from;
        float share = (float) n / batch.count();
        try (NDManager m = manager.newSubManager()) {
            int d = painter.dimension();
            NDArray vectors =
                    m.create(
                            java.util.Arrays.copyOfRange(batch.vectors(), from * d, to * d),
                            new Shape(n, d));
            NDArray faces = shown.of(m, batch.pixels(), from, n, batch.side());
            if (loss.unmeasured(stage)) {
                loss.calibrate(new Forward(weights, false).of(painter.layers(), vectors), faces);
            }
            var values = new LinkedHashMap<String, NDArray>();
            try (GradientCollector collector = engine.newGradientCollector()) {
                NDArray made = new Forward(weights, true).of(painter.layers(), vectors);
                NDArray total = loss.of(stage, made, faces, values);
                collector.backward(Factor.times(total, share));
            }
            var means = new LinkedHashMap<String, Double>();
            values.forEach((name, value) -> means.put(name, (double) value.getFloat() * share));
            return means;
        }
    }

    @Override
    public float[] faces(float[] vectors, int n) throws WorkException {
        try (NDManager m = manager.newSubManager()) {
            return new Forward(weights, false)
                    .of(painter.layers(), m.create(vectors, new Shape(n, painter.dimension())))
                    .toFloatArray();
        } catch (EngineException e) {
            throw DjlTrainees.failed(e);
        }
    }

    @Override
    public Kept state() {
        return loss.addTo(optimiser.addTo(weights.addTo(Kept.nothing())));
    }

    @Override
    public void restore(Kept state) {
        weights.restore(state);
        optimiser.restore(state);
        loss.restore(state);
    }

    @Override
    public void export(Path onnx) throws WorkException {
        OnnxGraph.write(painter, weights.values(painter.weights()), onnx);
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
