package revisage.vector.file;

import revisage.vector.LeakedFile;
import revisage.vector.Refusal;
import revisage.vector.SegmentOutput;
import revisage.vector.VectorSet;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Optional;

/// One NumPy array in a file. 32-bit little-endian rows are mapped, not loaded.
final class NpyFile {

    private static final int ALIGN = 64;

    private NpyFile() {}

    static LeakedFile open(Path file) throws WorkException, InterruptedException {
        var refusal = new Refusal(file, "a NumPy array");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            NpyHeader header;
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                header = NpyHeader.read(in, refusal);
            }
            NpyType.Numbers numbers =
                    switch (header.type()) {
                        case NpyType.Numbers n -> n;
                        case NpyType.Texts _ -> throw refusal.because("it holds text, not numbers");
                        case NpyType.Unread(String reason, String remedy) ->
                                throw refusal.because(reason, remedy);
                    };
            long there = channel.size() - header.dataStart();
            if (there < header.dataBytes()) {
                throw refusal.because(
                        "its shape %s asks for %,d bytes from offset %d on, and %,d are there"
                                .formatted(
                                        header.shape(),
                                        header.dataBytes(),
                                        header.dataStart(),
                                        there));
            }
            var notices = new ArrayList<String>();
            if (there > header.dataBytes()) {
                notices.add(
                        "%,d bytes after the array were not read."
                                .formatted(there - header.dataBytes()));
            }
            MemorySegment data =
                    channel.map(
                            MapMode.READ_ONLY,
                            header.dataStart(),
                            header.dataBytes(),
                            Arena.ofAuto());
            var array =
                    new NumberArray(
                            numbers.type(),
                            numbers.order(),
                            header.fortran(),
                            header.shape(),
                            data);
            NumberArray.Size size = array.size(new ArrayList<>(), refusal);
            var vectors =
                    new VectorSet(
                            array.floats(notices, refusal),
                            size.count(),
                            size.dimension(),
                            Optional.empty(),
                            Optional.empty());
            String format = "NumPy array (.npy %s)".formatted(header.version());
            return new LeakedFile(file, format, numbers.text(), notices, vectors);
        } catch (IOException e) {
            throw FileException.of("read the vectors", file, e);
        }
    }

    /// Version 1.0, little-endian float32, C order: the bytes that `numpy.save` writes.
    static void write(VectorSet vectors, Path half) throws IOException, InterruptedException {
        String text =
                "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }"
                        .formatted(vectors.count(), vectors.dimension());
        int fixed = "xNUMPYvvll".length();
        int padding = ALIGN - (fixed + text.length() + 1) % ALIGN;
        int length = text.length() + padding % ALIGN + 1;
        try (FileChannel channel =
                FileChannel.open(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var out = new SegmentOutput(channel);
            byte[] header =
                    ("\u0093NUMPY\u0001\u0000"
                                    + (char) (length & 0xFF)
                                    + (char) (length >> 8)
                                    + text
                                    + " ".repeat(padding % ALIGN)
                                    + "\n")
                            .getBytes(StandardCharsets.ISO_8859_1);
            out.write(header);
            if (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN) {
                out.write(vectors.values());
            } else {
                out.writeTurned(vectors.values());
            }
        }
    }
}
