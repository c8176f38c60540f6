package revisage.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/// The bytes of a log. Not a `FileChannel`: that one closes itself when the thread is interrupted,
/// and a stop must not break a record.
interface LogBytes extends AutoCloseable {

    long size() throws IOException;

    /// Fills the array.
    void read(long at, byte[] to) throws IOException;

    void write(long at, byte[] from) throws IOException;

    void truncate(long size) throws IOException;

    /// Returns when everything is on the disk.
    void flush() throws IOException;

    @Override
    void close() throws IOException;

    static LogBytes of(Path file) throws IOException {
        return new OnDisk(new RandomAccessFile(file.toFile(), "rw"));
    }

    /// A file.
    record OnDisk(RandomAccessFile file) implements LogBytes {

        @Override
        public long size() throws IOException {
            return file.length();
        }

        @Override
        public void read(long at, byte[] to) throws IOException {
            file.seek(at);
            file.readFully(to);
        }

        @Override
        public void write(long at, byte[] from) throws IOException {
            file.seek(at);
            file.write(from);
        }

        @Override
        public void truncate(long size) throws IOException {
            file.setLength(size);
        }

        @Override
        public void flush() throws IOException {
            file.getFD().sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
