package revisage.reconstruct;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

import revisage.algebra.Matrix;

import java.util.Arrays;

/// Trilateration: where a vector lies, from its cosines with vectors that are known.
///
/// The attacker shows his own pictures, whose answers he has, and is told one similarity each: each
/// is one linear equation for the leaked vector. Between the equations the prior decides: the
/// second moment of the answers of public faces.
///
/// Which pictures are shown does not depend on what is answered, so they are the same for all
/// targets: always the one about whose score the ones before say least.
///
/// **Source** the orthogonal face set of IEEE S&P 2024 (methods.md 1.6, F8), with the attacked
/// extractor's own answers in place of a local extractor's and with a prior.
final class Anchors {

    /// Scores are exact up to the extractor's own 32-bit rounding.
    private static final double NOISE = 1e-10;

    private final int[] rows;
    private final DMatrixRMaj gain;
    private final DMatrixRMaj unknown;

    private Anchors(int[] rows, DMatrixRMaj gain, DMatrixRMaj unknown) {
        this.rows = rows;
        this.gain = gain;
        this.unknown = unknown;
    }

    /// @param answers `(n, d)` answers of the pictures to choose from, rows of length 1
    /// @param prior `(d, d)` second moment of what is to be found
    /// @param most how many pictures at most
    /// @param share stop when this share of the prior's trace is known, 0..1
    static Anchors choose(Matrix answers, DMatrixRMaj prior, int most, double share) {
        int limit = Math.min(most, Math.min(answers.rows(), answers.columns()));
        DMatrixRMaj root = root(prior);
        // Row i: the answer as seen through the prior; its square length is the variance of its
        // score. Deflating the rows by the one chosen leaves what is still unknown.
        DMatrixRMaj seen = new DMatrixRMaj(answers.rows(), answers.columns());
        CommonOps_DDRM.mult(toDouble(answers), root, seen);
        DMatrixRMaj unknown = prior.copy();
        double all = CommonOps_DDRM.trace(prior);
        int[] rows = new int[limit];
        int count = 0;
        while (count < limit && CommonOps_DDRM.trace(unknown) > (1 - share) * all) {
            int next = longest(seen);
            var along = CommonOps_DDRM.extractRow(seen, next, null);
            double length = NormOps_DDRM.normF(along);
            if (length * length < 1e-9 * all / answers.columns()) {
                break;
            }
            CommonOps_DDRM.divide(along, length);
            var told = new DMatrixRMaj(answers.columns(), 1);
            CommonOps_DDRM.multTransB(root, along, told);
            CommonOps_DDRM.multAddTransB(-1, told, told, unknown);
            deflate(seen, along.data);
            rows[count] = next;
            count++;
        }
        int[] chosen = Arrays.copyOf(rows, count);
        return new Anchors(chosen, gain(answers, prior, chosen), unknown);
    }

    private static DMatrixRMaj root(DMatrixRMaj prior) {
        var damped = prior.copy();
        double small = 1e-9 * CommonOps_DDRM.trace(prior);
        for (int i = 0; i < damped.numRows; i++) {
            damped.add(i, i, small);
        }
        var cholesky = DecompositionFactory_DDRM.chol(damped.numRows, true);
        if (!cholesky.decompose(damped)) {
            throw new IllegalStateException("a second moment that is not positive");
        }
        return cholesky.getT(null);
    }

    private static int longest(DMatrixRMaj rows) {
        double[] squares = new double[rows.numRows];
        for (int i = 0; i < squares.length; i++) {
            for (int j = 0; j < rows.numCols; j++) {
                double value = rows.data[i * rows.numCols + j];
                squares[i] += value * value;
            }
        }
        int longest = 0;
        for (int i = 1; i < squares.length; i++) {
            if (squares[i] > squares[longest]) {
                longest = i;
            }
        }
        return longest;
    }

    private static void deflate(DMatrixRMaj rows, double[] along) {
        for (int i = 0; i < rows.numRows; i++) {
            int at = i * along.length;
            double dot = 0;
            for (int j = 0; j < along.length; j++) {
                dot += rows.data[at + j] * along[j];
            }
            for (int j = 0; j < along.length; j++) {
                rows.data[at + j] -= dot * along[j];
            }
        }
    }

    private static DMatrixRMaj toDouble(Matrix floats) {
        var doubles = new DMatrixRMaj(floats.rows(), floats.columns());
        for (int i = 0; i < doubles.data.length; i++) {
            doubles.data[i] = floats.data()[i];
        }
        return doubles;
    }

    /// Which rows of the answers were chosen, in order.
    int[] rows() {
        return rows.clone();
    }

    /// Covariance of what remains unknown, `(d, d)`, in the prior's scale.
    DMatrixRMaj unknown() {
        return unknown.copy();
    }

    /// Most likely vector.
    ///
    /// @param scores one a chosen row, in order
    /// @return d numbers, length 1
    double[] estimate(double[] scores) {
        var found = new DMatrixRMaj(gain.numRows, 1);
        CommonOps_DDRM.mult(gain, new DMatrixRMaj(scores.length, 1, true, scores), found);
        double squares = 0;
        for (double value : found.data) {
            squares += value * value;
        }
        CommonOps_DDRM.divide(found, Math.sqrt(Math.max(squares, 1e-300)));
        return found.data;
    }

    /// Second moment of rows.
    static DMatrixRMaj secondMoment(Matrix answers) {
        var all = toDouble(answers);
        var sum = new DMatrixRMaj(all.numCols, all.numCols);
        CommonOps_DDRM.multTransA(1.0 / all.numRows, all, all, sum);
        return sum;
    }

    /// `prior A' (A prior A' + noise I)^-1`, `(d, m)`.
    private static DMatrixRMaj gain(Matrix answers, DMatrixRMaj prior, int[] chosen) {
        int d = answers.columns();
        var a = new DMatrixRMaj(chosen.length, d);
        for (int i = 0; i < chosen.length; i++) {
            for (int j = 0; j < d; j++) {
                a.data[i * d + j] = answers.at(chosen[i], j);
            }
        }
        var across = new DMatrixRMaj(chosen.length, d); // A prior
        CommonOps_DDRM.mult(a, prior, across);
        var square = new DMatrixRMaj(chosen.length, chosen.length);
        CommonOps_DDRM.multTransB(across, a, square);
        for (int i = 0; i < chosen.length; i++) {
            square.add(i, i, NOISE);
        }
        var turned = new DMatrixRMaj(chosen.length, d);
        if (chosen.length > 0) {
            var solver = LinearSolverFactory_DDRM.symmPosDef(chosen.length);
            if (!solver.setA(square)) {
                throw new IllegalStateException("anchors that depend on each other");
            }
            solver.solve(across, turned);
        }
        return CommonOps_DDRM.transpose(turned, null);
    }
}
