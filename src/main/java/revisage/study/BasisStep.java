package revisage.study;

import revisage.extract.Extractor;
import revisage.people.LabelledFolder;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Public faces become what the searches walk along.
///
/// Outputs: `basis.safetensors`, `step.json`.
///
/// @param onnx F, as the plan names it
/// @param faces public faces of other people
record BasisStep(Bench bench, Attacks attacks, String onnx, LabelledFolder faces) implements Step {

    static final String BASIS = "basis.safetensors";

    private int components() {
        return bench.file().plan().basis().orElseThrow().components().orElseThrow();
    }

    @Override
    public String name() {
        return "basis-" + Bench.label(onnx);
    }

    @Override
    public String settings() {
        var plan = bench.file().plan();
        return "%d components, seed %d".formatted(components(), plan.seed());
    }

    @Override
    public Map<String, String> inputs() throws WorkException, InterruptedException {
        Map<String, String> inputs = bench.inputs(onnx);
        inputs.put("faces", Casting.fingerprint(faces.portraits()));
        return inputs;
    }

    @Override
    public void run(Path folder, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var plan = bench.file().plan();
        try (Extractor extractor = bench.open(onnx);
                var reader = bench.cutting().open(bench.engines())) {
            var of =
                    new Attacks.Preparation(
                            faces.portraits(), reader.reader(), components(), plan.seed());
            attacks.prepare(of, extractor, folder, events);
            bench.note(extractor.device(), List.of()).write(folder);
        }
    }
}
