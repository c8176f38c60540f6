package revisage.train;

import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.extract.StrictJson;
import revisage.face.FaceImage;
import revisage.store.Checkpoint;
import revisage.store.FolderLock;
import revisage.store.StoredBasis;
import revisage.work.Dice;
import revisage.work.Sha256;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Trains one reconstructor by a plan, in a folder. Stopped, killed or broken off, the same plan in
/// the same folder goes on from the last checkpoint, on the same curve.
///
/// Files: `checkpoint`, `checkpoint.previous`, `log.jsonl`, `sheet.png`, faces and vectors, and at
/// the end `NAME.onnx`, `NAME.card.json`, `plan.json`, `training.json`.
public final class ReconstructorTraining implements Work<TrainingEvent, ReconstructorReport> {

    /// Steps between two lines of the log.
    private static final int LINE = 20;

    /// Looks at the held-out faces in a whole training.
    private static final int LOOKS = 24;

    private final ReconstructorPlan plan;
    private final PlanPaths paths;
    private final Path out;
    private final TrainingTools tools;
    private final boolean finish;
    private final String version;

    /// @param paths where the plan's paths lead
    /// @param finish end now: write the reconstructor as the last checkpoint has it
    /// @param version of the program, for the report
    public ReconstructorTraining(
            ReconstructorPlan plan,
            PlanPaths paths,
            Path out,
            TrainingTools tools,
            boolean finish,
            String version) {
        this.plan = plan.complete();
        this.paths = paths;
        this.out = out;
        this.tools = tools;
        this.finish = finish;
        this.version = version;
    }

    @Override
    public ReconstructorReport run(Consumer<? super TrainingEvent> events)
            throws WorkException, InterruptedException {
        Path onnx = paths.resolve(plan.extractor());
        try (FolderLock _ = FolderLock.take(out);
                Extractor extractor = tools.extractors().open(onnx, DeviceChoice.AUTO)) {
            TrainingFaces faces =
                    TrainingFaces.open(
                            plan.data(),
                            plan.people(),
                            paths.base(),
                            out,
                            tools,
                            p -> events.accept(new TrainingEvent.Preparing(p)));
            int[] order = drawn(faces.all());
            int[] heldOut = Arrays.copyOf(order, plan.held());
            LabelledFaces all = withDrawn(faces.all(), extractor, events);
            int[] learned =
                    IntStream.concat(
                                    Arrays.stream(order).skip(plan.held()).sorted(),
                                    IntStream.range(faces.all().count(), all.count()))
                            .toArray();
            var stock =
                    new PairStock(
                            all,
                            learned,
                            plan.making(),
                            new Augmenter(plan.augmentation().orElseThrow()),
                            plan.seed(),
                            extractor.card().dimension());
            stock.complete(
                    extractor,
                    out.resolve("pairs"),
                    pairsOf(extractor, faces),
                    p -> events.accept(new TrainingEvent.Preparing(p)));
            Course course = method().course(stock.count());
            try (ReconstructorTrainee trainee =
                    tools.reconstructors().begin(plan, paths, stock.dimension(), stock.count())) {
                var sheet =
                        new HeldOutSheet(
                                some(faces.all(), heldOut.length == 0 ? learned : heldOut),
                                extractor,
                                out,
                                plan.name() + ": " + method().origin());
                return run(trainee, course, faces, stock, heldOut.length, sheet, extractor, events);
            }
        }
    }

    /// The faces of the data, and behind them those drawn in a basis.
    private LabelledFaces withDrawn(
            LabelledFaces faces, Extractor extractor, Consumer<? super TrainingEvent> events)
            throws WorkException, InterruptedException {
        if (plan.making().drawings() == 0) {
            return faces;
        }
        Path file = paths.resolve(plan.making().basis().orElseThrow());
        StoredBasis stored = StoredBasis.read(file);
        var drawn =
                new DrawnFaces(
                        stored.basis(),
                        stored.knowledgeOf(extractor.card(), file),
                        Sha256.of(file),
                        plan.making().drawings(),
                        plan.seed());
        int threads = Runtime.getRuntime().availableProcessors();
        return new JoinedFaces(
                faces,
                FaceStock.open(
                        out.resolve("drawn"),
                        drawn,
                        threads,
                        p -> events.accept(new TrainingEvent.Preparing(p))));
    }

    private ReconstructorMethod method() {
        return plan.method().chosen();
    }

