package revisage.app;

import revisage.train.ExtractorPlanFile;
import revisage.train.TrainingEvent;
import revisage.train.TrainingProcess;
import revisage.train.TrainingReport;
import revisage.train.Trainings;
import revisage.work.Work;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Starts trainings with the Java and the jars of this program.
///
/// DJL fetches nothing and tells nobody anything there; its native code is unpacked into this
/// program's cache folder.
final class OwnProcess implements Trainings {

    @Override
    public Work<TrainingEvent, TrainingReport> extractor(
            ExtractorPlanFile plan, Path out, boolean finish) {
        int threads = plan.plan().threads().orElse(Runtime.getRuntime().availableProcessors());
        var arguments = new ArrayList<>(java(threads));
        arguments.addAll(
                List.of(plan.file().toString(), out.toAbsolutePath().normalize().toString()));
        if (finish) {
            arguments.add("finish");
        }
        var command = new ProcessBuilder(arguments);
        var environment = command.environment();
        environment.put("DJL_CACHE_DIR", cache().toString());
        environment.put("OPT_OUT_TRACKING", "true");
        environment.put("OMP_NUM_THREADS", Integer.toString(threads));
        return new TrainingProcess(command, out);
    }

    private static List<String> java(int threads) {
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
                "-Dai.djl.offline=true",
                "-Dai.djl.pytorch.num_threads=" + threads,
                "-Dai.djl.pytorch.num_interop_threads=1",
                "-XX:+UseSerialGC",
                "-XX:MaxRAMPercentage=30",
                "-cp",
                System.getProperty("java.class.path"),
                TrainingMain.class.getName());
    }

    /// Where this system keeps what can be made again.
    private static Path cache() {
        Path home = Path.of(System.getProperty("user.home", "."));
        String system = System.getProperty("os.name", "");
        Path folder =
                system.startsWith("Mac")
                        ? home.resolve("Library/Caches")
                        : variable(system.startsWith("Windows") ? "LOCALAPPDATA" : "XDG_CACHE_HOME")
                                .orElse(home.resolve(".cache"));
        return folder.resolve("revisage").resolve("djl");
    }

    private static Optional<Path> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(v -> !v.isBlank()).map(Path::of);
    }
}
