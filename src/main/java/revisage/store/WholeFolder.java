package revisage.store;

import org.jspecify.annotations.Nullable;

import revisage.work.FileException;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/// Writes a folder whole or not at all: beside it, then renamed to it.
public final class WholeFolder {

    private WholeFolder() {}

    /// @param folder must not exist, or be empty
    /// @param doing the attempt as a verb phrase for the message
    /// @param content writes into the folder it is given, which exists and is empty
    public static void write(String doing, Path folder, WholeFile.Content content)
            throws WorkException, InterruptedException {
        Path target = folder.toAbsolutePath().normalize();
        Path half =
                target.resolveSibling(
                        "." + ProcessHandle.current().pid() + ".part." + target.getFileName());
        try {
            delete(half);
            Files.createDirectories(half);
            content.writeTo(half);
            Files.deleteIfExists(target); // succeeds for an empty folder only
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw FileException.of(doing, folder, e);
        } finally {
            deleteQuietly(half);
        }
    }

    private static void deleteQuietly(Path half) {
        try {
            delete(half);
        } catch (IOException _) {
            // The next write of this process begins by deleting it.
        }
    }

    /// Deletes a folder with all that is in it; links are not followed.
    ///
    /// @param folder may be missing
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
                            throws IOException {
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
