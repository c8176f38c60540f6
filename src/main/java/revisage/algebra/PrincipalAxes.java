package revisage.algebra;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.CommonOps_MT_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.util.Random;
import java.util.function.Consumer;

/// Principal component analysis of few long rows: the largest eigenvectors of the rows' inner
/// products, found by subspace iteration and carried over to the long side.
///
/// Every product that grows with the data is one of [Products]; what remains is a problem of 1.5
/// times the number of axes.
///
/// **Source** Sirovich and Kirby 1987 (the snapshot method); Halko, Martinsson and Tropp, *Finding
/// structure with randomness*, SIAM Review 2011, algorithm 4.4, with a Rayleigh-Ritz step.
public final class PrincipalAxes {

    private static final int ITERATIONS = 7;
    private static final int BLOCK = 4_096;

    private final float[] mean;
    private final Matrix axes;
    private final float[] deviations;

    private PrincipalAxes(float[] mean, Matrix axes, float[] deviations) {
        this.mean = mean;
        this.axes = axes;
        this.deviations = deviations;
    }

    /// D numbers, not copied.
    public float[] mean() {
        return mean;
    }

    /// `(k, D)`, rows of length 1, by falling variance; not copied.
    public Matrix axes() {
        return axes;
    }

    /// k standard deviations of the data along the axes (dividing by n); not copied.
    public float[] deviations() {
        return deviations;
    }

    /// @param data `(n, D)`; **centred in place**
    /// @param count k, 1..n - 1
    /// @param seed of the starting subspace: the same seed gives the same axes
    /// @throws AlgebraException if the data have fewer directions than `count`
    public static PrincipalAxes of(
            Matrix data, int count, long seed, Products products, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        if (count < 1 || count >= data.rows()) {
            throw new IllegalArgumentException("%d axes of %d rows".formatted(count, data.rows()));
        }
        int steps = ITERATIONS + 3;
        float[] mean = centre(data);
        events.accept(new Progress("Finding principal axes", 0, steps, "steps"));
        Matrix inner = innerProducts(data, products);
        int wide = Math.min(data.rows(), count + count / 2 + 16);
        DMatrixRMaj space = orthonormal(gaussian(data.rows(), wide, seed));
        for (int i = 0; i < ITERATIONS; i++) {
            events.accept(new Progress("Finding principal axes", i + 1L, steps, "steps"));
            space = orthonormal(times(inner, space, products));
        }
        var ritz = new DMatrixRMaj(wide, wide);
        CommonOps_MT_DDRM.multTransA(space, times(inner, space, products), ritz);
        Work.pausePoint();
        DMatrixRMaj turn = new DMatrixRMaj(wide, count);
        double[] values = largest(ritz, turn);
        var vectors = new DMatrixRMaj(data.rows(), count);
        CommonOps_MT_DDRM.mult(space, turn, vectors);
        events.accept(new Progress("Finding principal axes", steps - 1L, steps, "steps"));
        var result = carriedOver(data, vectors, values, mean, products);
        events.accept(new Progress("Finding principal axes", steps, steps, "steps"));
        return result;
    }

    private static float[] centre(Matrix data) {
        double[] sums = new double[data.columns()];
        for (int i = 0; i < data.rows(); i++) {
            int row = i * data.columns();
            for (int j = 0; j < sums.length; j++) {
                sums[j] += data.data()[row + j];
            }
        }
        float[] mean = new float[sums.length];
        for (int j = 0; j < sums.length; j++) {
            mean[j] = (float) (sums[j] / data.rows());
        }
        for (int i = 0; i < data.rows(); i++) {
            int row = i * data.columns();
            for (int j = 0; j < sums.length; j++) {
                data.data()[row + j] -= mean[j];
            }
        }
        return mean;
    }

    /// `(n, n)`, in column blocks so that no turned copy of the data is needed.
    private static Matrix innerProducts(Matrix data, Products products)
            throws WorkException, InterruptedException {
        Matrix sum = Matrix.zero(data.rows(), data.rows());
        for (int from = 0; from < data.columns(); from += BLOCK) {
            Matrix block = columns(data, from, Math.min(data.columns(), from + BLOCK));
            float[] part = products.times(block, block.transposed()).data();
            for (int i = 0; i < part.length; i++) {
                sum.data()[i] += part[i];
            }
        }
        return sum;
    }

    private static Matrix columns(Matrix data, int from, int to) {
        Matrix out = Matrix.zero(data.rows(), to - from);
        for (int i = 0; i < data.rows(); i++) {
            System.arraycopy(
                    data.data(), i * data.columns() + from, out.data(), i * (to - from), to - from);
        }
        return out;
    }

