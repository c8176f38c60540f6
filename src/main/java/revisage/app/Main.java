package revisage.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import revisage.cli.CommandLineProgram;

/// Joins the rooms by hand.
public final class Main {

    private Main() {}

    /// @param arguments the command line
    public static void main(String[] arguments) {
        Thread worker = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(worker)));
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = new CommandLineProgram(new Cellar(), out, err).run(arguments);
        Runtime.getRuntime().halt(code);
    }

    /// Ctrl+C: work hears it as an interruption and gets a second to write its checkpoint.
    private static void stop(Thread worker) {
        worker.interrupt();
        try {
            worker.join(1_000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
