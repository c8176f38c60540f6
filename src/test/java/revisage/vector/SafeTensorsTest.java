package revisage.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import revisage.work.WorkException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class SafeTensorsTest {

    @TempDir Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        Path file = folder.resolve("basis.safetensors");
        SafeTensors.write(
                file,
                new TreeMap<>(Map.of("made from", "8 faces", "größe", "1")),
                Map.of(
                        "axes", Tensor.floats(new float[] {1, -2, 3.5f, 4, 5, 6}, 2, 3),
                        "mean", Tensor.doubles(new double[] {Math.PI}, 1),
                        "counts", Tensor.longs(new long[] {Long.MAX_VALUE, -1}, 2),
                        "none", Tensor.floats(new float[0], 0, 7)));
        SafeTensors read = SafeTensors.read(file);
        assertEquals("8 faces", read.metadata("made from").orElseThrow());
        assertEquals("1", read.metadata().get("größe"));
        assertEquals(List.of(2L, 3L), read.tensor("axes").shape());
        assertArrayEquals(new float[] {1, -2, 3.5f, 4, 5, 6}, read.tensor("axes").toFloats());
        assertArrayEquals(new double[] {Math.PI}, read.tensor("mean").toDoubles());
        assertArrayEquals(new long[] {Long.MAX_VALUE, -1}, read.tensor("counts").toLongs());
        assertEquals(0, read.tensor("none").size());
        assertTrue(
                assertThrows(VectorFileException.class, () -> read.tensor("axis"))
                        .getMessage()
                        .contains("axes"));
    }

    @Test
    void theSameContentGivesTheSameBytes() throws Exception {
        var there = new java.util.LinkedHashMap<String, Tensor>();
        there.put("a", Tensor.floats(new float[] {1}, 1));
        there.put("b", Tensor.floats(new float[] {2}, 1));
        var back = there.reversed();
        SafeTensors.write(folder.resolve("1"), new TreeMap<>(), there);
        SafeTensors.write(folder.resolve("2"), new TreeMap<>(), back);
        assertEquals(-1, Files.mismatch(folder.resolve("1"), folder.resolve("2")));
    }

    @Test
    void allNumberTypesAreRead() throws Exception {
        // By hand: 1.5 as half is 0x3E00, as bfloat16 0x3FC0.
        String header =
                """
                {"h":{"dtype":"F16","shape":[1],"data_offsets":[0,2]},\
                "b":{"dtype":"BF16","shape":[1],"data_offsets":[2,4]},\
                "i":{"dtype":"I8","shape":[],"data_offsets":[4,5]},\
                "u":{"dtype":"U8","shape":[2],"data_offsets":[5,7]},\
                "t":{"dtype":"BOOL","shape":[1],"data_offsets":[7,8]},\
                "s":{"dtype":"I16","shape":[1],"data_offsets":[8,10]}}\
                """;
        SafeTensors read =
                SafeTensors.read(
                        file(header, new byte[] {0, 0x3E, (byte) 0xC0, 0x3F, -3, -1, 7, 1, 0, -1}));
        assertArrayEquals(new float[] {1.5f}, read.tensor("h").toFloats());
        assertArrayEquals(new float[] {1.5f}, read.tensor("b").toFloats());
        assertArrayEquals(new long[] {-3}, read.tensor("i").toLongs());
        assertArrayEquals(new float[] {255, 7}, read.tensor("u").toFloats());
        assertArrayEquals(new float[] {1}, read.tensor("t").toFloats());
        assertArrayEquals(new double[] {-256}, read.tensor("s").toDoubles());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,12]}}", // beyond the
                // end
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", // a rest
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", // a hole
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                    + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", // overlap
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,8]}}", // shape
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296,4294967296,2],"
                        + "\"data_offsets\":[0,8]}}", // product overflows
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[8,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1e300],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F31\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                    + "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", // twice
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} x",
                "{\"__metadata__\":{\"k\":1},\"a\":{\"dtype\":\"F32\",\"shape\":[2],"
                        + "\"data_offsets\":[0,8]}}",
                "[1,2]",
                "{}",
                "{\"a\":7}"
            })
    void aHostileHeaderIsRefused(String header) throws Exception {
        Path file = file(header, new byte[8]);
        assertThrows(VectorFileException.class, () -> SafeTensors.read(file), header);
    }

    @Test
    void aDeepHeaderIsRefused() throws Exception {
        Path file = file("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", new byte[8]);
        assertThrows(VectorFileException.class, () -> SafeTensors.read(file));
    }

    @Test
    void aHeaderLongerThanTheFileIsRefused() throws Exception {
        for (long length : new long[] {0, 17, 1L << 32, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
            Path file = folder.resolve("long");
            Files.write(
                    file,
                    ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
            assertThrows(VectorFileException.class, () -> SafeTensors.read(file));
        }
    }

    @Test
    void everyCutOfASoundFileIsRefused() throws Exception {
        Path sound = folder.resolve("sound");
        SafeTensors.write(
                sound,
                new TreeMap<>(Map.of("k", "v")),
                Map.of("axes", Tensor.floats(new float[] {1, 2, 3, 4}, 2, 2)));
        byte[] bytes = Files.readAllBytes(sound);
        Path cut = folder.resolve("cut");
        for (int length = 0; length < bytes.length; length++) {
            Files.write(cut, java.util.Arrays.copyOf(bytes, length));
            assertThrows(VectorFileException.class, () -> SafeTensors.read(cut));
        }
    }

    @Test
    void aMissingFileIsSaidInWords() {
        assertTrue(
                assertThrows(WorkException.class, () -> SafeTensors.read(folder.resolve("none")))
                        .getMessage()
                        .contains("does not exist"));
    }

    private Path file(String header, byte[] data) throws Exception {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("file");
        Files.write(
                file,
                ByteBuffer.allocate(8 + text.length + data.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(text.length)
                        .put(text)
                        .put(data)
                        .array());
        return file;
    }
}
