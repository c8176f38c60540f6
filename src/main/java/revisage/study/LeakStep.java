package revisage.study;

import revisage.extract.Extractor;
import revisage.people.Portrait;
import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The targets' photos become vectors: what leaks.
///
/// Outputs: `leak.npy` with ids and people beside it, `step.json`.
///
/// @param onnx F, as the plan names it
/// @param targets whose vectors leak
record LeakStep(Bench bench, String onnx, List<Portrait> targets) implements Step {

    static final String VECTORS = "leak.npy";

    @Override
    public String name() {
        return "leak-" + Bench.label(onnx);
    }

    @Override
    public String settings() {
        return "";
    }

    @Override
    public Map<String, String> inputs() throws WorkException, InterruptedException {
        Map<String, String> inputs = bench.inputs(onnx);
        inputs.put("targets", Casting.fingerprint(targets));
        return inputs;
    }

    @Override
    public void run(Path folder, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        Path log = folder.resolve(".embedding.log");
        String words = bench.cutting().words();
        try (Extractor extractor = bench.open(onnx);
                var reader = bench.cutting().open(bench.engines())) {
            Embedding.Result made =
                    new Embedding(targets, reader.reader(), words, extractor, log).run(events);
            if (made.vectors().count() == 0) {
                throw new PlanException(
                        "None of the targets' photos could be used; the first: %s."
                                .formatted(made.excluded().getFirst().reason()),
                        "Name aligned 112x112 faces, or a face finder as 'finder' in the plan.");
            }
            bench.engines().vectorFiles().write(made.vectors(), folder.resolve(VECTORS));
            bench.note(extractor.device(), made.excluded()).write(folder);
        }
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw FileException.of("delete the finished log", log, e);
        }
    }
}
