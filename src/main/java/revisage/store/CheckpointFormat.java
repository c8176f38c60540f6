package revisage.store;

import revisage.work.Kept;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/// One checkpoint file, little-endian: 8 bytes `RVSGCKP1`, 8 bytes length of what follows, the name
/// of what it belongs to, then entries (kind, name, count, values) in the order of their names, and
/// 4 bytes CRC32C over everything before. The same state gives the same bytes.
final class CheckpointFormat {

    private static final byte[] MAGIC = "RVSGCKP1".getBytes(StandardCharsets.US_ASCII);
    private static final int FRAME = 8 + 8 + 4;

    private CheckpointFormat() {}

    static byte[] write(String belongsTo, Kept state) {
        byte[] owner = utf8(belongsTo);
        long size = FRAME + 4L + owner.length;
        for (Map.Entry<String, Object> e : state.entries().entrySet()) {
            size += 1 + 1 + utf8(e.getKey()).length + 4 + bytesOf(e.getValue());
        }
        var out = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
        out.put(MAGIC).putLong(size - FRAME).putInt(owner.length).put(owner);
        state.entries().forEach((name, value) -> write(out, utf8(name), value));
        var crc = new CRC32C();
        crc.update(out.duplicate().flip());
        return out.putInt((int) crc.getValue()).array();
    }

    private static void write(ByteBuffer out, byte[] name, Object value) {
        out.put((byte) kind(value)).put((byte) name.length).put(name);
        switch (value) {
            case double[] a -> {
                out.putInt(a.length).asDoubleBuffer().put(a);
                out.position(out.position() + a.length * Double.BYTES);
            }
            case float[] a -> {
                out.putInt(a.length).asFloatBuffer().put(a);
                out.position(out.position() + a.length * Float.BYTES);
            }
            case long[] a -> {
                out.putInt(a.length).asLongBuffer().put(a);
                out.position(out.position() + a.length * Long.BYTES);
            }
            case byte[] a -> out.putInt(a.length).put(a);
            default -> {
                byte[] text = utf8((String) value);
                out.putInt(text.length).put(text);
            }
        }
    }

    private static char kind(Object value) {
        return switch (value) {
            case double[] _ -> 'd';
            case float[] _ -> 'f';
            case long[] _ -> 'l';
            case byte[] _ -> 'b';
            default -> 't';
        };
    }

    private static long bytesOf(Object value) {
        return switch (value) {
            case double[] a -> (long) a.length * Double.BYTES;
            case float[] a -> (long) a.length * Float.BYTES;
            case long[] a -> (long) a.length * Long.BYTES;
            case byte[] a -> a.length;
            default -> utf8((String) value).length;
        };
    }

    /// @return nothing if the file is not whole
    /// @throws StoreException if it is whole but of a newer program or of something else
    static Optional<Kept> read(byte[] file, String belongsTo, Path path) throws StoreException {
        if (file.length < FRAME + 4) {
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        var crc = new CRC32C();
        crc.update(file, 0, file.length - 4);
        if (in.getLong(8) != file.length - FRAME
                || in.getInt(file.length - 4) != (int) crc.getValue()) {
            return Optional.empty();
        }
        // From here on the bytes are those that were written.
        if (!Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new StoreException(
                    "%s was written by another version of this program.".formatted(path),
                    "Use that version, or delete the file to begin this part again.");
        }
        in.position(16);
        if (!text(in, in.getInt()).equals(belongsTo)) {
            throw new StoreException(
                    "%s was begun for another plan, seed or model.".formatted(path),
                    "Name another folder, or delete this one if it is not needed any more.");
        }
        Kept state = Kept.nothing();
        while (in.remaining() > 4) {
            char kind = (char) in.get();
            String name = text(in, in.get() & 0xff);
            state = state.and(name, value(kind, in, in.getInt()));
        }
        return Optional.of(state);
    }

    private static Object value(char kind, ByteBuffer in, int count) {
        return switch (kind) {
            case 'd' -> {
                double[] a = new double[count];
                in.asDoubleBuffer().get(a);
                in.position(in.position() + count * Double.BYTES);
                yield a;
            }
            case 'f' -> {
                float[] a = new float[count];
                in.asFloatBuffer().get(a);
                in.position(in.position() + count * Float.BYTES);
                yield a;
            }
            case 'l' -> {
                long[] a = new long[count];
                in.asLongBuffer().get(a);
                in.position(in.position() + count * Long.BYTES);
                yield a;
            }
            case 'b' -> {
                byte[] a = new byte[count];
                in.get(a);
                yield a;
            }
            case 't' -> text(in, count);
            default -> throw new IllegalStateException("kind " + kind + " in a whole checkpoint");
        };
    }

    private static String text(ByteBuffer in, int length) {
        byte[] text = new byte[length];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
