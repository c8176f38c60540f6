package revisage.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.face.FaceImage;
import revisage.work.WorkException;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

class RecordFileTest {

    private static final int MAGIC = 0xced7230a;

    @TempDir private Path folder;

    private final ByteArrayOutputStream rec = new ByteArrayOutputStream();
    private final StringBuilder idx = new StringBuilder();

    private static byte[] little(int... values) {
        var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private void part(int kind, byte[] content) {
        rec.writeBytes(little(MAGIC, kind << 29 | content.length));
        rec.writeBytes(content);
        rec.writeBytes(new byte[-content.length & 3]);
    }

    private static byte[] content(float[] labels, byte[] picture) {
        var all = new ByteArrayOutputStream();
        if (labels.length == 1) {
            all.writeBytes(little(0, Float.floatToIntBits(labels[0]), 1, 0, 0, 0));
        } else {
            all.writeBytes(little(labels.length, 0, 1, 0, 0, 0));
            for (float label : labels) {
                all.writeBytes(little(Float.floatToIntBits(label)));
            }
        }
        all.writeBytes(picture);
        return all.toByteArray();
    }

    private void key(int key) {
        idx.append(key).append('\t').append(rec.size()).append('\n');
    }

    private static byte[] face(int i) {
        return TrainFakes.portrait(4, i, 0).toRgb();
    }

    /// As InsightFace writes it: record 0 says where the pictures end, people's records follow.
    private Path write(int faces) throws Exception {
        key(0);
        part(0, content(new float[] {faces + 1, faces + 4}, new byte[0]));
        for (int i = 0; i < faces; i++) {
            key(i + 1);
            // People 100, 101, ... with three pictures each; some labels are lists.
            float[] labels = i % 2 == 0 ? new float[] {100 + i / 3} : new float[] {100 + i / 3, 7};
            part(0, content(labels, face(i)));
        }
        for (int p = 0; p < 3; p++) {
            key(faces + 1 + p);
            part(0, content(new float[] {1, 4}, new byte[0]));
        }
        return save();
    }

    private Path save() throws Exception {
        Path file = folder.resolve("train.rec");
        Files.write(file, rec.toByteArray());
        Files.writeString(folder.resolve("train.idx"), idx);
        return file;
    }

    private static RecordFaces open(Path file) throws WorkException, InterruptedException {
        return RecordFaces.open(file, TrainFakes::raw, p -> {});
    }

    @Test
    void picturesComeWithTheirPeopleAndNothingElse() throws Exception {
        RecordFaces faces = open(write(9));
        assertEquals(9, faces.count());
        assertEquals(3, faces.people());
        byte[] rgb = new byte[FaceImage.VALUES];
        for (int i = 8; i >= 0; i--) {
            faces.copy(i, rgb);
            assertArrayEquals(face(i), rgb);
            assertEquals(i / 3, faces.person(i));
        }
    }

    @Test
    void withoutTheFirstRecordOfInsightFaceAllArePictures() throws Exception {
        for (int i = 0; i < 4; i++) {
            key(i);
            part(0, content(new float[] {i}, face(i)));
        }
        RecordFaces faces = open(save());
        assertEquals(4, faces.count());
        assertEquals(4, faces.people());
    }

    @Test
    void aContentThatHoldsTheMagicIsPutTogether() throws Exception {
        byte[] picture = face(1);
        System.arraycopy(little(MAGIC), 0, picture, 16, 4);
        System.arraycopy(little(MAGIC), 0, picture, 64, 4);
        byte[] whole = content(new float[] {5}, picture);
        key(0);
        part(1, Arrays.copyOf(whole, 24 + 16));
        part(2, Arrays.copyOfRange(whole, 24 + 20, 24 + 64));
        part(3, Arrays.copyOfRange(whole, 24 + 68, whole.length));
        RecordFaces faces = open(save());
        byte[] rgb = new byte[FaceImage.VALUES];
        faces.copy(0, rgb);
        assertArrayEquals(picture, rgb);
    }

    @Test
    void aTruncatedFileIsToldInASentence() throws Exception {
        Path file = write(9);
        byte[] bytes = Files.readAllBytes(file);
        for (int cut : new int[] {0, 3, 7, 40, 5000, bytes.length - 50}) {
            Files.write(file, Arrays.copyOf(bytes, cut));
            TrainingException e = assertThrows(TrainingException.class, () -> open(file));
            assertFalse(e.getMessage().contains("\n"), e.getMessage());
            assertTrue(e.getMessage().contains("train."), e.getMessage());
        }
    }

    @Test
    void aForeignFileIsToldInASentence() throws Exception {
        Path file = write(3);
        byte[] noise = new byte[200_000];
        new Random(3).nextBytes(noise);
        Files.write(file, noise);
        var e = assertThrows(TrainingException.class, () -> open(file));
        assertTrue(e.getMessage().contains("not a record file"), e.getMessage());
        Files.write(folder.resolve("train.idx"), noise);
        e = assertThrows(TrainingException.class, () -> open(file));
        assertTrue(e.getMessage().contains("train.idx"), e.getMessage());
    }

    @Test
    void noByteOfAHeaderCanDoHarm() throws Exception {
        Path file = write(6);
        byte[] bytes = Files.readAllBytes(file);
        var dice = new Random(11);
        byte[] rgb = new byte[FaceImage.VALUES];
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] other = bytes.clone();
            int record = dice.nextInt(6);
            // The header of record 0 or of a picture.
            int at = record == 0 ? 0 : 40 + (record - 1) * (32 + FaceImage.VALUES);
            other[at + dice.nextInt(40)] = (byte) dice.nextInt();
            Files.write(file, other);
            try {
                RecordFaces faces = open(file);
                for (int f = 0; f < faces.count(); f++) {
                    faces.copy(f, rgb);
                }
            } catch (WorkException | IllegalArgumentException _) {
                // The fake "decoder" refuses pictures of another size as a programmer's mistake.
                refused++;
            }
        }
        assertTrue(refused > 100, refused + " refused");
    }

    @Test
    void aMissingIndexIsNamed() throws Exception {
        Path file = write(3);
        Files.delete(folder.resolve("train.idx"));
        var e = assertThrows(WorkException.class, () -> open(file));
        assertTrue(e.getMessage().contains("train.idx"), e.getMessage());
    }
}
