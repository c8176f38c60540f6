package revisage.app;

import revisage.cli.CommandLineProgram;
import revisage.cli.Surroundings;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/// Joins the rooms by hand.
public final class Main {

    private Main() {}

    /// @param arguments the command line
    public static void main(String[] arguments) {
        Path log = LogFile.usual().open();
        Path home = Path.of(System.getProperty("revisage.home", ""));
        var engines = new Cellar(home);
        var surroundings =
                new Surroundings(
                        Boolean.getBoolean("revisage.terminal"),
                        log,
                        home,
                        Optional.of(new DesktopWindow(engines, home)));
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        run(new CommandLineProgram(engines, surroundings, out, err)::run, arguments);
    }

    /// Runs on this thread and ends the process. Ctrl+C interrupts the work, which gets a second to
    /// keep what it has; the process then ends with 130 (SIGINT) or 143 (SIGTERM) in any case.
    static void run(ToIntFunction<String[]> program, String... arguments) {
        Thread worker = Thread.currentThread();
        var ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(worker, ended)));
        int code = program.applyAsInt(arguments);
        ended.countDown();
        System.exit(code);
    }

    private static void stop(Thread worker, CountDownLatch ended) {
        if (ended.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            var _ = ended.await(900, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