    private static DMatrixRMaj gaussian(int rows, int columns, long seed) {
        var random = new Random(seed); // its algorithm is fixed by its specification
        var out = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < out.data.length; i++) {
            out.data[i] = random.nextGaussian();
        }
        return out;
    }

    private static DMatrixRMaj times(Matrix inner, DMatrixRMaj space, Products products)
            throws WorkException, InterruptedException {
        float[] narrow = new float[space.getNumElements()];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) space.data[i];
        }
        float[] product =
                products.times(inner, new Matrix(space.numRows, space.numCols, narrow)).data();
        var out = new DMatrixRMaj(space.numRows, space.numCols);
        for (int i = 0; i < product.length; i++) {
            out.data[i] = product[i];
        }
        return out;
    }

    /// Cholesky QR, twice: the second pass mends what the first loses to rounding.
    private static DMatrixRMaj orthonormal(DMatrixRMaj wild)
            throws AlgebraException, InterruptedException {
        return onceMore(onceMore(wild));
    }

    private static DMatrixRMaj onceMore(DMatrixRMaj wild)
            throws AlgebraException, InterruptedException {
        Work.pausePoint();
        var gram = new DMatrixRMaj(wild.numCols, wild.numCols);
        CommonOps_MT_DDRM.multTransA(wild, wild, gram);
        double tiny = CommonOps_DDRM.trace(gram) / wild.numCols * 1e-14;
        for (int i = 0; i < wild.numCols; i++) {
            gram.add(i, i, tiny);
        }
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
                DecompositionFactory_DDRM.chol(wild.numCols, true);
        if (!cholesky.decompose(gram)) {
            throw AlgebraException.tooFewDirections(wild.numCols);
        }
        var inverse = new DMatrixRMaj(wild.numCols, wild.numCols);
        CommonOps_DDRM.invert(cholesky.getT(null), inverse);
        var out = new DMatrixRMaj(wild.numRows, wild.numCols);
        CommonOps_MT_DDRM.multTransB(wild, inverse, out);
        return out;
    }

    /// The largest eigenvalues of a symmetric matrix, falling; their vectors become the columns.
    private static double[] largest(DMatrixRMaj symmetric, DMatrixRMaj columns) {
        var mirrored = symmetric.copy();
        SymmetricEigen.symmetrise(mirrored);
        SymmetricEigen eigen = SymmetricEigen.of(mirrored);
        double[] values = new double[columns.numCols];
        for (int j = 0; j < values.length; j++) {
            values[j] = Math.max(0, eigen.value(j));
            DMatrixRMaj vector = eigen.vector(j);
            for (int i = 0; i < symmetric.numRows; i++) {
                columns.set(i, j, vector.get(i));
            }
        }
        return values;
    }

    private static PrincipalAxes carriedOver(
            Matrix data, DMatrixRMaj vectors, double[] values, float[] mean, Products products)
            throws WorkException, InterruptedException {
        int count = values.length;
        float[] turned = new float[count * data.rows()];
        float[] deviations = new float[count];
        for (int j = 0; j < count; j++) {
            double length = Math.sqrt(values[j]);
            if (!(length > 1e-3)) {
                throw AlgebraException.tooFewDirections(count);
            }
            deviations[j] = (float) (length / Math.sqrt(data.rows()));
            for (int i = 0; i < data.rows(); i++) {
                turned[j * data.rows() + i] = (float) (vectors.get(i, j) / length);
            }
        }
        Matrix left = new Matrix(count, data.rows(), turned);
        Matrix axes = Matrix.zero(count, data.columns());
        for (int from = 0; from < data.columns(); from += BLOCK) {
            int to = Math.min(data.columns(), from + BLOCK);
            Matrix part = products.times(left, columns(data, from, to));
            for (int j = 0; j < count; j++) {
                System.arraycopy(
                        part.data(),
                        j * (to - from),
                        axes.data(),
                        j * data.columns() + from,
                        to - from);
            }
        }
        unit(axes);
        return new PrincipalAxes(mean, axes, deviations);
    }

    private static void unit(Matrix axes) {
        for (int j = 0; j < axes.rows(); j++) {
            int row = j * axes.columns();
            double squares = 0;
            for (int i = 0; i < axes.columns(); i++) {
                squares += (double) axes.data()[row + i] * axes.data()[row + i];
            }
            float scale = (float) (1 / Math.sqrt(squares));
            for (int i = 0; i < axes.columns(); i++) {
                axes.data()[row + i] *= scale;
            }
        }
    }
}
