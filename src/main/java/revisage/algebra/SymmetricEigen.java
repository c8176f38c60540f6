package revisage.algebra;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

import java.util.Arrays;
import java.util.Comparator;

/// Eigenvalues and eigenvectors of a symmetric matrix, by falling value.
public final class SymmetricEigen {

    private final EigenDecomposition_F64<DMatrixRMaj> eigen;
    private final Integer[] order;

    private SymmetricEigen(EigenDecomposition_F64<DMatrixRMaj> eigen, Integer[] order) {
        this.eigen = eigen;
        this.order = order;
    }

    /// @param symmetric `(n, n)`; may be overwritten
    public static SymmetricEigen of(DMatrixRMaj symmetric) {
        EigenDecomposition_F64<DMatrixRMaj> eigen =
                DecompositionFactory_DDRM.eig(symmetric.numRows, true, true);
        if (!eigen.decompose(symmetric)) {
            throw new IllegalStateException("eigenvalues did not converge");
        }
        Integer[] order = new Integer[symmetric.numRows];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal()));
        return new SymmetricEigen(eigen, order);
    }

    /// The `i`-th largest.
    public double value(int i) {
        return eigen.getEigenvalue(order[i]).getReal();
    }

    /// Its vector, `(n, 1)`, of length 1.
    public DMatrixRMaj vector(int i) {
        return eigen.getEigenVector(order[i]);
    }

    /// Replaces both halves by their average: rounding leaves them a little apart, which the
    /// decomposition does not forgive.
    public static void symmetrise(DMatrixRMaj matrix) {
        for (int i = 0; i < matrix.numRows; i++) {
            for (int j = 0; j < i; j++) {
                double middle = (matrix.get(i, j) + matrix.get(j, i)) / 2;
                matrix.set(i, j, middle);
                matrix.set(j, i, middle);
            }
        }
    }
}
