package revisage.store;

import org.jspecify.annotations.Nullable;

import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/// An append-only file of records: what was appended is on the disk when [#append] returns and
/// survives a kill or a power cut; a half-written end is cut off at the next opening, and how much
/// is told by [#droppedBytes()].
///
/// **Format** 8 bytes `RVSGLOG1`, then records: 4 bytes length of the payload, 4 bytes CRC32C over
/// the length and the payload, the payload; little-endian. The first record names what the log
/// belongs to. Reading stops at the first record that is not whole: any flipped bit is noticed, and
/// what follows it is dropped with it, because an order with holes cannot be trusted.
///
/// One thread at a time.
public final class RecordLog implements AutoCloseable {

    private static final byte[] MAGIC = "RVSGLOG1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 8;

    /// Longer records are damage: nobody writes them.
    private static final int LONGEST = 1 << 28;

    private final Path file;
    private final LogBytes bytes;
    private long end;
    private long count;
    private long dropped;

    private RecordLog(Path file, LogBytes bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /// Opens or begins a log and hands over what it holds, in the order it was appended.
    ///
    /// @param belongsTo for example the plan's hash; a log of something else is refused
    /// @param each gets a copy of each record
    /// @throws StoreException if the file is no log, of a newer program, or belongs to something
    ///   else
    public static RecordLog open(Path file, String belongsTo, Consumer<byte[]> each)
            throws WorkException {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return open(file, LogBytes.of(file), belongsTo, each);
        } catch (IOException e) {
            throw FileException.of("open the log", file, e);
        }
    }

    /// @param bytes closed if this fails
    static RecordLog open(Path file, LogBytes bytes, String belongsTo, Consumer<byte[]> each)
            throws WorkException, IOException {
        var log = new RecordLog(file, bytes);
        boolean opened = false;
        try {
            log.recover(belongsTo, each);
            opened = true;
            return log;
        } finally {
            if (!opened) {
                bytes.close();
            }
        }
    }

    private void recover(String belongsTo, Consumer<byte[]> each)
            throws WorkException, IOException {
        byte[] owner = belongsTo.getBytes(StandardCharsets.UTF_8);
        long size = bytes.size();
        checkMagic(size);
        end = MAGIC.length;
        byte[] first = size < MAGIC.length ? null : next(size);
        if (first == null) {
            if (size > MAGIC.length + HEAD + owner.length) {
                throw new StoreException(
                        "The beginning of %s is damaged.".formatted(file),
                        "Move it away and start again.");
            }
            begin(owner);
        } else if (!Arrays.equals(first, owner)) {
            throw new StoreException(
                    "%s was begun for another plan, seed or model.".formatted(file),
                    "Name another folder, or delete this one if it is not needed any more.");
        } else {
            for (byte[] record = next(size); record != null; record = next(size)) {
                each.accept(record);
                count++;
            }
            dropped = size - end;
            if (dropped > 0) {
                bytes.truncate(end);
                bytes.flush();
            }
        }
    }

    private void begin(byte[] owner) throws IOException {
        dropped = bytes.size();
        bytes.truncate(0);
        bytes.write(0, MAGIC);
        end = MAGIC.length;
        write(List.of(owner));
    }

    private void checkMagic(long size) throws WorkException, IOException {
        byte[] head = new byte[(int) Math.min(size, MAGIC.length)];
        bytes.read(0, head);
        for (int i = 0; i < head.length; i++) {
            if (head[i] == MAGIC[i]) {
                continue;
            }
            boolean newer = i == MAGIC.length - 1 && head[i] > MAGIC[i] && head[i] <= '9';
            throw new StoreException(
                    newer
                            ? "%s was written by a newer version of this program.".formatted(file)
                            : "%s is not a log of this program, or its beginning is damaged."
                                    .formatted(file),
                    newer ? "Use that version." : "Move it away and start again.");
        }
    }

    /// Reads the record at `end` and steps over it; null if there is no whole one.
    private byte @Nullable [] next(long size) throws IOException {
        if (size - end < HEAD) {
            return null;
        }
        byte[] head = new byte[HEAD];
        bytes.read(end, head);
        ByteBuffer numbers = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int length = numbers.getInt();
        if (length < 0 || length > LONGEST || size - end - HEAD < length) {
            return null;
        }
        byte[] payload = new byte[length];
        bytes.read(end + HEAD, payload);
        if (numbers.getInt() != checksum(payload)) {
            return null;
        }
        end += HEAD + length;
        return payload;
    }

    /// Appends one record; it is on the disk when this returns.
    public void append(byte[] record) throws WorkException {
        append(List.of(record));
    }

    /// Appends records with one flush to the disk. If this fails none of them is kept, and trying
    /// again later (when there is space) is safe.
    ///
    /// @throws FileException if the disk does not take them
    public void append(Collection<byte[]> records) throws WorkException {
        for (byte[] record : records) {
            if (record.length > LONGEST) {
                throw new IllegalArgumentException("a record of " + record.length + " bytes");
            }
        }
        try {
            write(records);
            count += records.size();
        } catch (IOException e) {
            throw FileException.of("append to the log", file, e);
        }
    }

    private void write(Collection<byte[]> records) throws IOException {
        long at = end;
        boolean written = false;
        try {
            for (byte[] record : records) {
                var buffer =
                        ByteBuffer.allocate(HEAD + record.length).order(ByteOrder.LITTLE_ENDIAN);
                buffer.putInt(record.length).putInt(checksum(record)).put(record);
                bytes.write(at, buffer.array());
                at += HEAD + record.length;
            }
            bytes.flush();
            end = at;
            written = true;
        } finally {
            if (!written) {
                bytes.truncate(end);
            }
        }
    }

    private static int checksum(byte[] payload) {
        var crc = new CRC32C();
        crc.update(
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(payload.length)
                        .flip());
        crc.update(payload);
        return (int) crc.getValue();
    }

    /// How many records it holds.
    public long count() {
        return count;
    }

    /// How many bytes at the end were not whole and were cut off on opening; 0 after a clean end.
    public long droppedBytes() {
        return dropped;
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException _) {
            // Everything appended is on the disk already.
        }
    }
}
