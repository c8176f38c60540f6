package revisage.study;

import revisage.algebra.AlgebraException;
import revisage.algebra.Matrix;
import revisage.algebra.PrincipalAxes;
import revisage.algebra.Products;
import revisage.extract.DeviceChoice;
import revisage.match.Gallery;
import revisage.store.GalleryFolder;
import revisage.vector.UnitLength;
import revisage.vector.VectorSet;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Whether leaked vectors spread as those of a gallery do, which tells whether the gallery's
/// extractor can have made them: each trained model spreads its vectors along directions of its
/// own, whoever the people are.
///
/// Half of the gallery gives the eighth of all directions along which it spreads most; the share of
/// the leaked vectors' spread that falls on them is compared with that of the other half (1) and
/// with what chance gives (0). Of vectors of length 1, about the mean of the first half. Measured
/// on LFW with 24 vectors and 400 pictures: 1.0 to 1.4 for the same model, -0.14 to 0.04 for
/// another.
///
/// @param leaked the vectors, of any lengths
/// @param gallery its folder
public record Kinship(VectorSet leaked, Path gallery, Engines engines)
        implements Work<Progress, Optional<Kinship.Result>> {

    private static final int MOST = 2_000;
    private static final int LEAST_LEAKED = 10;
    private static final int LEAST_ENROLLED = 300;
    private static final int SHARE_OF_DIRECTIONS = 8;
    private static final double BETWEEN = 0.5;

    /// @param extractor SHA-256 of the gallery's model
    /// @param likeness 0 for vectors of another model, 1 for the same, both about
    public record Result(String extractor, double likeness) {

        /// Whether the same model made both.
        public boolean same() {
            return likeness > BETWEEN;
        }
    }

    /// Nothing if there are too few vectors to tell, or of another dimension.
    @Override
    public Optional<Result> run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        Gallery enrolled = GalleryFolder.read(gallery).gallery();
        VectorSet vectors = enrolled.vectors();
        int d = vectors.dimension();
        if (d != leaked.dimension()
                || d < 2 * SHARE_OF_DIRECTIONS
                || vectors.count() < Math.max(LEAST_ENROLLED, d / 2)) {
            return Optional.empty();
        }
        Matrix rows = sample(vectors);
        Matrix shown = sample(leaked);
        if (shown.rows() < LEAST_LEAKED) {
            return Optional.empty();
        }
        int half = rows.rows() / 2;
        Matrix first = every(rows, half, 0);
        Matrix second = every(rows, half, 1);
        try (Products products = engines.products(DeviceChoice.AUTO)) {
            PrincipalAxes axes =
                    PrincipalAxes.of(first, d / SHARE_OF_DIRECTIONS, 1, products, events);
            double chance = 1.0 / SHARE_OF_DIRECTIONS;
            double own = share(second, axes, products) - chance;
            double theirs = share(shown, axes, products) - chance;
            return Optional.of(new Result(enrolled.card().sha256(), theirs / Math.max(own, 1e-9)));
        } catch (AlgebraException e) {
            return Optional.empty(); // vectors without a spread
        }
    }

    private static Matrix sample(VectorSet vectors) throws WorkException, InterruptedException {
        int count = Math.min(MOST, vectors.count());
        double step = (double) vectors.count() / count;
        int[] rows =
                IntStream.range(0, count)
                        .map(i -> (int) (i * step))
                        .filter(row -> sound(UnitLength.lengthOf(vectors.row(row))))
                        .toArray();
        float[] values = vectors.chosen(rows).toArray();
        UnitLength.scale(values, rows.length, vectors.dimension());
        return new Matrix(rows.length, vectors.dimension(), values);
    }

    private static boolean sound(double length) {
        return length > 0 && Double.isFinite(length);
    }

    /// Every other row, from `begin` on: photos of one person stand side by side.
    private static Matrix every(Matrix rows, int count, int begin) {
        int d = rows.columns();
        float[] values = new float[count * d];
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows.data(), (2 * i + begin) * d, values, i * d, d);
        }
        return new Matrix(count, d, values);
    }

    /// The share of the rows' spread about the axes' mean that falls on the axes, 0..1.
    private static double share(Matrix rows, PrincipalAxes axes, Products products)
            throws WorkException, InterruptedException {
        float[] mean = axes.mean();
        float[] about = rows.data().clone();
        double all = 0;
        for (int i = 0; i < about.length; i++) {
            about[i] -= mean[i % mean.length];
            all += (double) about[i] * about[i];
        }
        var centred = new Matrix(rows.rows(), rows.columns(), about);
        double along = 0;
        for (float x : products.times(centred, axes.axes().transposed()).data()) {
            along += (double) x * x;
        }
        return along / Math.max(all, 1e-30);
    }
}
