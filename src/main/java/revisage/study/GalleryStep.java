package revisage.study;

import revisage.people.LabelledFolder;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
        return "";
    }

    @Override
    public Map<String, String> inputs() throws WorkException, InterruptedException {
        Map<String, String> inputs = bench.inputs(onnx);
        inputs.put("people", Casting.fingerprint(people.portraits()));
        return inputs;
    }

    @Override
    public void run(Path folder, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        GalleryMaking.Made made =
                new GalleryMaking(
                                bench.engines(),
                                people,
                                bench.cutting(),
                                bench.file().resolve(onnx),
                                Optional.empty(),
                                bench.file().plan().deviceChoice(),
                                true,
                                folder.resolve(GALLERY))
                        .run(events);
        bench.note(made.device(), made.enrolled().excluded()).write(folder);
    }
}
