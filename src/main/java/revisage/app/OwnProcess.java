package revisage.app;

import revisage.train.ExtractorPlanFile;
import revisage.train.ReconstructorPlanFile;
import revisage.train.ReconstructorReport;
import revisage.train.TrainingEvent;
import revisage.train.TrainingProcess;
import revisage.train.TrainingReport;
import revisage.train.Trainings;
import revisage.work.Work;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Starts trainings with the Java and the jars of this program.
///
/// DJL fetches nothing and tells nobody anything there; its native code is unpacked into this
/// program's cache folder.
final class OwnProcess implements Trainings {

    private final Path home;

    /// @param home folder of the program, with its `models`
    OwnProcess(Path home) {
        this.home = home;
    }

    @Override
    public Work<TrainingEvent, TrainingReport> extractor(ExtractorPlanFile plan, Order order) {
        var wanted =
                new Wanted("extractor", plan.file(), plan.plan().device(), plan.plan().threads());
        return process(wanted, order, TrainingReport.class);
    }

    @Override
    public Work<TrainingEvent, ReconstructorReport> reconstructor(
            ReconstructorPlanFile plan, Order order) {
        var wanted =
                new Wanted(
                        "reconstructor", plan.file(), plan.plan().device(), plan.plan().threads());
        return process(wanted, order, ReconstructorReport.class);
    }

    /// What is trained, and where.
    private record Wanted(
            String kind, Path plan, Optional<String> device, Optional<Integer> threads) {}

    private <R> Work<TrainingEvent, R> process(Wanted wanted, Order order, Class<R> report) {
        return events -> {
            var libraries = CudaLibraries.here(UserFolders.cache().resolve("djl"));
            boolean cuda = libraries.used(wanted.device().orElse("auto"), order.fetchCuda());
            return new TrainingProcess<>(
                            command(wanted, order, cuda, libraries), order.out(), report)
                    .run(events);
        };
    }

    private ProcessBuilder command(
            Wanted wanted, Order order, boolean cuda, CudaLibraries libraries) {
        int threads = wanted.threads().orElse(Runtime.getRuntime().availableProcessors());
        var arguments = new ArrayList<>(java(threads, cuda, order.fetchCuda()));
        arguments.add(wanted.kind());
        arguments.add(wanted.plan().toString());
        arguments.add(order.out().toAbsolutePath().normalize().toString());
        arguments.add(Boolean.toString(order.finish()));
        arguments.add(libraries.note(cuda));
        arguments.add(home.toAbsolutePath().normalize().toString());
        var command = new ProcessBuilder(arguments);
        var environment = command.environment();
        environment.put("DJL_CACHE_DIR", libraries.cache().toString());
        environment.put("OPT_OUT_TRACKING", "true");
        environment.put("OMP_NUM_THREADS", Integer.toString(threads));
        if (cuda) {
            environment.putIfAbsent("PYTORCH_FLAVOR", CudaLibraries.FLAVOR);
        }
        return command;
    }

    private static List<String> java(int threads, boolean cuda, boolean fetch) {
        String java =
                ProcessHandle.current()
                        .info()
                        .command()
                        .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        return List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Dai.djl.offline=" + !(cuda && fetch),
                "-Dai.djl.pytorch.num_threads=" + threads,
                "-Dai.djl.pytorch.num_interop_threads=1",
                "-XX:+UseSerialGC",
                "-XX:MaxRAMPercentage=30",
                // malloc keeps what PyTorch frees, in pieces: hours make gigabytes of it
                "-XX:TrimNativeHeapInterval=20000",
                "-cp",
                classPath(cuda),
                TrainingMain.class.getName());
    }

    /// DJL takes the processor's libraries wherever it finds them.
    private static String classPath(boolean cuda) {
        String all = System.getProperty("java.class.path");
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(jar -> !cuda || !jar.contains("pytorch-native-cpu"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
