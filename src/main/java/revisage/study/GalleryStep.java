package revisage.study;

import revisage.extract.Extractor;
import revisage.people.LabelledFolder;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/// A matcher gets to know its people.
///
/// Outputs: the folder `gallery`, `step.json`.
///
/// @param onnx F', as the plan names it
/// @param people who is enrolled
record GalleryStep(Bench bench, String onnx, LabelledFolder people) implements Step {

    static final String GALLERY = "gallery";

    @Override
    public String name() {
        return "gallery-" + Bench.label(onnx);
    }

    @Override
    public String settings() {
        return bench.alignment();
    }

    @Override
    public Map<String, String> inputs() throws WorkException, InterruptedException {
        Map<String, String> inputs = Bench.inputs();
        bench.describe(onnx, inputs);
        bench.describeAlignment(inputs);
        inputs.put("people", Casting.fingerprint(people.portraits()));
        return inputs;
    }

    @Override
    public void run(Path folder, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        try (Extractor extractor = bench.open(onnx)) {
            Enrolment.Result made =
                    bench.reading(
                            (reader, progress) ->
                                    new Enrolment(
                                                    people,
                                                    reader,
                                                    bench.alignment(),
                                                    extractor,
                                                    bench.file().resolve(onnx),
                                                    true,
                                                    folder.resolve(GALLERY))
                                            .run(progress),
                            events);
            new StepNote(extractor.device(), bench.alignment(), made.excluded()).write(folder);
        }
    }

    /// Where the gallery lies when the step is done.
    static Path galleryIn(StepRunner.Done done) {
        return done.folder().resolve(GALLERY);
    }
}
