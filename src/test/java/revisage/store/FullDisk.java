package revisage.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// A file on a disk that fills up: after some calls each write takes half of its bytes, or the
/// flush fails.
final class FullDisk implements LogBytes {

    /// Three writes and one flush.
    static final int CALLS_OF_THREE_RECORDS = 4;

    private final LogBytes real;
    private int callsLeft = Integer.MAX_VALUE;

    FullDisk(Path file) throws IOException {
        real = LogBytes.of(file);
    }

    void failAfter(int calls) {
        callsLeft = calls;
    }

    @Override
    public void write(long at, byte[] from) throws IOException {
        if (callsLeft-- <= 0) {
            real.write(at, Arrays.copyOf(from, from.length / 2));
            throw new IOException("No space left on device");
        }
        real.write(at, from);
    }

    @Override
    public void flush() throws IOException {
        if (callsLeft-- <= 0) {
            throw new IOException("No space left on device");
        }
        real.flush();
    }

    @Override
    public void read(long at, byte[] to) throws IOException {
        real.read(at, to);
    }

    @Override
    public void truncate(long size) throws IOException {
        real.truncate(size);
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public void close() throws IOException {
        real.close();
    }
}
