package revisage.vector.file;

import revisage.vector.Refusal;
import revisage.vector.VectorFileException;
import revisage.vector.file.PythonLiteral.Dictionary;
import revisage.vector.file.PythonLiteral.Sequence;
import revisage.vector.file.PythonLiteral.Text;
import revisage.vector.file.PythonLiteral.Truth;
import revisage.vector.file.PythonLiteral.Whole;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What a `.npy` file says of itself, versions 1 to 3.
///
/// **Source** numpy/lib/format.py, "Format Version 1.0" to "3.0".
///
/// @param version for example `1.0`
/// @param dataStart where the numbers begin, in bytes
/// @param dataBytes how many bytes the shape asks for
record NpyHeader(
        String version,
        NpyType type,
        boolean fortran,
        List<Long> shape,
        long dataStart,
        long dataBytes) {

    private static final int MAGIC = 6;

    /// numpy itself refuses to read more than 10,000 characters.
    private static final long LONGEST = 1 << 16;

    NpyHeader {
        shape = List.copyOf(shape);
    }

    static NpyHeader read(InputStream in, Refusal refusal) throws IOException, VectorFileException {
        byte[] magic = in.readNBytes(MAGIC + 2);
        if (magic.length < MAGIC + 2) {
            throw refusal.because("it ends inside the first %d bytes".formatted(MAGIC + 2));
        }
        if ((magic[0] & 0xFF) != 0x93
                || !new String(magic, 1, 5, StandardCharsets.ISO_8859_1).equals("NUMPY")) {
            throw refusal.because("it does not begin with the sign of a NumPy array");
        }
        int major = magic[MAGIC];
        if (major < 1 || major > 3 || magic[MAGIC + 1] != 0) {
            throw refusal.because(
                    "its version %d.%d is unknown (1.0 to 3.0 are read)"
                            .formatted(major, magic[MAGIC + 1]));
        }
        int width = major == 1 ? 2 : 4;
        byte[] lengthBytes = in.readNBytes(width);
        if (lengthBytes.length < width) {
            throw refusal.because("it ends inside the length of its header");
        }
        ByteBuffer lengthBuffer = ByteBuffer.wrap(lengthBytes).order(ByteOrder.LITTLE_ENDIAN);
        long length =
                width == 2
                        ? Short.toUnsignedLong(lengthBuffer.getShort())
                        : Integer.toUnsignedLong(lengthBuffer.getInt());
        if (length > LONGEST) {
            throw refusal.because(
                    "its header claims %,d bytes, %,d are allowed".formatted(length, LONGEST));
        }
        byte[] text = in.readNBytes((int) length);
        if (text.length < length) {
            throw refusal.because(
                    "it ends inside its header, at byte %d of %d".formatted(text.length, length));
        }
        var charset = major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return parse(major + ".0", new String(text, charset), MAGIC + 2 + width + length, refusal);
    }

    private static NpyHeader parse(String version, String text, long dataStart, Refusal refusal)
            throws VectorFileException {
        PythonLiteral literal =
                PythonLiteral.parse(text)
                        .orElseThrow(() -> refusal.because("its header is no plain dictionary"));
        if (!(literal instanceof Dictionary(var entries))
                || entries.size() != 3
                || !(entries.get("fortran_order") instanceof Truth(boolean fortran))
                || !(entries.get("shape") instanceof Sequence(var axes))
                || !entries.containsKey("descr")) {
            throw refusal.because("its header lacks descr, fortran_order or shape");
        }
        if (!(entries.get("descr") instanceof Text(String descr))) {
            throw refusal.because(
                    "its elements are records of several fields, not numbers",
                    "Save the vectors alone as a plain array of numbers.");
        }
        NpyType type = NpyType.of(descr, refusal);
        var shape = new ArrayList<Long>();
        long bytes = type.bytes();
        try {
            for (PythonLiteral axis : axes) {
                if (!(axis instanceof Whole(long size))) {
                    throw refusal.because("its shape is no list of counts");
                }
                shape.add(size);
                bytes = Math.multiplyExact(bytes, size);
            }
        } catch (ArithmeticException _) {
            throw refusal.because("its shape claims more bytes than any file can have");
        }
        return new NpyHeader(version, type, fortran, shape, dataStart, bytes);
    }
}
