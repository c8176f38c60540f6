package revisage.study;

import revisage.extract.Extractor;
import revisage.people.WhichFace;
import revisage.store.StoredGallery.Excluded;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the steps of a study work with: engines, opened when a step needs them and not before.
record Bench(Engines engines, PlanFile file) {

    /// What an extractor is called in names of steps.
    static String label(String onnx) {
        return StudyPlan.label(onnx);
    }

    /// How faces are cut out.
    FaceCutting cutting() {
        return new FaceCutting(file.plan().finder().map(file::resolve), WhichFace.LARGEST);
    }

    /// What decides an extractor's answers to pictures: its file, the card beside it if there is
    /// one, and the face finder. The map is the caller's.
    Map<String, String> inputs(String onnx) throws WorkException, InterruptedException {
        Path model = file.resolve(onnx);
        Map<String, String> inputs = new TreeMap<>();
        inputs.put("extractor " + label(onnx), Sha256.of(model));
        Path card = model.resolveSibling(label(onnx) + ".card.json");
        if (Files.exists(card)) {
            inputs.put("card " + label(onnx), Sha256.of(card));
        }
        inputs.put("cut out", cutting().words());
        return inputs;
    }

    /// The caller closes it.
    Extractor open(String onnx) throws WorkException, InterruptedException {
        return engines.extractors().open(file.resolve(onnx), file.plan().deviceChoice());
    }

    /// @param device what the step ran on
    StepNote note(String device, List<Excluded> excluded)
            throws WorkException, InterruptedException {
        return new StepNote(device, cutting().words(), excluded);
    }
}
