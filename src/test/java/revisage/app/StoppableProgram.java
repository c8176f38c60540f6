package revisage.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A program with long work, started by [MainTest] as a process of its own.
final class StoppableProgram {

    private StoppableProgram() {}

    /// @param arguments `work`, `deaf` (to interruption) or a number to end with; then a file to
    ///   keep
    public static void main(String[] arguments) {
        Main.run(StoppableProgram::run, arguments);
    }

    private static int run(String[] arguments) {
        if (arguments[0].matches("\\d+")) {
            return Integer.parseInt(arguments[0]);
        }
        System.out.println("working");
        while (true) {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException _) {
                if (arguments[0].equals("work")) {
                    keep(Path.of(arguments[1]));
                    return 130;
                }
            }
        }
    }

    private static void keep(Path checkpoint) {
        try {
            Files.writeString(checkpoint, "kept");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
