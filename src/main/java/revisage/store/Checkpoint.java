package revisage.store;

import revisage.work.FileException;
import revisage.work.Kept;
import revisage.work.WorkException;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Where long work goes on from: the newest state and the one before it.
///
/// A state is written beside the others, flushed to the disk, and renamed; so at any moment at
/// least one whole state lies there. A damaged newest one is noticed by its checksum and the one
/// before is taken.
///
/// Files: `FILE` and `FILE.previous` (format: [CheckpointFormat]).
public final class Checkpoint {

    private final Path folder;
    private final Path newest;
    private final Path previous;
    private final String belongsTo;

    /// @param belongsTo for example the hashes of plan and model; a state of something else is
    ///   refused
    public Checkpoint(Path file, String belongsTo) {
        this.newest = file.toAbsolutePath();
        this.folder = newest.resolveSibling("");
        this.previous = newest.resolveSibling(newest.getFileName() + ".previous");
        this.belongsTo = belongsTo;
    }

    /// A state that was read.
    ///
    /// @param state what was kept
    /// @param damaged whether the newest one was damaged and this is the one before
    public record Found(Kept state, boolean damaged) {}

    /// Keeps a state; it is on the disk when this returns.
    ///
    /// @throws FileException if the disk does not take it; the states before stay as they were
    public void keep(Kept state) throws WorkException {
        Path part = newest.resolveSibling("." + newest.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            // No FileChannel: a stop that comes now must not break what is kept because of it.
            try (var out = new FileOutputStream(part.toFile())) {
                out.write(CheckpointFormat.write(belongsTo, state));
                out.getFD().sync();
            }
            if (Files.exists(newest)) {
                Files.move(
                        newest,
                        previous,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(
                    part,
                    newest,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            flush();
        } catch (IOException e) {
            throw FileException.of("keep the checkpoint", newest, e);
        } finally {
            part.toFile().delete(); // what did not become a state must not fill a full disk
        }
    }

    /// Renames are on the disk when their folder is. Not every system lets a folder be opened.
    private void flush() {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Then the rename arrives when the system writes it; the states are whole either way.
        }
    }

    /// The newest whole state, or nothing if none was ever kept.
    ///
    /// @throws StoreException if what lies there is damaged throughout, of a newer program, or
    ///   belongs to something else
    public Optional<Found> read() throws WorkException {
        byte[] first = bytes(newest);
        byte[] second = bytes(previous);
        if (first.length == 0 && second.length == 0) {
            return Optional.empty();
        }
        var whole = CheckpointFormat.read(first, belongsTo, newest);
        if (whole.isPresent()) {
            return Optional.of(new Found(whole.get(), false));
        }
        var before = CheckpointFormat.read(second, belongsTo, previous);
        if (before.isPresent()) {
            // A kill between the two renames leaves only the previous one, which is then the
            // newest.
            return Optional.of(new Found(before.get(), Files.exists(newest)));
        }
        throw new StoreException(
                "The checkpoint %s is damaged, and so is the one before it.".formatted(newest),
                "Delete both files to begin this part again.");
    }

    /// Forgets all states, when the work is done.
    public void forget() throws WorkException {
        try {
            Files.deleteIfExists(previous);
            Files.deleteIfExists(newest);
        } catch (IOException e) {
            throw FileException.of("delete the checkpoint", newest, e);
        }
    }

    private static byte[] bytes(Path file) throws WorkException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            return new byte[0];
        } catch (IOException e) {
            throw FileException.of("read the checkpoint", file, e);
        }
    }
}
