package revisage.study;

import static java.nio.charset.StandardCharsets.US_ASCII;

import revisage.extract.StrictJson;
import revisage.train.ReconstructorPlan;
import revisage.train.ReconstructorPlanFile;
import revisage.train.ReconstructorReport;
import revisage.train.TrainingData;
import revisage.train.TrainingEvent;
import revisage.train.Trainings;
import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.Sha256;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Trains the networks of a [NetworkGrid] that are not there yet. One that was stopped goes on; one
/// that is finished is used as it is, by this study and any other with the same settings.
///
/// Each has a folder `NAME-EXTRACTOR-HASH`, the hash being that of its whole plan and of the
/// extractor; so other settings never meet in one folder.
record NetworkNursery(PlanFile file, Trainings trainings, NetworkGrid grid) {

    /// Attacks by the networks for one extractor.
    ///
    /// @param onnx F, as the plan names it
    List<StudyPlan.Attack> attacks(String onnx, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var attacks = new ArrayList<StudyPlan.Attack>();
        for (NetworkGrid.Set set : grid.sets()) {
            for (ReconstructorPlan.Method method : grid.methods()) {
                Path network = network(onnx, method, set, events);
                attacks.add(StudyPlan.Attack.network(network.toString()));
            }
        }
        return attacks;
    }

    private Path network(
            String onnx,
            ReconstructorPlan.Method method,
            NetworkGrid.Set set,
            Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        String name = NetworkGrid.name(method, set);
        Path extractor = file.resolve(onnx).toAbsolutePath();
        ReconstructorPlan plan = plan(name, extractor, method, set);
        byte[] json = StrictJson.write(plan);
        String same = Sha256.of(StrictJson.write(plan.anywhere()));
        String hash = Sha256.of((same + Sha256.of(extractor)).getBytes(US_ASCII));
        Path folder =
                file.resolve(grid.folder())
                        .toAbsolutePath()
                        .resolve(name + "-" + Bench.label(onnx) + "-" + hash.substring(0, 12));
        Path network = folder.resolve(name + ".onnx");
        if (finished(folder, network)) {
            return network;
        }
        Path planned = folder.resolve(SharedStock.PLAN);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw FileException.of("make the folder", folder, e);
        }
        WholeFile.write("write the plan", planned, json);
        new SharedStock(file.resolve(grid.folder()).toAbsolutePath()).lend(folder, plan);
        trainings
                .reconstructor(
                        ReconstructorPlanFile.read(planned),
                        new Trainings.Order(folder, false, false))
                .run(event -> show(name, event, events));
        return network;
    }

    private ReconstructorPlan plan(
            String name, Path extractor, ReconstructorPlan.Method method, NetworkGrid.Set set)
            throws PlanException {
        for (String named : method.chosen().files()) {
            absolute(named);
        }
        Optional<String> basis = grid.pairs().flatMap(p -> p.basis());
        if (basis.isPresent()) {
            absolute(basis.get());
        }
        Optional<String> finder =
                set.images().isPresent()
                        ? file.plan().finder().map(f -> file.resolve(f).toString())
                        : Optional.empty();
        return new ReconstructorPlan(
                ReconstructorPlan.SCHEMA,
                name,
                method,
                extractor.toString(),
                file.plan().seed(),
                new TrainingData(
                        set.synthetic(),
                        set.images().map(i -> file.resolve(i).toAbsolutePath().toString()),
                        Optional.empty(),
                        finder),
                set.people(),
                grid.heldOut(),
                grid.pairs(),
                Optional.empty(),
                grid.threads(),
                file.plan().device(),
                Optional.empty());
    }

    /// The plan of a network lies in the network's folder, not beside the study's.
    private static void absolute(String named) throws PlanException {
        if (!Path.of(named).isAbsolute()) {
            throw new PlanException(
                    "The file '%s' of the plan's networks is named from nowhere.".formatted(named),
                    "Name it with its whole path.");
        }
    }

    private static boolean finished(Path folder, Path network)
            throws WorkException, InterruptedException {
        Path said = folder.resolve("training.json");
        if (!Files.isRegularFile(said) || !Files.isRegularFile(network)) {
            return false;
        }
        try {
            var report =
                    StrictJson.read(
                            Files.readAllBytes(said),
                            ReconstructorReport.class,
                            "report",
                            said.toString());
            return report.finished() && report.sha256().equals(Sha256.of(network));
        } catch (IOException e) {
            throw FileException.of("read the report", said, e);
        }
    }

    private static void show(String name, TrainingEvent event, Consumer<? super Progress> events) {
        switch (event) {
            case TrainingEvent.Preparing(Progress progress) -> events.accept(progress);
            case TrainingEvent.Rebuilt r ->
                    events.accept(new Progress("Training " + name, r.step(), r.steps(), "steps"));
            case TrainingEvent.Opened _,
                    TrainingEvent.Drawn _,
                    TrainingEvent.KeptAt _,
                    TrainingEvent.Began _,
                    TrainingEvent.Learned _,
                    TrainingEvent.Measured _ -> {}
        }
    }
}
