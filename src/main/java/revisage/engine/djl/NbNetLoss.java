package revisage.engine.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;

import revisage.train.NbNetPlan;
import revisage.train.Perceptual;
import revisage.work.Kept;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// NBNet's losses: first the mean absolute error of pixels, then the features of a network that
/// looks at both faces, alone or beside the pixels.
///
/// **Source** Mai et al., TPAMI 2019; methods.md 2.2.
final class NbNetLoss implements FaceLoss {

    private static final String WEIGHT = "loss." + NbNetPlan.WEIGHT;

    private final Engine engine;
    private final Perceptual settings;
    private final Optional<Eyes> eyes;
    private final int featuresFrom;
    private OptionalDouble weight;

    /// @param eyes of the second stage
    /// @param featuresFrom number of the stage from which on features count
    NbNetLoss(Engine engine, Perceptual settings, Optional<Eyes> eyes, int featuresFrom) {
        this.engine = engine;
        this.settings = settings;
        this.eyes = eyes;
        this.featuresFrom = featuresFrom;
        this.weight = settings.weight().map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    @Override
    public boolean beginsAnew(int stage) {
        return true;
    }

    private boolean features(int stage) {
        return stage >= featuresFrom && eyes.isPresent();
    }

    @Override
    public NDArray of(int stage, NDArray made, NDArray faces, Map<String, NDArray> values) {
        NDArray pixels = made.sub(faces).abs().mean();
        values.put("pixel", pixels);
        if (!features(stage)) {
            return pixels;
        }
        NDArray features = eyes.orElseThrow().difference(made, faces);
        values.put("perceptual", features);
        NDArray weighted = Factor.times(features, weight.orElse(1));
        return settings.replaces() ? weighted : pixels.add(weighted);
    }

    @Override
    public boolean unmeasured(int stage) {
        return features(stage) && weight.isEmpty();
    }

    /// At the switch the gradients of both losses get one length, measured at the pixels.
    @Override
    public void calibrate(NDArray made, NDArray faces) {
        double pixel = slope(made, m -> m.sub(faces).abs().mean());
        double feature = slope(made, m -> eyes.orElseThrow().difference(m, faces));
        weight = OptionalDouble.of(pixel / Math.max(feature, 1e-12));
    }

    /// What a loss makes of faces.
    private interface Measure {
        NDArray of(NDArray made);
    }

    private double slope(NDArray made, Measure measure) {
        NDArray leaf = made.stopGradient().duplicate();
        leaf.setRequiresGradient(true);
        try (GradientCollector collector = engine.newGradientCollector()) {
            collector.backward(measure.of(leaf));
        }
        NDArray gradient = leaf.getGradient();
        gradient.attach(made.getManager());
        return Math.sqrt(gradient.square().mean().getFloat());
    }

    @Override
    public SortedMap<String, Double> calibrated() {
        var values = new TreeMap<String, Double>();
        weight.ifPresent(w -> values.put(NbNetPlan.WEIGHT, w));
        return values;
    }

    @Override
    public Kept addTo(Kept state) {
        return state.with(WEIGHT, weight.stream().toArray());
    }

    @Override
    public void restore(Kept state) {
        double[] kept = state.doubles(WEIGHT);
        if (kept.length > 0) {
            weight = OptionalDouble.of(kept[0]);
        }
    }
}
