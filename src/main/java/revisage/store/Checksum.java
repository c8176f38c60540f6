package revisage.store;

import revisage.work.FileException;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// Tells a file from a damaged one; no protection against malice. CRC-32C runs at memory speed.
final class Checksum {

    private static final long SLICE = 1 << 28;

    private Checksum() {}

    /// 8 hexadecimal digits and the length, for example `e3069283 9`.
    static String of(Path file) throws WorkException, InterruptedException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            MemorySegment all = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
            var sum = new CRC32C();
            for (long from = 0; from < all.byteSize(); from += SLICE) {
                Work.pausePoint();
                sum.update(
                        all.asSlice(from, Math.min(SLICE, all.byteSize() - from)).asByteBuffer());
            }
            return "%08x %d".formatted(sum.getValue(), all.byteSize());
        } catch (IOException e) {
            throw FileException.of("read the gallery", file, e);
        }
    }
}
