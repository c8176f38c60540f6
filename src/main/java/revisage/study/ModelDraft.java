package revisage.study;

import revisage.extract.ModelCard;
import revisage.extract.ModelException;
import revisage.extract.ModelOutline;
import revisage.extract.UsualInputs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A model card as far as it can be written without trying anything: from what the file says, what
/// an earlier card said, and what the user says.
///
/// @param model the file
/// @param outline what it says
/// @param before an earlier card of the same file
/// @param name the user's word goes first, here and below
/// @param dimension d, for a file that does not say it
public record ModelDraft(
        Path model,
        ModelOutline outline,
        Optional<ModelCard> before,
        Optional<String> name,
        Optional<String> licence,
        Optional<String> source,
        Optional<Integer> dimension) {

    private static final String UNKNOWN = "unknown";

    /// @throws ModelException if it is no extractor, or does not say how many numbers it gives
    public ModelCard card() throws ModelException {
        ModelCard.Input input = candidates().getFirst().input();
        return new ModelCard(
                name.or(() -> before.map(ModelCard::name)).orElseGet(this::fileName),
                outline.sha256(),
                before.map(ModelCard::input).orElse(input),
                before.isPresent() && dimension.isEmpty() ? before.get().output() : output(),
                licence.or(() -> before.map(ModelCard::licence)).orElse(UNKNOWN),
                source.or(() -> before.map(ModelCard::source)).orElse(UNKNOWN),
                before.flatMap(ModelCard::paper));
    }

    /// The preprocessings worth trying.
    public List<UsualInputs.Candidate> candidates() throws ModelException {
        return UsualInputs.of(outline);
    }

    /// The output that looks like a vector: the first that says its size, else the first.
    private ModelCard.Output output() throws ModelException {
        List<ModelOutline.Port> floats =
                outline.outputs().stream().filter(p -> p.type().equals("float32")).toList();
        if (floats.isEmpty()) {
            throw new ModelException(
                    "The model %s gives no float32 numbers.".formatted(model),
                    "Name a face extractor.");
        }
        ModelOutline.Port port =
                floats.stream().filter(p -> size(p) > 1).findFirst().orElse(floats.getFirst());
        long d = dimension.map(Integer::longValue).orElse(size(port));
        if (d < 1 || d > 1 << 16) {
            throw new ModelException(
                    "The model %s does not say how many numbers '%s' has for a face."
                            .formatted(model, port.name()),
                    "Say it with --dimension.");
        }
        return new ModelCard.Output(port.name(), (int) d, false, "cosine");
    }

    private static long size(ModelOutline.Port port) {
        List<Long> face = port.shape().stream().skip(1).toList();
        return face.isEmpty() || face.stream().anyMatch(s -> s < 1)
                ? -1
                : face.stream().reduce(1L, (a, b) -> a * b);
    }

    private String fileName() {
        String file = String.valueOf(model.getFileName()).replaceFirst("(?i)\\.onnx$", "");
        return file.isBlank() ? UNKNOWN : file;
    }
}
