package revisage.store;

import revisage.algebra.Matrix;
import revisage.extract.ModelCard;
import revisage.face.FaceImage;
import revisage.reconstruct.EigenBasis;
import revisage.reconstruct.SharedKnowledge;
import revisage.vector.SafeTensors;
import revisage.vector.Tensor;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What `revisage eigenfaces fit` leaves, as one safetensors file: the basis and, where an
/// extractor was named, what an attacker knows of that extractor before the first target.
///
/// **Format** tensors `mean` (112, 112, 3), `axes` (k, 112, 112, 3), `deviations` (k), and those of
/// [SharedTensors]; 32-bit floats. A small file has 16-bit floats for all that is large and, where
/// the axes are symmetric, `axes_left` (k, 112, 56, 3) for `axes`. Words: `format`,
/// `format_version`, `made_from.KEY`. It names no picture and no person.
///
/// @param prepared for one extractor
public record StoredBasis(EigenBasis basis, Optional<Prepared> prepared) {

    private static final String FORMAT = "revisage eigenfaces";
    private static final String VERSION = "1";
    private static final String MADE_FROM = "made_from.";
    private static final String REMEDY = "Make one with 'revisage eigenfaces fit'.";

    public StoredBasis {
        if (prepared.isPresent() && prepared.get().knowledge().components() != basis.components()) {
            throw new IllegalArgumentException("knowledge of another basis");
        }
    }

    /// @param extractor its name
    /// @param knowledge of it
    public record Prepared(String extractor, SharedKnowledge knowledge) {}

    /// How much room the file may take.
    public enum Form {
        /// All numbers as they are.
        EXACT,
        /// About a quarter of that, at three digits.
        SMALL
    }

    /// Writes the file whole or not at all; the same content gives the same bytes.
    public void write(Path file) throws WorkException, InterruptedException {
        write(file, Form.EXACT);
    }

    /// The same in this form.
    public void write(Path file, Form form) throws WorkException, InterruptedException {
        var words = new TreeMap<String, String>();
        words.put("format", FORMAT);
        words.put("format_version", VERSION);
        basis.madeFrom().forEach((key, value) -> words.put(MADE_FROM + key, value));
        long side = FaceImage.SIDE;
        long k = basis.components();
        var tensors = new HashMap<String, Tensor>();
        tensors.put("mean", Tensor.floats(basis.mean(), side, side, 3));
        boolean folded = form == Form.SMALL && basis.symmetric();
        if (folded) {
            tensors.put("axes_left", Tensor.floats(basis.leftHalves(), k, side, side / 2, 3));
        } else {
            tensors.put("axes", Tensor.floats(basis.axes().data(), k, side, side, 3));
        }
        tensors.put("deviations", Tensor.floats(basis.deviations(), k));
        prepared.ifPresent(p -> SharedTensors.put(p, words, tensors));
        if (form == Form.SMALL) {
            tensors.replaceAll((_, tensor) -> smaller(tensor));
        }
        SafeTensors.write(file, words, tensors);
    }

    private static Tensor smaller(Tensor tensor) {
        if (tensor.shape().size() != 2 && tensor.shape().size() != 4) {
            return tensor;
        }
        long[] shape = tensor.shape().stream().mapToLong(n -> n).toArray();
        return Tensor.halves(tensor.toFloats(), shape);
    }

