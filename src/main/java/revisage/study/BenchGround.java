package revisage.study;

import revisage.measure.Counting;
import revisage.people.LabelledFolder;
import revisage.people.Portrait;
import revisage.work.Progress;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// What all parts of a benchmark stand on: gallery, leak and basis, made once and kept.
final class BenchGround implements AutoCloseable {

    private final BenchPlan plan;
    private final Bench bench;
    private final EigenfaceAttacks attacks;
    private final String version;
    private final StepRunner runner;
    private final List<Portrait> targets;
    private final int people;
    private final StepRunner.Done gallery;
    private final StepRunner.Done leak;
    private final StepRunner.Done basis;

    private BenchGround(
            BenchPlan plan,
            Engines engines,
            String version,
            StepRunner runner,
            Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        this.plan = plan;
        this.version = version;
        this.runner = runner;
        var file = new PlanFile(plan.study(), Path.of("").toAbsolutePath());
        bench = new Bench(engines, file);
        attacks = new EigenfaceAttacks(engines, version);
        var casting = new Casting(file);
        targets = casting.targets();
        LabelledFolder enrolled = casting.faces(file.plan().gallery());
        LabelledFolder known = casting.faces(plan.publicFaces());
        people = enrolled.people();
        gallery = runner.run(new GalleryStep(bench, plan.matcherOnnx(), enrolled), events);
        leak = runner.run(new LeakStep(bench, plan.onnx(), targets), events);
        basis = runner.run(new BasisStep(bench, attacks, plan.onnx(), known), events);
    }

    /// Makes what is missing.
    static BenchGround open(
            BenchPlan plan, Engines engines, String version, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        // Each step knows by itself whether it still holds, whatever the parts and budgets.
        String mark = Sha256.of("revisage bench".getBytes(StandardCharsets.UTF_8));
        var runner = StepRunner.open(plan.out(), mark);
        boolean opened = false;
        try {
            var ground = new BenchGround(plan, engines, version, runner, events);
            opened = true;
            return ground;
        } finally {
            if (!opened) {
                runner.close();
            }
        }
    }

    BenchPlan plan() {
        return plan;
    }

    Bench bench() {
        return bench;
    }

    /// The source photos.
    List<Portrait> targets() {
        return targets;
    }

    /// In the gallery.
    int people() {
        return people;
    }

    Path leakedVectors() {
        return leak.folder().resolve(LeakStep.VECTORS);
    }

    Path basisFile() {
        return basis.folder().resolve(BasisStep.BASIS);
    }

    Path galleryFolder() {
        return gallery.folder().resolve(GalleryStep.GALLERY);
    }

    Map<String, StepRunner.Done> done() {
        return runner.done();
    }

    /// @return the folder of the faces
    Path rebuild(StudyPlan.Attack attack, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var step = new RebuildStep(bench, attacks, plan.onnx(), attack, leak, Optional.of(basis));
        return runner.run(step, events).folder();
    }

    /// @param untilGoal whether a group ends when all of its targets have reached it
    /// @return the folder with the album
    Path watch(StudyPlan.Attack attack, boolean untilGoal, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var step =
                new WatchedStep(
                        bench, attacks, plan.onnx(), attack, plan.goal(), untilGoal, leak, basis);
        return runner.run(step, events).folder();
    }

    /// Looks for the people, type-II, in the whole gallery.
    SweepReport sweep(List<ProbeSet> sets, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        return new Sweep(
                        List.of(new Sweep.GalleryAt(galleryFolder(), Optional.of(plan.matcher()))),
                        sets,
                        Optional.of(ProbeSet.photos(targets)),
                        new SweepPlan(
                                BenchPlan.KS,
                                Optional.of(List.of(people)),
                                List.of(Counting.PICTURES, Counting.PEOPLE),
                                PhotoRule.TYPE_II,
                                OptionalDouble.empty(),
                                plan.seed()),
                        bench.cutting(),
                        bench.file().plan().deviceChoice(),
                        bench.engines(),
                        version)
                .run(events);
    }

    @Override
    public void close() {
        runner.close();
    }
}
