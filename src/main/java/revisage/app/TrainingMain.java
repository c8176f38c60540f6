package revisage.app;

import revisage.cli.Version;
import revisage.engine.djl.DjlTrainees;
import revisage.engine.onnx.OnnxExtractors;
import revisage.engine.opencv.OpenCvPhotos;
import revisage.engine.opencv.YuNetFinder;
import revisage.people.synthetic.SyntheticPeople;
import revisage.train.ExtractorPlanFile;
import revisage.train.ExtractorTraining;
import revisage.train.TrainingChild;
import revisage.train.TrainingEvent;
import revisage.train.TrainingReport;
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

    /// @param arguments the plan, the output folder, whether it shall end now, and what to add to
    ///   the name of the device
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

    private static Work<TrainingEvent, TrainingReport> training(List<String> arguments) {
        return events -> {
            ExtractorPlanFile file = ExtractorPlanFile.read(Path.of(arguments.get(0)));
            Path folder = Path.of(arguments.get(1));
            boolean finish = Boolean.parseBoolean(arguments.get(2));
            var populations = new ConcurrentHashMap<Long, SyntheticPeople>();
            var photos = new OpenCvPhotos();
            var tools =
                    new TrainingTools(
                            (seed, person, photo) ->
                                    populations
                                            .computeIfAbsent(seed, SyntheticPeople::new)
                                            .portrait(person, photo),
                            photos,
                            photos::decode,
                            YuNetFinder::open,
                            new DjlTrainees(arguments.get(3)),
                            new OnnxExtractors());
            return new ExtractorTraining(
                            file.plan(), file.base(), folder, tools, finish, Version.text())
                    .run(events);
        };
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
