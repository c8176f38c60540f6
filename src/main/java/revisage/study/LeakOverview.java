package revisage.study;

import revisage.algebra.AlgebraException;
import revisage.algebra.Matrix;
import revisage.algebra.PrincipalAxes;
import revisage.algebra.Products;
import revisage.extract.DeviceChoice;
import revisage.vector.LeakedFile;
import revisage.vector.UnitLength;
import revisage.vector.VectorHealth;
import revisage.vector.VectorSet;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// A vector file at a glance: what it holds, how long its vectors are, and a map on which alike
/// vectors lie together.
public record LeakOverview(Path file, Engines engines)
        implements Work<Progress, LeakOverview.Result> {

    private static final int MAPPED = 1_500;
    private static final int MEASURED = 200_000;
    private static final int BINS = 24;

    /// @param lengths of a sample
    /// @param map of a sample; empty where there are too few different vectors
    /// @param mapShare how much of the spread the map shows, 0..1
    public record Result(
            LeakedFile leaked,
            VectorHealth health,
            Lengths lengths,
            List<Spot> map,
            double mapShare) {

        public Result {
            map = List.copyOf(map);
        }
    }

    /// How many vectors have which length.
    ///
    /// @param from of the first bin
    /// @param to of the last bin
    /// @param bins counts, from short to long; empty if no vector has a length
    /// @param sampled vectors that were measured
    public record Lengths(double from, double to, List<Integer> bins, int sampled) {

        public Lengths {
            bins = List.copyOf(bins);
        }
    }

    /// A vector's place on the map.
    ///
    /// @param x along the first principal axis
    /// @param y along the second
    public record Spot(int row, double x, double y) {}

    @Override
    public Result run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        LeakedFile leaked = engines.vectorFiles().open(file);
        VectorHealth health = VectorHealth.of(leaked.vectors(), events);
        Lengths lengths = lengths(leaked.vectors());
        Mapped mapped = map(leaked.vectors(), events);
        return new Result(leaked, health, lengths, mapped.spots(), mapped.share());
    }

    private static IntStream sample(int count, int most) {
        double step = Math.max(1, (double) count / most);
        return IntStream.range(0, Math.min(count, most)).map(i -> (int) (i * step));
    }

    private static Lengths lengths(VectorSet vectors) throws InterruptedException {
        int[] rows = sample(vectors.count(), MEASURED).toArray();
        double[] lengths = new double[rows.length];
        float[] row = new float[vectors.dimension()];
        int kept = 0;
        for (int i : rows) {
            Work.pausePoint();
            vectors.copyRows(i, i + 1, row, 0);
            double length = UnitLength.lengthOf(row);
            if (length > 0 && Double.isFinite(length)) {
                lengths[kept++] = length;
            }
        }
        if (kept == 0) {
            return new Lengths(0, 1, List.of(), 0);
        }
        double least = IntStream.range(0, kept).mapToDouble(i -> lengths[i]).min().orElse(0);
        double most = IntStream.range(0, kept).mapToDouble(i -> lengths[i]).max().orElse(1);
        // Vectors of one length get a bar in the middle.
        double room = Math.max(1e-3 * most, most - least) * 0.02;
        double from = least - room;
        double to = most + room;
        var bins = new int[BINS];
        for (int i = 0; i < kept; i++) {
            bins[Math.clamp((int) ((lengths[i] - from) / (to - from) * BINS), 0, BINS - 1)]++;
        }
        return new Lengths(from, to, IntStream.of(bins).boxed().toList(), kept);
    }

    private record Mapped(List<Spot> spots, double share) {}

    private Mapped map(VectorSet vectors, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        int[] rows =
                sample(vectors.count(), MAPPED)
                        .filter(
                                r -> {
                                    double length = UnitLength.lengthOf(vectors.row(r));
                                    return length > 0 && Double.isFinite(length);
                                })
                        .toArray();
        int d = vectors.dimension();
        if (rows.length < 4 || d < 3) {
            return new Mapped(List.of(), 0);
        }
        float[] values = vectors.chosen(rows).toArray();
        UnitLength.scale(values, rows.length, d);
        try (Products products = engines.products(DeviceChoice.AUTO)) {
            Matrix data = new Matrix(rows.length, d, values);
            PrincipalAxes axes = PrincipalAxes.of(data, 2, 1, products, events); // centres data
            float[] places = products.times(data, axes.axes().transposed()).data();
            var spots = new ArrayList<Spot>();
            for (int i = 0; i < rows.length; i++) {
                spots.add(new Spot(rows[i], places[2 * i], places[2 * i + 1]));
            }
            double all = 0;
            for (float v : data.data()) {
                all += (double) v * v;
            }
            double shown = 0;
            for (float v : places) {
                shown += (double) v * v;
            }
            return new Mapped(spots, all > 0 ? Math.clamp(shown / all, 0, 1) : 0);
        } catch (AlgebraException _) {
            return new Mapped(List.of(), 0); // all alike: there is nothing to be mapped
        }
    }
}