    /// @throws revisage.vector.VectorFileException if the file is no safetensors file or damaged
    /// @throws StoreException if it is no basis, of another version, or cannot be one
    public static StoredBasis read(Path file) throws WorkException {
        SafeTensors found = SafeTensors.read(file);
        if (!found.metadata("format").orElse("").equals(FORMAT)) {
            throw new StoreException("%s is not a basis of eigenfaces.".formatted(file), REMEDY);
        }
        String version = found.metadata("format_version").orElse("");
        if (!version.equals(VERSION)) {
            throw new StoreException(
                    "The basis %s has format version '%s', this program knows '%s'."
                            .formatted(file, version, VERSION),
                    "Use the version that wrote it, or make it again with 'revisage eigenfaces"
                            + " fit'.");
        }
        try {
            EigenBasis basis = basis(found, file);
            return new StoredBasis(basis, SharedTensors.of(found, file, basis.components()));
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    "The basis %s is damaged: %s.".formatted(file, e.getMessage()), REMEDY, e);
        }
    }

    private static EigenBasis basis(SafeTensors found, Path file) throws WorkException {
        boolean folded = found.tensors().containsKey("axes_left");
        String axesName = folded ? "axes_left" : "axes";
        List<Long> shape = found.tensor(axesName).shape();
        long k = shape.isEmpty() ? 0 : shape.getFirst();
        if (k < 1 || k > FaceImage.VALUES) {
            throw new StoreException(
                    "The basis %s has axes of shape %s.".formatted(file, shape), REMEDY);
        }
        long side = FaceImage.SIDE;
        float[] mean = floats(found, "mean", file, side, side, 3);
        float[] axes = floats(found, axesName, file, k, side, folded ? side / 2 : side, 3);
        float[] deviations = floats(found, "deviations", file, k);
        for (int i = 0; i < deviations.length; i++) {
            if (!(deviations[i] > 0) || (i > 0 && deviations[i] > deviations[i - 1])) {
                throw new StoreException(
                        "The basis %s is damaged: deviation %d is %s."
                                .formatted(file, i, deviations[i]),
                        REMEDY);
            }
        }
        var madeFrom = new TreeMap<String, String>();
        for (Map.Entry<String, String> word : found.metadata().entrySet()) {
            if (word.getKey().startsWith(MADE_FROM)) {
                madeFrom.put(word.getKey().substring(MADE_FROM.length()), word.getValue());
            }
        }
        if (folded) {
            return EigenBasis.ofLeftHalves(mean, axes, deviations, madeFrom);
        }
        var matrix = new Matrix(Math.toIntExact(k), FaceImage.VALUES, axes);
        return new EigenBasis(mean, matrix, deviations, madeFrom);
    }

    /// A tensor of this shape, all finite.
    static float[] floats(SafeTensors found, String name, Path file, long... shape)
            throws WorkException {
        Tensor tensor = found.tensor(name);
        List<Long> wanted = Arrays.stream(shape).boxed().toList();
        if (!tensor.shape().equals(wanted)) {
            throw new StoreException(
                    "The basis %s has '%s' of shape %s, not %s."
                            .formatted(file, name, tensor.shape(), wanted),
                    REMEDY);
        }
        float[] values = tensor.toFloats();
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new StoreException(
                        "The basis %s is damaged: '%s' holds %s.".formatted(file, name, value),
                        REMEDY);
            }
        }
        return values;
    }

    /// What is known of this extractor.
    ///
    /// @param attacked whose vectors leaked
    /// @param file this basis, for the message
    /// @throws StoreException if nothing is, or only of another extractor
    public SharedKnowledge knowledgeOf(ModelCard attacked, Path file) throws StoreException {
        String remedy =
                "Make it again with this extractor: 'revisage eigenfaces fit --extractor', or"
                        + " choose '--search reference', which needs no preparation.";
        Prepared part =
                prepared.orElseThrow(
                        () ->
                                new StoreException(
                                        "The basis %s was not prepared for an extractor."
                                                .formatted(file),
                                        remedy));
        String hash = part.knowledge().extractor();
        if (!hash.equals(attacked.sha256())) {
            throw new StoreException(
                    "The basis %s was prepared for the extractor %s (%s...), not for %s (%s...)."
                            .formatted(
                                    file,
                                    part.extractor(),
                                    hash.substring(0, Math.min(12, hash.length())),
                                    attacked.name(),
                                    attacked.sha256().substring(0, 12)),
                    remedy);
        }
        if (part.knowledge().dimension() != attacked.dimension()) {
            throw new StoreException(
                    "The basis %s was prepared for vectors of %d dimensions, not of %d."
                            .formatted(file, part.knowledge().dimension(), attacked.dimension()),
                    remedy);
        }
        return part.knowledge();
    }
}
