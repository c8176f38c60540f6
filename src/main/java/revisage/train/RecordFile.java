package revisage.train;

import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;

/// An MXNet record file as InsightFace passes data sets on, mapped; its `.idx` beside it says where
/// each record begins. Any byte of it may be wrong: what does not fit is refused with a sentence.
///
/// A record, little-endian: magic, 3 bits of kind and 29 of length, the content, zeros up to a
/// multiple of 4. A content that holds the magic is cut there into several (kinds 1, 2, 3). The
/// content: flag, label (32-bit float), two ids of 8 bytes; `flag` more labels, the picture.
///
/// **Source** `recordio.h` of dmlc-core; `recordio.py` of MXNet; `dataset.py` of arcface_torch for
/// what record 0 says.
final class RecordFile {

    private static final int MAGIC = 0xced7230a;
    private static final int FRAME = 8;
    private static final int HEADER = 24;
    private static final int MOST_LABELS = 1 << 16;
    private static final int MOST_BYTES = 16 << 20;

    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Path rec;
    private final MemorySegment bytes;

    private RecordFile(Path rec, MemorySegment bytes) {
        this.rec = rec;
        this.bytes = bytes;
    }

    static RecordFile map(Path rec) throws WorkException {
        try (var channel = FileChannel.open(rec, StandardOpenOption.READ)) {
            return new RecordFile(
                    rec,
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()));
        } catch (IOException e) {
            throw FileException.of("read the records", rec, e);
        }
    }

    /// Where the index of a record file lies: `train.rec` -> `train.idx`.
    static Path indexOf(Path rec) {
        return rec.resolveSibling(
                String.valueOf(rec.getFileName()).replaceFirst("(?i)\\.rec$", "") + ".idx");
    }

    /// Where the records of pictures begin, in the order of their keys. Bytes.
    long[] pictures(Consumer<? super Progress> progress)
            throws WorkException, InterruptedException {
        long[][] index = index();
        long[] keys = index[0];
        long[] offsets = index[1];
        if (keys.length == 0) {
            throw foreign("its index is empty");
        }
        progress.accept(new Progress("Reading records", 0, keys.length, "records"));
        if (keys[0] == 0) {
            long begins = offsets[0];
            int flag = content(begins).get(INT, 0);
            if (flag > 0) {
                // Record 0 is no picture: its first label is the key after the last picture.
                float end = content(begins).get(FLOAT, HEADER);
                int from = 1;
                int to = from;
                while (to < keys.length && keys[to] < end) {
                    to++;
                }
                return Arrays.copyOfRange(offsets, from, to);
            }
        }
        return offsets;
    }

    /// Keys and offsets, by key.
    private long[][] index() throws WorkException, InterruptedException {
        Path file = indexOf(rec);
        var keys = new long[1024];
        var offsets = new long[1024];
        int n = 0;
        try (var lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Work.pausePoint();
                if (line.isBlank()) {
                    continue;
                }
                if (n == keys.length) {
                    keys = Arrays.copyOf(keys, 2 * n);
                    offsets = Arrays.copyOf(offsets, 2 * n);
                }
                String[] parts = line.strip().split("\\s+", -1);
                keys[n] = number(parts, 0, file, n);
                offsets[n] = number(parts, 1, file, n);
                boolean rising = n == 0 || keys[n] > keys[n - 1];
                if (!rising || offsets[n] < 0 || offsets[n] > bytes.byteSize() - FRAME) {
                    throw new TrainingException(
                            "Line %d of %s does not fit %s (%d bytes)."
                                    .formatted(n + 1, file, rec, bytes.byteSize()),
                            "The two files belong together and must be whole: copy them again.");
                }
                n++;
            }
        } catch (IOException e) {
            throw FileException.of("read the index of the records", file, e);
        }
        return new long[][] {Arrays.copyOf(keys, n), Arrays.copyOf(offsets, n)};
    }

    private static long number(String[] parts, int i, Path file, int line)
            throws TrainingException {
        try {
            if (parts.length == 2) {
                return Long.parseLong(parts[i]);
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        throw new TrainingException(
                "Line %d of %s is not a key and an offset.".formatted(line + 1, file),
                "Name a .rec file of InsightFace with its own .idx beside it.");
    }

    /// The person's number as the file has it.
    int label(long offset) throws WorkException {
        MemorySegment content = content(offset);
        int flag = content.get(INT, 0);
        float label = flag > 0 ? content.get(FLOAT, HEADER) : content.get(FLOAT, 4);
        if (!(label >= 0 && label < 1 << 24 && label == Math.rint(label))) {
            throw foreign("the record at byte %d has the label %s".formatted(offset, label));
        }
        return (int) label;
    }

    /// The encoded picture.
    byte[] picture(long offset) throws WorkException {
        MemorySegment content = content(offset);
        long from = HEADER + 4L * Math.max(0, content.get(INT, 0));
        if (from >= content.byteSize()) {
            throw foreign("the record at byte %d holds no picture".formatted(offset));
        }
        return content.asSlice(from).toArray(ValueLayout.JAVA_BYTE);
    }

    /// The content of a record, at least a header with its labels.
    private MemorySegment content(long offset) throws WorkException {
        MemorySegment part = part(offset);
        if (kind(offset) != 0) {
            part = joined(offset);
        }
        if (part.byteSize() < HEADER) {
            throw foreign("the record at byte %d is too short".formatted(offset));
        }
        int flag = part.get(INT, 0);
        if (flag < 0 || flag > MOST_LABELS || HEADER + 4L * flag > part.byteSize()) {
            throw foreign("the record at byte %d has %d labels".formatted(offset, flag));
        }
        return part;
    }

    private int kind(long offset) {
        return bytes.get(INT, offset + 4) >>> 29;
    }

    private MemorySegment part(long offset) throws WorkException {
        if (offset < 0 || offset > bytes.byteSize() - FRAME) {
            throw truncated(offset);
        }
        if (bytes.get(INT, offset) != MAGIC) {
            throw foreign("no record begins at byte " + offset);
        }
        int length = bytes.get(INT, offset + 4) & 0x1fffffff;
        if (length > MOST_BYTES) {
            throw foreign("the record at byte %d has %d bytes".formatted(offset, length));
        }
        if (offset + FRAME + length > bytes.byteSize()) {
            throw truncated(offset);
        }
        return bytes.asSlice(offset + FRAME, length);
    }

    private MemorySegment joined(long offset) throws WorkException {
        var all = new java.io.ByteArrayOutputStream();
        long at = offset;
        int kind = kind(at);
        if (kind != 1) {
            throw foreign("the record at byte %d has no beginning".formatted(offset));
        }
        while (true) {
            MemorySegment part = part(at);
            all.writeBytes(part.toArray(ValueLayout.JAVA_BYTE));
            if (kind(at) == 3) {
                return MemorySegment.ofArray(all.toByteArray());
            }
            // The magic was what the parts were cut at.
            all.writeBytes(new byte[] {0x0a, 0x23, (byte) 0xd7, (byte) 0xce});
            at += FRAME + (part.byteSize() + 3) / 4 * 4;
            var _ = part(at);
            kind = kind(at);
            if ((kind != 2 && kind != 3) || all.size() > MOST_BYTES) {
                throw foreign("the record at byte %d has no end".formatted(offset));
            }
        }
    }

    private TrainingException foreign(String what) {
        return new TrainingException(
                "%s is not a record file of InsightFace: %s.".formatted(rec, what),
                "Name a .rec file with its own .idx beside it, and check that both are whole.");
    }

    private TrainingException truncated(long offset) {
        return new TrainingException(
                "%s is cut short: the record at byte %d goes beyond its %d bytes."
                        .formatted(rec, offset, bytes.byteSize()),
                "Copy the file again.");
    }

    Path path() {
        return rec;
    }
}
