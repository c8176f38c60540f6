package revisage.app;

import revisage.cli.Version;
import revisage.engine.djl.DjlReconstructors;
import revisage.engine.djl.DjlTrainees;
import revisage.engine.onnx.OnnxExtractors;
import revisage.engine.onnx.OnnxGenerators;
import revisage.engine.opencv.OpenCvPhotos;
import revisage.engine.opencv.YuNetFinder;
import revisage.people.synthetic.SyntheticPeople;
import revisage.train.ExtractorPlanFile;
import revisage.train.ExtractorTraining;
import revisage.train.PlanPaths;
import revisage.train.ReconstructorPlanFile;
import revisage.train.ReconstructorTraining;
import revisage.train.TrainingChild;
import revisage.train.TrainingEvent;
import revisage.train.TrainingTools;
import revisage.work.Work;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The training process. Started by [OwnProcess] only.
final class TrainingMain {

    private TrainingMain() {}

    /// @param arguments what is trained, the plan, the output folder, whether it shall end now,
    ///   what to add to the name of the device, and the program's folder
    public static void main(String[] arguments) {
        LogFile.usual().open();
        // Whatever a library prints must not be taken for a line of the wire.
        var out =
                new PrintWriter(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Thread worker = Thread.currentThread();
        var ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().unstarted(() -> keep(worker, ended)));
        int code = new TrainingChild(in, out).run(training(List.of(arguments)));
        ended.countDown();
        System.exit(code);
    }

    private static Work<TrainingEvent, ?> training(List<String> arguments) {
        Path plan = Path.of(arguments.get(1));
        Path folder = Path.of(arguments.get(2));
        boolean finish = Boolean.parseBoolean(arguments.get(3));
        Path home = Path.of(arguments.get(5));
        TrainingTools tools = tools(arguments.get(4));
        return switch (arguments.get(0)) {
            case "extractor" ->
                    events -> {
                        var file = ExtractorPlanFile.read(plan);
                        return new ExtractorTraining(
                                        file.plan(),
                                        file.base(),
                                        folder,
                                        tools,
                                        finish,
                                        Version.text())
                                .run(events);
                    };
            case "reconstructor" ->
                    events -> {
                        var file = ReconstructorPlanFile.read(plan);
                        return new ReconstructorTraining(
                                        file.plan(),
                                        new PlanPaths(file.base(), home),
                                        folder,
                                        tools,
                                        finish,
                                        Version.text())
                                .run(events);
                    };
            default -> throw new IllegalArgumentException("no training: " + arguments.get(0));
        };
    }

    private static TrainingTools tools(String note) {
        var populations = new ConcurrentHashMap<Long, SyntheticPeople>();
        var photos = new OpenCvPhotos();
        return new TrainingTools(
                (seed, person, photo) ->
                        populations
                                .computeIfAbsent(seed, SyntheticPeople::new)
                                .portrait(person, photo),
                photos,
                photos::decode,
                YuNetFinder::open,
                new DjlTrainees(note),
                new DjlReconstructors(note),
                new OnnxExtractors(),
                new OnnxGenerators());
    }

    /// Ctrl+C reaches this process too: the state is kept first.
    private static void keep(Thread worker, CountDownLatch ended) {
        if (ended.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            var _ = ended.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
