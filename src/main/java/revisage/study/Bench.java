package revisage.study;

import revisage.extract.Extractor;
import revisage.face.FaceFinder;
import revisage.people.FaceReader;
import revisage.people.WhichFace;
import revisage.work.Progress;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What the steps of a study work with: engines, opened when a step needs them and not before.
final class Bench {

    private final Engines engines;
    private final PlanFile file;

    Bench(Engines engines, PlanFile file) {
        this.engines = engines;
        this.file = file;
    }

    Engines engines() {
        return engines;
    }

    PlanFile file() {
        return file;
    }

    /// The file's name without its ending: what an extractor is called in names of steps.
    static String label(String onnx) {
        String name = String.valueOf(Path.of(onnx).getFileName());
        return name.replaceFirst("\\.onnx$", "");
    }

    /// What decides an extractor's answers: the file, and the card beside it if there is one.
    void describe(String onnx, Map<String, String> inputs)
            throws WorkException, InterruptedException {
        Path model = file.resolve(onnx);
        inputs.put("extractor " + label(onnx), Sha256.of(model));
        Path card = model.resolveSibling(label(onnx) + ".card.json");
        if (Files.exists(card)) {
            inputs.put("card " + label(onnx), Sha256.of(card));
        }
    }

    /// What decides how faces are cut out.
    void describeAlignment(Map<String, String> inputs) throws WorkException, InterruptedException {
        Optional<String> finder = file.plan().finder();
        if (finder.isPresent()) {
            inputs.put("finder", Sha256.of(file.resolve(finder.get())));
        }
    }

    /// How faces are cut out, in words.
    String alignment() {
        return file.plan()
                .finder()
                .map(f -> "the largest face that " + label(f) + " finds, unless aligned already")
                .orElse("aligned already");
    }

    /// The caller closes it.
    Extractor open(String onnx) throws WorkException, InterruptedException {
        return engines.extractors().open(file.resolve(onnx), file.plan().deviceChoice());
    }

    /// Does something with a reader of faces, and closes what it used.
    <R> R reading(Reading<R> work, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        Optional<String> finder = file.plan().finder();
        if (finder.isEmpty()) {
            var reader = new FaceReader(engines.photos(), Optional.empty(), WhichFace.LARGEST);
            return work.with(reader, events);
        }
        try (FaceFinder found = engines.faceFinder(file.resolve(finder.get()))) {
            var reader = new FaceReader(engines.photos(), Optional.of(found), WhichFace.LARGEST);
            return work.with(reader, events);
        }
    }

    /// Work that reads faces.
    interface Reading<R> {

        R with(FaceReader reader, Consumer<? super Progress> events)
                throws WorkException, InterruptedException;
    }

    static Map<String, String> inputs() {
        return new TreeMap<>();
    }
}
