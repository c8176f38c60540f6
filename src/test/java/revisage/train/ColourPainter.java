package revisage.train;

import revisage.work.Kept;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Paints a whole face in the colour that the vector is (unit length, of mean colours), stretched
/// by one number that it learns: how bright faces are beside their vectors.
final class ColourPainter implements ReconstructorTrainee {

    private final Set<Long> stops;
    private double gain;
    private long seen;

    /// @param stops steps during which it is stopped, each once
    ColourPainter(Set<Long> stops) {
        this.stops = stops;
    }

    @Override
    public long parameters() {
        return 1;
    }

    @Override
    public int dimension() {
        return 3;
    }

    @Override
    public int side() {
        return 112;
    }

    @Override
    public String device() {
        return "a fake";
    }

    @Override
    public SortedMap<String, Double> calibrated() {
        return new TreeMap<>(Map.of("perceptual.weight", 2.5));
    }

    @Override
    public Losses learn(PairBatch batch, long step) {
        double product = 0;
        double squares = 0;
        int plane = 112 * 112;
        for (int i = 0; i < batch.pixels().length; i++) {
            float colour = batch.vectors()[i / plane];
            product += colour * batch.pixels()[i];
            squares += colour * colour;
        }
        double wanted = product / squares;
        double loss = Math.abs(wanted - gain);
        gain += 0.2 * (wanted - gain);
        seen += batch.count();
        TrainFakes.stop(stops, step);
        return new Losses(new TreeMap<>(Map.of("pixel", loss)));
    }

    @Override
    public float[] faces(float[] vectors, int n) {
        return painted(vectors, n, (float) gain);
    }

    static float[] painted(float[] vectors, int n, float gain) {
        float[] faces = new float[n * Batch.FACE];
        for (int i = 0; i < faces.length; i++) {
            faces[i] = Math.clamp(gain * vectors[i / (112 * 112)], -1f, 1f);
        }
        return faces;
    }

    @Override
    public Kept state() {
        return Kept.nothing().with("gain", new double[] {gain, seen});
    }

    @Override
    public void restore(Kept state) {
        gain = state.doubles("gain")[0];
        seen = (long) state.doubles("gain")[1];
    }

    @Override
    public void export(Path onnx) throws WorkException {
        TrainFakes.export(seen + " " + gain, onnx);
    }

    @Override
    public void close() {}
}
