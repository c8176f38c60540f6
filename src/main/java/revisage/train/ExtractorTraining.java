package revisage.train;

import revisage.extract.StrictJson;
import revisage.store.Checkpoint;
import revisage.store.FolderLock;
import revisage.work.Sha256;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Trains one extractor by a plan, in a folder. Stopped, killed or broken off, the same plan in the
/// same folder goes on from the last checkpoint, on the same curve.
///
/// Files: `checkpoint`, `checkpoint.previous`, `log.jsonl`, the faces, and at the end `NAME.onnx`,
/// `NAME.card.json`, `plan.json`, `training.json`.
public final class ExtractorTraining implements Work<TrainingEvent, TrainingReport> {

    /// Steps between two lines of the log.
    private static final int LINE = 20;

    /// Held-out people who are compared while it learns; at the end it is all.
    private static final int QUICK_PEOPLE = 150;

    private final ExtractorPlan plan;
    private final Path base;
    private final Path out;
    private final TrainingTools tools;
    private final boolean finish;
    private final String version;

    /// @param base what relative paths of the plan start from
    /// @param finish end now: write the extractor as the last checkpoint has it
    /// @param version of the program, for the report
    public ExtractorTraining(
            ExtractorPlan plan,
            Path base,
            Path out,
            TrainingTools tools,
            boolean finish,
            String version) {
        this.plan = plan.complete();
        this.base = base;
        this.out = out;
        this.tools = tools;
        this.finish = finish;
        this.version = version;
    }

    @Override
    public TrainingReport run(Consumer<? super TrainingEvent> events)
            throws WorkException, InterruptedException {
        try (FolderLock _ = FolderLock.take(out)) {
            TrainingFaces faces =
                    TrainingFaces.open(
                            plan.data(),
                            Optional.empty(),
                            base,
                            out,
                            tools,
                            p -> events.accept(new TrainingEvent.Preparing(p)));
            Split split = Split.of(faces.all(), plan.held(), plan.seed());
            long stepsAnEpoch = BatchFeeder.stepsAnEpoch(split, recipe().faces());
            if (stepsAnEpoch == 0) {
                throw new TrainingException(
                        "There are %d faces to learn from, fewer than the %d of one step."
                                .formatted(split.count(), recipe().faces()),
                        "Name more faces or a smaller batch.");
            }
            try (Trainee trainee = tools.trainees().begin(plan, split.classes())) {
                return run(trainee, faces, split, Schedule.of(plan, stepsAnEpoch), events);
            }
        }
    }

    private Recipe recipe() {
        return plan.recipe().orElseThrow();
    }

    private TrainingReport run(
            Trainee trainee,
            TrainingFaces faces,
            Split split,
            Schedule schedule,
            Consumer<? super TrainingEvent> events)
            throws WorkException, InterruptedException {
        var checkpoint = new Checkpoint(out.resolve("checkpoint"), owner(split));
        Optional<Checkpoint.Found> found = checkpoint.read();
        long from = found.map(f -> f.state().longs("step")[0]).orElse(0L);
        found.ifPresent(f -> trainee.restore(f.state()));
        Tally tally = found.map(f -> Tally.of(f.state())).orElseGet(Tally::new);
        events.accept(
                new TrainingEvent.Began(
                        split.count(),
                        split.classes(),
                        trainee.parameters(),
                        trainee.device(),
                        schedule.stepsAnEpoch(),
                        schedule.steps(),
                        from,
                        found.map(Checkpoint.Found::damaged).orElse(false)));
        var yardstick = new HeldOutPeople(faces.all(), split);
        var kept = new KeptTraining(checkpoint, trainee, tally::addTo, plan);
        var log = new TrainingLog(out, from);
        long end = from;
        if (!finish) {
            try (var feeder =
                    new BatchFeeder(
                            faces.all(),
                            split,
                            new Augmenter(plan.augmentation().orElseThrow()),
                            plan.seed(),
                            recipe().faces(),
                            from,
                            schedule.steps())) {
                LearningRun.Look look = () -> yardstick.figures(trainee, QUICK_PEOPLE);
                end =
                        new LearningLoop(schedule.steps(), LINE, plan.secondsBetween())
                                .run(
                                        new LearningRun(
                                                trainee, schedule, feeder, kept, log, tally, look,
                                                events),
                                        from);
            }
        }
        return new Ending(plan, out, tools, version)
                .write(trainee, faces, split, yardstick, schedule, end, tally, events);
    }

    /// What a checkpoint belongs to: what is learned and from what, but not on how many cores.
    private String owner(Split split) {
        var same =
                new ExtractorPlan(
                        plan.schema(),
                        plan.name(),
                        plan.network(),
                        plan.seed(),
                        plan.data(),
                        plan.heldOut(),
                        plan.recipe(),
                        plan.loss(),
                        plan.augmentation(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return "extractor %d %d %s"
                .formatted(split.count(), split.classes(), Sha256.of(StrictJson.write(same)));
    }
}
