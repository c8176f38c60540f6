package revisage.store;

import revisage.algebra.LinearMap;
import revisage.algebra.Matrix;
import revisage.reconstruct.SharedKnowledge;
import revisage.vector.SafeTensors;
import revisage.vector.Tensor;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// [SharedKnowledge] inside the file of a basis: tensors `shared.public_answers` (n, d),
/// `shared.public_coefficients` (n, k), `shared.sample_answers` (m, d),
/// `shared.sample_coefficients` (m, k), and of each of the maps `warm`, `inverse` (d to k) and
/// `jacobian` (k to d) `shared.MAP.weights`, `.from` and `.to`; words `shared.extractor`,
/// `shared.extractor_sha256`, `shared.queries`.
final class SharedTensors {

    private static final String EXTRACTOR = "shared.extractor";
    private static final String HASH = "shared.extractor_sha256";
    private static final String QUERIES = "shared.queries";

    private SharedTensors() {}

    static void put(
            StoredBasis.Prepared part, Map<String, String> words, Map<String, Tensor> tensors) {
        SharedKnowledge known = part.knowledge();
        words.put(EXTRACTOR, part.extractor());
        words.put(HASH, known.extractor());
        words.put(QUERIES, Long.toString(known.queries()));
        put("public_answers", known.publicAnswers(), tensors);
        put("public_coefficients", known.publicCoefficients(), tensors);
        put("sample_answers", known.sampleAnswers(), tensors);
        put("sample_coefficients", known.sampleCoefficients(), tensors);
        put("warm", known.warm(), tensors);
        put("inverse", known.inverse(), tensors);
        put("jacobian", known.jacobian(), tensors);
    }

    private static void put(String name, Matrix matrix, Map<String, Tensor> tensors) {
        tensors.put(
                "shared." + name, Tensor.floats(matrix.data(), matrix.rows(), matrix.columns()));
    }

    private static void put(String name, LinearMap map, Map<String, Tensor> tensors) {
        put(name + ".weights", map.weights(), tensors);
        tensors.put("shared." + name + ".from", Tensor.floats(map.from(), map.from().length));
        tensors.put("shared." + name + ".to", Tensor.floats(map.to(), map.to().length));
    }

    /// @param k axes of the basis
    /// @throws IllegalArgumentException if a word or a size cannot be
    static Optional<StoredBasis.Prepared> of(SafeTensors found, Path file, int k)
            throws WorkException {
        Optional<String> extractor = found.metadata(EXTRACTOR);
        Optional<String> hash = found.metadata(HASH);
        if (extractor.isEmpty() || hash.isEmpty()) {
            return Optional.empty();
        }
        long queries = Long.parseLong(found.metadata(QUERIES).orElse("0"));
        Matrix answers = matrix(found, "public_answers", file, -1);
        int d = answers.columns();
        var known =
                new SharedKnowledge(
                        hash.get(),
                        answers,
                        matrix(found, "public_coefficients", file, k),
                        matrix(found, "sample_answers", file, d),
                        matrix(found, "sample_coefficients", file, k),
                        map(found, "warm", file, d, k),
                        map(found, "inverse", file, d, k),
                        map(found, "jacobian", file, k, d),
                        queries);
        return Optional.of(new StoredBasis.Prepared(extractor.get(), known));
    }

    /// @param columns as many, or any number if negative
    private static Matrix matrix(SafeTensors found, String name, Path file, int columns)
            throws WorkException {
        List<Long> shape = found.tensor("shared." + name).shape();
        if (shape.size() != 2) {
            throw new IllegalArgumentException(
                    "'shared.%s' has the shape %s".formatted(name, shape));
        }
        long wanted = columns < 0 ? shape.getLast() : columns;
        float[] data = StoredBasis.floats(found, "shared." + name, file, shape.getFirst(), wanted);
        return new Matrix(Math.toIntExact(shape.getFirst()), Math.toIntExact(wanted), data);
    }

    private static LinearMap map(SafeTensors found, String name, Path file, int from, int to)
            throws WorkException {
        String prefix = "shared." + name;
        return new LinearMap(
                new Matrix(
                        from, to, StoredBasis.floats(found, prefix + ".weights", file, from, to)),
                StoredBasis.floats(found, prefix + ".from", file, from),
                StoredBasis.floats(found, prefix + ".to", file, to));
    }
}
