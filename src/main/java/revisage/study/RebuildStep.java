package revisage.study;

import revisage.extract.Extractor;
import revisage.extract.StrictJson;
import revisage.work.Progress;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Leaked vectors become faces again.
///
/// Outputs: `reconstructions.csv`, a PNG a target, `step.json`.
///
/// @param onnx F, as the plan names it
/// @param leak the step that made the vectors
/// @param basis the step that prepared the attack, if it searches
record RebuildStep(
        Bench bench,
        Attacks attacks,
        String onnx,
        StudyPlan.Attack attack,
        StepRunner.Done leak,
        Optional<StepRunner.Done> basis)
        implements Step {

    @Override
    public String name() {
        return "rebuilt-" + Bench.label(onnx) + "-" + attack.label();
    }

    @Override
    public String settings() {
        return "seed %d, %s"
                .formatted(bench.file().plan().seed(), Sha256.of(StrictJson.write(attack)));
    }

    @Override
    public Map<String, String> inputs() throws WorkException, InterruptedException {
        Map<String, String> inputs = bench.inputs(onnx);
        inputs.put("leak", leak.fingerprint());
        if (attack.network().isPresent()) {
            inputs.put("network", Sha256.of(bench.file().resolve(attack.network().get())));
        } else {
            inputs.put("basis", basis.orElseThrow().fingerprint());
        }
        return inputs;
    }

    @Override
    public void run(Path folder, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var plan = bench.file().plan();
        int targets =
                Math.min(plan.targets().count(), attack.targets().orElse(plan.targets().count()));
        try (Extractor extractor = bench.open(onnx)) {
            var of =
                    new Attacks.Rebuilding(
                            attack,
                            leak.folder().resolve(LeakStep.VECTORS),
                            basis.map(b -> b.folder().resolve(BasisStep.BASIS)),
                            attack.network().map(bench.file()::resolve),
                            targets,
                            plan.seed());
            attacks.rebuild(of, extractor, folder, events);
            bench.note(extractor.device(), List.of()).write(folder);
        }
    }
}
