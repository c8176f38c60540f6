package revisage.work;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes a file whole or not at all: beside it, flushed to the disk, then renamed over it. A kill
/// or a full disk leaves the old file as it was.
public final class WholeFile {

    private WholeFile() {}

    /// @param doing the attempt as a verb phrase for the message, for example `"write the report"`
    /// @param content writes to the path it is given, which lies in the same folder and has the
    ///   same ending
    public static void write(String doing, Path file, Content content)
            throws WorkException, InterruptedException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        Path half =
                target.resolveSibling(
                        "." + ProcessHandle.current().pid() + ".part." + target.getFileName());
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            content.writeTo(half);
            try (var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(
                    half,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (ClosedByInterruptException _) {
            throw Work.stopped();
        } catch (IOException e) {
            throw FileException.of(doing, file, e);
        } finally {
            deleteQuietly(half);
        }
    }

    /// As [#write(String, Path, Content)].
    public static void write(String doing, Path file, byte[] bytes)
            throws WorkException, InterruptedException {
        write(doing, file, half -> Files.write(half, bytes));
    }

    private static void deleteQuietly(Path half) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException _) {
            // The next write of this process replaces it.
        }
    }

    /// What goes into the file.
    @FunctionalInterface
    public interface Content {

        /// @param half does not exist yet
        void writeTo(Path half) throws IOException, WorkException, InterruptedException;
    }
}
