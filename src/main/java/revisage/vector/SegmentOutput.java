package revisage.vector;

import revisage.work.Work;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// Writes memory of any size and kind to a channel.
public record SegmentOutput(WritableByteChannel channel) {

    private static final int CHUNK = 1 << 20;

    /// All of it.
    public void write(byte[] bytes) throws IOException, InterruptedException {
        write(MemorySegment.ofArray(bytes));
    }

    /// All of it.
    public void write(MemorySegment data) throws IOException, InterruptedException {
        // Only byte arrays and native memory have a buffer view, hence the copy.
        byte[] chunk = new byte[(int) Math.min(CHUNK, data.byteSize())];
        for (long at = 0; at < data.byteSize(); at += chunk.length) {
            Work.pausePoint();
            int length = (int) Math.min(chunk.length, data.byteSize() - at);
            MemorySegment.copy(data, at, MemorySegment.ofArray(chunk), 0, length);
            ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }

    /// All of it, each four bytes in reverse order.
    public void writeTurned(MemorySegment data) throws IOException, InterruptedException {
        for (long at = 0; at < data.byteSize(); at += CHUNK) {
            int[] words =
                    data.asSlice(at, Math.min(CHUNK, data.byteSize() - at))
                            .toArray(ValueLayout.JAVA_INT_UNALIGNED);
            for (int i = 0; i < words.length; i++) {
                words[i] = Integer.reverseBytes(words[i]);
            }
            write(MemorySegment.ofArray(words));
        }
    }
}