    /// One face of each held-out person first, then all faces of the others.
    private int[] drawn(LabelledFaces faces) throws TrainingException {
        if (faces.people() < plan.held() + 2) {
            throw new TrainingException(
                    "The data has %d people, and %d are held out: too few are left to learn from."
                            .formatted(faces.people(), plan.held()),
                    "Name more people or hold fewer out.");
        }
        int[] people = new int[faces.people()];
        Arrays.setAll(people, i -> i);
        var dice = new Random(Dice.seed(plan.seed(), Dice.of("held out")));
        var first = new ArrayList<Integer>();
        var rest = new ArrayList<Integer>();
        boolean[] held = new boolean[people.length];
        for (int i = 0; i < plan.held(); i++) {
            int j = i + dice.nextInt(people.length - i);
            int person = people[j];
            people[j] = people[i];
            people[i] = person;
            held[person] = true;
        }
        boolean[] taken = new boolean[people.length];
        for (int i = 0; i < faces.count(); i++) {
            int person = faces.person(i);
            if (!held[person]) {
                rest.add(i);
            } else if (!taken[person]) {
                taken[person] = true;
                first.add(i);
            }
        }
        first.addAll(rest);
        return first.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<FaceImage> some(LabelledFaces faces, int[] chosen)
            throws WorkException, InterruptedException {
        var some = new ArrayList<FaceImage>();
        byte[] rgb = new byte[FaceImage.VALUES];
        for (int i = 0; i < Math.min(chosen.length, 64); i++) {
            faces.copy(chosen[i], rgb);
            some.add(new FaceImage(rgb));
        }
        return some;
    }

    private String pairsOf(Extractor extractor, TrainingFaces faces)
            throws WorkException, InterruptedException {
        Optional<String> basis = plan.making().basis();
        return "%s %d %d %d %s %s%s"
                .formatted(
                        extractor.card().sha256(),
                        plan.seed(),
                        plan.held(),
                        faces.all().count(),
                        Sha256.of(StrictJson.write(plan.making())),
                        Sha256.of(StrictJson.write(plan.augmentation().orElseThrow())),
                        basis.isEmpty() ? "" : " " + Sha256.of(paths.resolve(basis.get())));
    }

    private ReconstructorReport run(
            ReconstructorTrainee trainee,
            Course course,
            TrainingFaces faces,
            PairStock stock,
            int heldOut,
            HeldOutSheet sheet,
            Extractor extractor,
            Consumer<? super TrainingEvent> events)
            throws WorkException, InterruptedException {
        var checkpoint = new Checkpoint(out.resolve("checkpoint"), owner(extractor, stock));
        Optional<Checkpoint.Found> found = checkpoint.read();
        long from = found.map(f -> f.state().longs("step")[0]).orElse(0L);
        found.ifPresent(f -> trainee.restore(f.state()));
        LossTally tally = found.map(f -> LossTally.of(f.state())).orElseGet(LossTally::new);
        int learned = stock.count() / plan.making().each();
        events.accept(
                new TrainingEvent.Opened(
                        stock.count(),
                        learned,
                        heldOut,
                        trainee.parameters(),
                        trainee.device(),
                        course.steps(),
                        from,
                        found.map(Checkpoint.Found::damaged).orElse(false)));
        sheet.cut(from);
        long end = from;
        if (!finish) {
            try (var feeder = new PairFeeder(stock, course, plan.seed(), trainee.side(), from)) {
                var lessons =
                        new ReconstructorRun(
                                trainee,
                                course,
                                stock.count(),
                                feeder,
                                new KeptTraining(checkpoint, trainee, tally::addTo, plan),
                                new TrainingLog(out, from),
                                tally,
                                sheet,
                                Math.max(1, course.steps() / LOOKS),
                                events);
                end =
                        new LearningLoop(course.steps(), LINE, plan.secondsBetween())
                                .run(lessons, from);
            }
        }
        var outcome =
                new ReconstructorEnding.Outcome(
                        end, course, tally, course.shown(end) - course.shown(from));
        return new ReconstructorEnding(plan, paths, out, tools, version)
                .write(trainee, faces, stock, heldOut, sheet, extractor, outcome, events);
    }

    /// What a checkpoint belongs to: what is learned and from what, but not on how many cores.
    private String owner(Extractor extractor, PairStock stock) {
        return "reconstructor %d %s %s"
                .formatted(
                        stock.count(),
                        extractor.card().sha256(),
                        Sha256.of(StrictJson.write(plan.anywhere())));
    }
}
