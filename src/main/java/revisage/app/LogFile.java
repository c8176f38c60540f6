package revisage.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.temporal.ChronoUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What the program worked around and where it failed, appended to a file in the user's state
/// folder; nothing is written to the terminal, and nothing at all where the folder is not writable.
///
/// An exception is written as its class and its frames, without its message: messages may hold
/// names and paths. Loggers of libraries are off for the same reason. At 1 MiB the file becomes
/// `revisage.log.old` and a new one begins.
final class LogFile extends Handler {

    /// Kept, because `java.util.logging` forgets loggers that nobody holds.
    private static final Logger HOUSE = Logger.getLogger("revisage");

    private static final long ENOUGH_BYTES = 1 << 20;

    private final Path file;

    LogFile(Path file) {
        this.file = file;
    }

    /// `revisage.log` where this system keeps such things.
    static LogFile usual() {
        return new LogFile(UserFolders.state().resolve("revisage.log"));
    }

    /// Takes over all logging of this process.
    ///
    /// @return the file; it exists once something was written
    Path open() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        HOUSE.setLevel(Level.INFO);
        HOUSE.addHandler(this);
        return file;
    }

    @Override
    public synchronized void publish(LogRecord logged) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file) && Files.size(file) > ENOUGH_BYTES) {
                Files.move(
                        file,
                        file.resolveSibling(file.getFileName() + ".old"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(
                    file, text(logged), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException _) {
            // A program that cannot write its log still does its work.
        }
    }

    private static String text(LogRecord logged) {
        var text = new StringBuilder();
        text.append(logged.getInstant().truncatedTo(ChronoUnit.MILLIS))
                .append(' ')
                .append(logged.getLevel().getName())
                .append(' ')
                .append(logged.getLoggerName())
                .append(' ')
                .append(logged.getMessage())
                .append('\n');
        for (Throwable t = logged.getThrown(); t != null; t = t.getCause()) {
            text.append("  ").append(t.getClass().getName()).append('\n');
            for (StackTraceElement frame : t.getStackTrace()) {
                text.append("    at ").append(frame).append('\n');
            }
        }
        return text.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
