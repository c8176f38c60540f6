package revisage.reconstruct;

import revisage.algebra.LinearMap;
import revisage.algebra.Matrix;

/// What an attacker learns once about an extractor from pictures of his own, and uses for every
/// target: methods.md 1.7, steps 2 and 5.
///
/// Kinds: *public* faces are photographs of other people; *samples* are pictures `x(c)` drawn
/// around what the regression makes of public faces.
///
/// @param extractor SHA-256 of the extractor
/// @param publicAnswers `(n, d)`, rows of length 1
/// @param publicCoefficients `(n, k)`, of the same faces in the basis
/// @param sampleAnswers `(m, d)`, rows of length 1
/// @param sampleCoefficients `(m, k)`
/// @param warm vector -> coefficients, regressed on the public faces
/// @param inverse vector -> coefficients, regressed on the samples
/// @param jacobian coefficients -> vector, regressed on the samples: weights `(k, d)`
/// @param queries faces shown to the extractor to learn all this
public record SharedKnowledge(
        String extractor,
        Matrix publicAnswers,
        Matrix publicCoefficients,
        Matrix sampleAnswers,
        Matrix sampleCoefficients,
        LinearMap warm,
        LinearMap inverse,
        LinearMap jacobian,
        long queries) {

    public SharedKnowledge {
        int d = publicAnswers.columns();
        int k = publicCoefficients.columns();
        boolean fits =
                publicAnswers.rows() == publicCoefficients.rows()
                        && sampleAnswers.rows() == sampleCoefficients.rows()
                        && sampleAnswers.columns() == d
                        && sampleCoefficients.columns() == k
                        && goes(warm, d, k)
                        && goes(inverse, d, k)
                        && goes(jacobian, k, d);
        if (!fits) {
            throw new IllegalArgumentException("parts of different sizes");
        }
    }

    /// d.
    public int dimension() {
        return publicAnswers.columns();
    }

    /// k.
    public int components() {
        return publicCoefficients.columns();
    }

    private static boolean goes(LinearMap map, int from, int to) {
        return map.weights().rows() == from && map.weights().columns() == to;
    }
}
