package revisage.vector.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import revisage.vector.SafeTensors;
import revisage.vector.Tensor;
import revisage.vector.VectorFileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Damaged files of every format end in vectors or in a [VectorFileException], never otherwise.
class HostileFilesTest {

    private static final String JSON =
            "[{\"id\":\"p\",\"label\":\"x\",\"vector\":[1.5,2e0]},{\"id\":\"q\",\"vector\":[3,4]}]";
    private static final String LINES =
            "{\"id\":\"p\",\"vector\":[1.5,2e0]}\n{\"id\":\"q\",\"vector\":[3,4]}\n";

    @TempDir Path folder;

    private int made;

    @ParameterizedTest
    @ValueSource(strings = {"npy", "f8.npy", "npz", "packed.npz", "safetensors", "parquet", "json"})
    void everyCutOfASoundFileIsRefused(String format) throws Exception { // V1, V2, V5
        byte[] sound = sound(format);
        // Parquet's native reader is slower: every 11th byte.
        int step = format.equals("parquet") ? 11 : 1;
        for (int length = 0; length < sound.length; length += step) {
            Path file = fresh(Arrays.copyOf(sound, length));
            int cut = length;
            assertThrows(
                    VectorFileException.class,
                    () -> Samples.FILES.open(file),
                    () -> "cut at " + cut);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl"})
    void everyCutOfALineFormatIsRefusedOrGivesWholeLines(String format) throws Exception {
        byte[] sound = sound(format);
        for (int length = 0; length < sound.length; length++) {
            survives(fresh(Arrays.copyOf(sound, length)), "cut at " + length);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "npy",
                "f8.npy",
                "npz",
                "packed.npz",
                "safetensors",
                "parquet",
                "json",
                "jsonl",
                "csv"
            })
    void damagedBytesNeverEndInAnythingElse(String format) throws Exception {
        byte[] sound = sound(format);
        var random = new Random(format.hashCode());
        int times = format.equals("parquet") ? 120 : 700;
        int read = 0;
        for (int i = 0; i < times; i++) {
            byte[] damaged = sound.clone();
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            if (random.nextInt(4) == 0) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            if (survives(fresh(damaged), format + " damaged, round " + i)) {
                read++;
            }
        }
        assertTrue(read < times, "damage is noticed now and then");
    }

    @Test
    void aSingleDamagedBitInAnArchiveIsNeverTakenForANumber() throws Exception {
        byte[] sound = sound("npz");
        for (int bit = 0; bit < sound.length * 8; bit += 3) {
            byte[] damaged = sound.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Path file = fresh(damaged);
            try {
                Samples.assertNumbers(Samples.FILES.open(file));
            } catch (VectorFileException _) {
                // noticed
            }
            Files.delete(file);
        }
    }

    @Test
    void randomBytesAreRefused() throws Exception { // M2
        var random = new Random(5);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(1, 3000)];
            random.nextBytes(bytes);
            survives(fresh(bytes), "round " + i);
        }
        Path file = fresh(new byte[512 * 4]);
        assertThrows(VectorFileException.class, () -> Samples.FILES.open(file));
    }

    @Test
    void whatIsNoFileIsRefusedAtOnce() throws Exception {
        assertThrows(VectorFileException.class, () -> Samples.FILES.open(folder));
        assertThrows(WorkException.class, () -> Samples.FILES.open(folder.resolve("none")));
        if (Files.exists(Path.of("/dev/zero"))) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () ->
                            assertThrows(
                                    VectorFileException.class,
                                    () -> Samples.FILES.open(Path.of("/dev/zero"))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001F\u008B\b",
                "BZh9",
                "\u0089HDF\r\n",
                "ARROW1",
                "PARE",
                "\u00FF\u00FEa"
            })
    void otherFormatsAreNamedWithTheWayOut(String opening) throws Exception {
        Path file = folder.resolve("other");
        Files.write(file, opening.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        var refusal = assertThrows(VectorFileException.class, () -> Samples.FILES.open(file));
        assertTrue(refusal.remedy().length() > 10, refusal.remedy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"npy", "csv", "parquet"})
    void whatIsWrittenIsReadBackUnderAnyName(String format) throws Exception {
        Path file = folder.resolve("leak." + format);
        Samples.FILES.write(Samples.named(), file);
        Samples.assertSame(Samples.named(), Samples.FILES.read(file));
        var bare =
                revisage.vector.VectorSet.of(
                        new float[] {Float.MIN_VALUE, -Float.MAX_VALUE, 0.1f}, 3);
        Samples.FILES.write(bare, file);
        Samples.assertSame(bare, Samples.FILES.read(file));
        try (var all = Files.list(folder)) {
            assertEquals(1, all.count()); // no part files, no labels of the set before
        }
    }

    @Test
    void namesBesideTheFileMustFit() throws Exception {
        Path file = folder.resolve("leak.npy");
        Samples.FILES.write(Samples.named(), file);
        Path beside = folder.resolve("leak.npy.labels.csv");
        assertTrue(Samples.FILES.open(file).notices().getFirst().contains("leak.npy.labels.csv"));
        for (String wrong :
                new String[] {
                    "id,label\na,b\n", "name\na\nb\nc\n", "id,label\na,b\nc\nd,e\n", "\"", ""
                }) {
            Files.writeString(beside, wrong);
            if (wrong.isEmpty()) {
                assertTrue(Samples.FILES.open(file).vectors().ids().isEmpty());
            } else {
                assertThrows(VectorFileException.class, () -> Samples.FILES.open(file), wrong);
            }
        }
    }

    @Test
    void anUnknownEndingIsNotWritten() {
        assertThrows(
                VectorFileException.class,
                () -> Samples.FILES.write(Samples.named(), folder.resolve("leak.pkl")));
    }

    private boolean survives(Path file, String what) {
        return Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> {
                    try {
                        Samples.FILES.open(file);
                        return true;
                    } catch (VectorFileException _) {
                        return false;
                    } catch (Exception | Error e) {
                        Files.copy(
                                file,
                                Path.of("target", "damaged"),
                                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                        return fail(what + " (kept as target/damaged)", e);
                    } finally {
                        Files.delete(file);
                    }
                },
                what);
    }

    /// A new file each time: to write over one costs a flush to the disk.
    private Path fresh(byte[] bytes) throws IOException {
        Path file = folder.resolve("file" + made++);
        return Files.write(file, bytes);
    }

    private byte[] sound(String format) throws Exception {
        Path file = folder.resolve("sound");
        switch (format) {
            case "npy" -> Files.copy(Samples.byNumpy("little-f4.npy"), file);
            case "f8.npy" -> Files.copy(Samples.byNumpy("fortran-big-f8.npy"), file);
            case "npz" -> Files.copy(Samples.byNumpy("names.npz"), file);
            case "packed.npz" -> Files.copy(Samples.byNumpy("packed.npz"), file);
            case "safetensors" ->
                    SafeTensors.write(
                            file,
                            new TreeMap<>(Map.of("k", "v")),
                            Map.of(
                                    "vectors", Tensor.floats(Samples.numbers(), 3, 4),
                                    "labels", Tensor.longs(new long[] {7, 7, 9}, 3)));
            case "json" -> Files.writeString(file, JSON);
            case "jsonl" -> Files.writeString(file, LINES);
            case "csv", "parquet" -> {
                Path named = folder.resolve("sound." + format);
                Samples.FILES.write(Samples.named(), named);
                Files.move(named, file);
            }
            default -> throw new IllegalArgumentException(format);
        }
        Samples.FILES.open(file);
        return Files.readAllBytes(file);
    }
}
