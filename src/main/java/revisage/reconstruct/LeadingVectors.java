package revisage.reconstruct;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

import revisage.algebra.SymmetricEigen;

import java.util.Arrays;
import java.util.Random;

/// The eigenvectors of a symmetric matrix that belong to its largest eigenvalues, by falling value.
///
/// Few of a large matrix come from subspace iteration, which finds the space they span well and the
/// single vectors well enough to probe along; a whole decomposition of 512 x 512 would take longer
/// than the probe.
final class LeadingVectors {

    private static final int SPARE = 16;
    private static final int ITERATIONS = 4;

    /// From this size on, and for at most a quarter of the vectors.
    private static final int LARGE = 256;

    private LeadingVectors() {}

    /// @param symmetric `(d, d)`, no negative eigenvalues; not changed
    /// @return `(count, d)`, rows of length 1
    static double[][] of(double[] symmetric, int d, int count) {
        var matrix = new DMatrixRMaj(d, d, true, symmetric.clone());
        if (d < LARGE || 4 * count > d) {
            return largest(matrix, count);
        }
        DMatrixRMaj space = orthonormal(started(d, count + SPARE));
        var moved = new DMatrixRMaj(d, space.numCols);
        for (int i = 0; i < ITERATIONS; i++) {
            CommonOps_DDRM.mult(matrix, space, moved);
            space = orthonormal(moved);
        }
        CommonOps_DDRM.mult(matrix, space, moved);
        var small = new DMatrixRMaj(space.numCols, space.numCols);
        CommonOps_DDRM.multTransA(space, moved, small);
        SymmetricEigen.symmetrise(small);
        double[][] inner = largest(small, count);
        double[][] out = new double[count][];
        for (int i = 0; i < count; i++) {
            var carried = new DMatrixRMaj(d, 1);
            CommonOps_DDRM.mult(
                    space, new DMatrixRMaj(inner[i].length, 1, true, inner[i]), carried);
            out[i] = carried.data;
        }
        return out;
    }

    /// Always the same: what is found must depend on the matrix alone.
    private static DMatrixRMaj started(int rows, int columns) {
        var random = new Random(1); // its algorithm is fixed by its specification
        var out = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < out.data.length; i++) {
            out.data[i] = random.nextGaussian();
        }
        return out;
    }

    private static DMatrixRMaj orthonormal(DMatrixRMaj wild) {
        var qr = DecompositionFactory_DDRM.qr(wild.numRows, wild.numCols);
        if (!qr.decompose(wild.copy())) {
            throw new IllegalStateException("no orthonormal base of a matrix that is not finite");
        }
        return qr.getQ(null, true);
    }

    private static double[][] largest(DMatrixRMaj symmetric, int count) {
        int most = Math.min(count, symmetric.numRows);
        SymmetricEigen eigen = SymmetricEigen.of(symmetric);
        double[][] out = new double[most][];
        Arrays.setAll(out, i -> eigen.vector(i).data);
        return out;
    }
}
