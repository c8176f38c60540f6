package revisage.store;

import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Many small pictures in one file, one behind the other: a hundred thousand files would be slow.
public final class PictureStrip {

    private final Path file;
    private final long[] ends;

    /// @param file the pictures back to back
    /// @param ends for each picture, where it ends in the file; rising
    public PictureStrip(Path file, long[] ends) {
        this.file = file;
        this.ends = ends.clone();
    }

    /// Where the pictures lie.
    public Path file() {
        return file;
    }

    /// Where picture `i` ends in the file.
    public long end(int i) {
        return ends[i];
    }

    /// The encoded picture (JPEG or PNG).
    public byte[] picture(int i) throws WorkException {
        long from = i == 0 ? 0 : ends[i - 1];
        byte[] bytes = new byte[Math.toIntExact(ends[i] - from)];
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, from + buffer.position()) < 0) {
                    throw new FileException(
                            "%s ends before picture %d does.".formatted(file, i), "Enrol again.");
                }
            }
        } catch (IOException e) {
            throw FileException.of("read a small picture", file, e);
        }
        return bytes;
    }
}
