package revisage.vector.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import revisage.vector.LeakedFile;
import revisage.vector.VectorFileException;
import revisage.vector.VectorSet;

import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class NpyFileTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "little-f2",
                "little-f4",
                "little-f8",
                "big-f2",
                "big-f4",
                "big-f8",
                "fortran-f4",
                "fortran-big-f8",
                "version-1",
                "version-2",
                "version-3",
                "three-axes"
            })
    void whatNumpySavedIsReadExactly(String name) throws Exception {
        Samples.assertNumbers(Samples.FILES.open(Samples.byNumpy(name + ".npy")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8"})
    void wholeNumbersAreTakenAsTheyAreAndItIsSaid(String type) throws Exception {
        LeakedFile leaked = Samples.FILES.open(Samples.byNumpy("whole-" + type + ".npy"));
        float[] times8 = Samples.numbers();
        for (int i = 0; i < times8.length; i++) {
            times8[i] *= 8;
        }
        assertArrayEquals(times8, leaked.vectors().toArray());
        assertTrue(String.join(" ", leaked.notices()).contains("int" + 8 * (type.charAt(1) - '0')));
    }

    @Test
    void everyConversionIsSaid() throws Exception {
        assertEquals(List.of(), Samples.FILES.open(Samples.byNumpy("little-f4.npy")).notices());
        String all =
                String.join(
                        " ", Samples.FILES.open(Samples.byNumpy("fortran-big-f8.npy")).notices());
        assertTrue(all.contains("big-endian"), all);
        assertTrue(all.contains("Fortran"), all);
        assertTrue(all.contains("float64"), all);
    }

    @Test
    void oneAxisIsOneVector() throws Exception {
        LeakedFile leaked = Samples.FILES.open(Samples.byNumpy("one.npy"));
        assertEquals(1, leaked.vectors().count());
        assertArrayEquals(new float[] {.125f, .25f, .375f, .5f}, leaked.vectors().row(0));
        assertEquals(1, leaked.notices().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"complex", "words", "records"})
    void whatIsNoNumberIsRefused(String name) throws Exception {
        Path file = Samples.byNumpy(name + ".npy");
        assertThrows(VectorFileException.class, () -> Samples.FILES.open(file));
    }

    @Test
    void objectsAreRefusedWithTheReasonAndTheWayOut() throws Exception { // V7
        Path file = Samples.byNumpy("objects.npy");
        var refusal = assertThrows(VectorFileException.class, () -> Samples.FILES.open(file));
        assertTrue(refusal.getMessage().contains("pickled"), refusal.getMessage());
        assertTrue(refusal.remedy().contains("numpy.save"), refusal.remedy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387904, 4)}", // V4
                "{'descr': '<f4', 'fortran_order': False, 'shape': (9223372036854775808, 4)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (3, -4)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 4)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': ()}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2, 2)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 65537)}",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4)} + 1",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), 'x': 1}",
                "{'descr': '<f4', 'descr': '<f8', 'fortran_order': False, 'shape': (3, 4)}",
                "{'descr': '<f4', 'fortran_order': __import__('os'), 'shape': (3, 4)}",
                "{'descr': '<f4', 'fortran_order': 1, 'shape': (3, 4)}",
                "{'descr': '|O', 'fortran_order': False, 'shape': (3, 4)}",
                "{'descr': '<f16', 'fortran_order': False, 'shape': (3, 4)}",
                "{'descr': '<M8[s]', 'fortran_order': False, 'shape': (3, 4)}",
                "((((((((((((((((((((((((((((((((((((((((((",
                "[3, 4]",
                ""
            })
    void aHostileHeaderIsRefused(String header) throws Exception {
        Path file = write(1, header.length(), header, new byte[300_000]);
        assertThrows(VectorFileException.class, () -> Samples.FILES.open(file));
    }

    @Test
    void aHeaderOfFourGigabytesIsRefused() throws Exception { // V3
        Path file = write(2, 0xFFFFFFFFL, "{'descr': '<f4'", new byte[100]);
        var refusal = assertThrows(VectorFileException.class, () -> Samples.FILES.open(file));
        assertTrue(refusal.getMessage().contains("4,294,967,295"), refusal.getMessage());
    }

    @Test
    void anUnknownVersionIsRefused() throws Exception {
        Path file = write(4, 10, "{}        ", new byte[100]);
        assertThrows(VectorFileException.class, () -> Samples.FILES.open(file));
    }

    @Test
    void dataShorterThanTheShapeIsRefused() throws Exception { // V5
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4)}\n";
        Path file = write(1, header.length(), header, new byte[47]);
        var refusal = assertThrows(VectorFileException.class, () -> Samples.FILES.open(file));
        assertTrue(refusal.getMessage().contains("48 bytes"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("47 are there"), refusal.getMessage());
    }

    @Test
    void bytesAfterTheArrayAreSaid() throws Exception {
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4)}\n";
        Path file = write(1, header.length(), header, new byte[50]);
        assertTrue(Samples.FILES.open(file).notices().getFirst().startsWith("2 bytes"));
    }

    @Test
    void aDoubleBeyondFloatIsRefusedAndNotInfinite() throws Exception {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 1)}\n";
        byte[] data =
                java.nio.ByteBuffer.allocate(8)
                        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                        .putDouble(1e300)
                        .array();
        Path file = write(1, header.length(), header, data);
        assertThrows(VectorFileException.class, () -> Samples.FILES.open(file));
    }

    @Test
    void aMillionVectorsOpenWithoutACopyOnTheHeap() throws Exception {
        Path file = folder.resolve("million.npy");
        String header =
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1000000, 512), }".indent(0);
        write(1, header.length(), header, new byte[0]);
        Files.move(folder.resolve("file.npy"), file);
        long start = Files.size(file);
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(start + 1_000_000L * 512 * 4);
            sparse.seek(start + (999_999L * 512 + 511) * 4);
            sparse.writeInt(Integer.reverseBytes(Float.floatToRawIntBits(2.5f)));
        }
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        VectorSet vectors = Samples.FILES.open(file).vectors();
        long allocated = thread.getCurrentThreadAllocatedBytes() - before;
        assertEquals(1_000_000, vectors.count());
        assertEquals(2.5f, vectors.row(999_999)[511]);
        assertTrue(vectors.values().isMapped());
        assertTrue(allocated < 1 << 20, "allocated " + allocated);
    }

    @Test
    void whatIsWrittenIsWhatNumpyWrites() throws Exception {
        Path file = folder.resolve("own.npy");
        Samples.FILES.write(VectorSet.of(Samples.numbers(), 4), file);
        assertEquals(-1, Files.mismatch(file, Samples.byNumpy("little-f4.npy")));
    }

    private Path write(int version, long length, String header, byte[] data) throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        out.write(0x93);
        out.write("NUMPY".getBytes(StandardCharsets.US_ASCII));
        out.write(version);
        out.write(0);
        for (int i = 0; i < (version == 1 ? 2 : 4); i++) {
            out.write((int) (length >> (8 * i)));
        }
        out.write(header.getBytes(StandardCharsets.UTF_8));
        out.write(data);
        Path file = folder.resolve("file.npy");
        Files.write(file, out.toByteArray());
        return file;
    }
}
