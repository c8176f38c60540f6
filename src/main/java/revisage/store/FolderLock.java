package revisage.store;

import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps a second process (or a second job of this one) out of an output folder.
///
/// It is a lock of the operating system on `.lock`, so it ends with the process however that ends;
/// the empty file stays, because deleting it would let two in.
public final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @param folder made if it is missing
    /// @throws StoreException if somebody else works there
    /// @throws FileException if nothing can be written there
    public static FolderLock take(Path folder) throws WorkException {
        try {
            Files.createDirectories(folder);
            var channel =
                    FileChannel.open(
                            folder.resolve(".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new StoreException(
                        "Another run of this program is working in %s.".formatted(folder),
                        "Wait for it to end, or name another folder.");
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw FileException.of("work in the folder", folder, e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null && lock.isValid();
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // The lock ends with the process at the latest.
        }
    }
}
