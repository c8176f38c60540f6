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

/// As [RebuildStep], and keeps an album of the best faces known on the way.
///
/// @param goal the cosine whose first face is kept
/// @param untilGoal whether a group ends when all of its targets have reached it
record WatchedStep(
        Bench bench,
        EigenfaceAttacks attacks,
        String onnx,
        StudyPlan.Attack attack,
        double goal,
        boolean untilGoal,
        StepRunner.Done leak,
        StepRunner.Done basis)
        implements Step {

    @Override
    public String name() {
        return "watched-%s-%s%s"
                .formatted(Bench.label(onnx), attack.label(), untilGoal ? "-until-goal" : "");
    }

    @Override
    public String settings() {
        return "seed %d, goal %s, %s"
                .formatted(bench.file().plan().seed(), goal, Sha256.of(StrictJson.write(attack)));
    }

    @Override
    public Map<String, String> inputs() throws WorkException, InterruptedException {
        Map<String, String> inputs = bench.inputs(onnx);
        inputs.put("leak", leak.fingerprint());
        inputs.put("basis", basis.fingerprint());
        return inputs;
    }

    @Override
    public void run(Path folder, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var plan = bench.file().plan();
        try (Extractor extractor = bench.open(onnx)) {
            var of =
                    new Attacks.Rebuilding(
                            attack,
                            leak.folder().resolve(LeakStep.VECTORS),
                            Optional.of(basis.folder().resolve(BasisStep.BASIS)),
                            Optional.empty(),
                            attack.targets().orElse(plan.targets().count()),
                            plan.seed());
            var album = new FaceAlbum(folder, attack.search(), goal, extractor.card().sha256());
            attacks.attack(of, extractor, folder)
                    .run(
                            searches -> new WatchedSearches(searches, album, untilGoal),
                            event -> EigenfaceAttacks.show(event, events));
            bench.note(extractor.device(), List.of()).write(folder);
        }
    }
}
