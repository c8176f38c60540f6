package revisage.study;

import revisage.people.FaceResult;
import revisage.store.SmallPicture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// How a block of embedded pictures is written to the log of an enrolment. Whose pictures they are
/// is known from the order.
final class EnrolmentLog {

    private EnrolmentLog() {}

    /// One picture of a block.
    sealed interface Entry {}

    /// @param pixels SHA-256
    record Face(String pixels, List<String> notes, Bytes vector, Bytes picture) implements Entry {}

    record Excluded(String reason) implements Entry {}

    /// Bytes that came from the log.
    static final class Bytes {

        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] get() {
            return bytes;
        }

        void copyFloats(float[] target, int offset) {
            ByteBuffer.wrap(bytes).asFloatBuffer().get(target, offset, bytes.length / Float.BYTES);
        }
    }

    /// @param vectors `(usable results, d)`
    static byte[] write(List<FaceResult> results, float[] vectors, int d, boolean pictures) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(results.size());
            int row = 0;
            for (FaceResult result : results) {
                switch (result) {
                    case FaceResult.Excluded excluded -> {
                        out.writeBoolean(false);
                        out.writeUTF(shortened(excluded.reason()));
                    }
                    case FaceResult.Usable usable -> {
                        out.writeBoolean(true);
                        out.writeUTF(usable.sha256());
                        out.writeInt(usable.notes().size());
                        for (String note : usable.notes()) {
                            out.writeUTF(shortened(note));
                        }
                        byte[] vector = new byte[d * Float.BYTES];
                        ByteBuffer.wrap(vector).asFloatBuffer().put(vectors, row++ * d, d);
                        out.write(vector);
                        byte[] jpeg = pictures ? SmallPicture.jpeg(usable.face()) : new byte[0];
                        out.writeInt(jpeg.length);
                        out.write(jpeg);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(1_000, text.length()));
    }

    static List<Entry> read(byte[] block, int d) {
        var entries = new ArrayList<Entry>();
        try (var in = new DataInputStream(new ByteArrayInputStream(block))) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                entries.add(in.readBoolean() ? face(in, d) : new Excluded(in.readUTF()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a whole record cannot end early", e);
        }
        return entries;
    }

    private static Face face(DataInputStream in, int d) throws IOException {
        String pixels = in.readUTF();
        var notes = new ArrayList<String>();
        for (int left = in.readInt(); left > 0; left--) {
            notes.add(in.readUTF());
        }
        Bytes vector = new Bytes(in.readNBytes(d * Float.BYTES));
        return new Face(pixels, List.copyOf(notes), vector, new Bytes(in.readNBytes(in.readInt())));
    }
}
