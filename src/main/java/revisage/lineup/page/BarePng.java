package revisage.lineup.page;

import revisage.lineup.LineupException;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/// A PNG without what its file says beside the picture: a reconstruction's own file tells its
/// method.
///
/// **Source** PNG (third edition) 5.2, 5.3, 11.2: signature, chunks, and which of them draw.
final class BarePng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> DRAWN =
            Set.of("IHDR", "PLTE", "tRNS", "gAMA", "sRGB", "IDAT", "IEND");
    private static final int AROUND = 12; // bytes of length, name and checksum

    private BarePng() {}

    /// @param file named in the message
    /// @throws LineupException if this is no whole PNG
    static byte[] of(byte[] png, Path file) throws LineupException {
        var bare = new ByteArrayOutputStream(png.length);
        ByteBuffer chunks = ByteBuffer.wrap(png);
        boolean whole =
                png.length > SIGNATURE.length
                        && Arrays.equals(png, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
        bare.writeBytes(SIGNATURE);
        boolean ended = false;
        int at = SIGNATURE.length;
        while (whole && !ended) {
            long length = at + AROUND <= png.length ? chunks.getInt(at) : -1;
            whole = length >= 0 && at + AROUND + length <= png.length;
            if (whole) {
                String name = new String(png, at + 4, 4, StandardCharsets.US_ASCII);
                int size = (int) length + AROUND;
                if (DRAWN.contains(name)) {
                    bare.write(png, at, size);
                }
                ended = name.equals("IEND");
                at += size;
            }
        }
        if (!ended) {
            throw new LineupException(
                    "%s is no whole PNG picture.".formatted(file),
                    "Design the study again, or bring its pictures back.");
        }
        return bare.toByteArray();
    }
}
