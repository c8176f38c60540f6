package revisage.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.MemoryDisk;
import revisage.work.WorkException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class RecordLogTest {

    @TempDir(factory = MemoryDisk.class)
    Path folder;

    @Test
    void whatWasAppendedIsReadBackInOrder() throws Exception {
        Path file = written(List.of("a", "", "ccc"));
        try (var log = RecordLog.open(file, "plan", _ -> {})) {
            log.append(List.of(bytes("d"), bytes("ee")));
            assertEquals(5, log.count());
        }
        assertEquals(List.of("a", "", "ccc", "d", "ee"), read(file, 0));
    }

    @Test
    void cutAtEveryByteOfTheLastRecordTheOneBeforeIsTheEnd() throws Exception {
        Path file = written(List.of("first", "second", "the last one"));
        byte[] whole = Files.readAllBytes(file);
        int last = 8 + "the last one".length();
        for (int cut = 1; cut <= last; cut++) {
            Files.write(file, java.util.Arrays.copyOf(whole, whole.length - cut));
            assertEquals(List.of("first", "second"), read(file, last - cut), "cut by " + cut);
            try (var log = RecordLog.open(file, "plan", _ -> {})) {
                log.append(bytes("the last one"));
            }
            assertArrayEquals(whole, Files.readAllBytes(file), "goes on to the same bytes");
        }
    }

    @Test
    void fiveHundredCutsAnywhereLoseNoWholeRecordAndInventNone() throws Exception {
        List<String> records = texts(40, 11);
        Path file = written(records);
        byte[] whole = Files.readAllBytes(file);
        var random = new Random(12);
        for (int i = 0; i < 500; i++) {
            int size = random.nextInt(whole.length);
            Files.write(file, java.util.Arrays.copyOf(whole, size));
            var found = new ArrayList<String>();
            try (var log = RecordLog.open(file, "plan", r -> found.add(text(r)))) {
                assertEquals(wholeRecords(records, size), found.size(), "cut to " + size);
                assertEquals(records.subList(0, found.size()), found);
                assertEquals(found.size(), log.count());
            }
        }
    }

    private static int wholeRecords(List<String> records, int size) {
        int end = 8 + 8 + "plan".length();
        int whole = 0;
        for (String r : records) {
            end += 8 + bytes(r).length;
            whole += end <= size ? 1 : 0;
        }
        return whole;
    }

    @Test
    void twoThousandFlippedBitsAreAllNoticed() throws Exception {
        List<String> records = texts(40, 13);
        Path file = written(records);
        byte[] whole = Files.readAllBytes(file);
        var random = new Random(14);
        for (int i = 0; i < 2_000; i++) {
            byte[] flipped = whole.clone();
            int bit = random.nextInt(whole.length * 8);
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            Files.write(file, flipped);
            var found = new ArrayList<String>();
            try (var log = RecordLog.open(file, "plan", r -> found.add(text(r)))) {
                assertTrue(log.droppedBytes() > 0, "bit " + bit + " went unnoticed");
                assertEquals(records.subList(0, found.size()), found, "bit " + bit);
            } catch (StoreException e) {
                assertTrue(
                        bit / 8 < 8 + 8 + "plan".length(), "only the beginning is refused: " + e);
            }
        }
    }

    @Test
    void aFileOfLengthZeroIsANewLog() throws Exception {
        Path file = Files.createFile(folder.resolve("x.log"));
        assertEquals(List.of(), read(file, 0));
    }

    @Test
    void somethingElseIsRefusedAndLeftAsItWas() throws Exception {
        Path file = Files.writeString(folder.resolve("x.log"), "id,person\n1,somebody\n");
        assertThrows(StoreException.class, () -> read(file, 0));
        assertEquals("id,person\n1,somebody\n", Files.readString(file));
    }

    @Test
    void aNewerVersionsLogIsRefusedWithAdvice() throws Exception {
        Path file = Files.writeString(folder.resolve("x.log"), "RVSGLOG2............");
        var refused = assertThrows(StoreException.class, () -> read(file, 0));
        assertTrue(refused.getMessage().contains("newer version"), refused.getMessage());
    }

    @Test
    void aLogOfAnotherPlanIsRefused() throws Exception {
        Path file = written(List.of("a"));
        var refused =
                assertThrows(StoreException.class, () -> RecordLog.open(file, "other", _ -> {}));
        assertTrue(refused.getMessage().contains("another plan"), refused.getMessage());
    }

    @Test
    void afterAFailedWriteNothingOfItIsKeptAndTryingAgainWorks() throws Exception {
        for (int failing = 0; failing < 6; failing++) {
            Path file = folder.resolve("full" + failing + ".log");
            var disk = new FullDisk(file);
            try (var log = RecordLog.open(file, disk, "plan", _ -> {})) {
                log.append(bytes("before"));
                disk.failAfter(failing);
                var batch = List.of(bytes("one"), bytes("two"), bytes("three"));
                if (failing < FullDisk.CALLS_OF_THREE_RECORDS) {
                    assertThrows(WorkException.class, () -> log.append(batch));
                } else {
                    log.append(batch);
                }
                disk.failAfter(Integer.MAX_VALUE);
                log.append(bytes("after"));
            }
            var expected =
                    failing < FullDisk.CALLS_OF_THREE_RECORDS
                            ? List.of("before", "after")
                            : List.of("before", "one", "two", "three", "after");
            assertEquals(expected, read(file, 0), "failure " + failing);
        }
    }

    @Test
    void aStopInTheMiddleOfAnAppendBreaksNothing() throws Exception {
        Path file = folder.resolve("x.log");
        try (var log = RecordLog.open(file, "plan", _ -> {})) {
            Thread.currentThread().interrupt();
            log.append(bytes("a"));
            assertTrue(Thread.interrupted(), "the stop is still there for the next pause point");
            log.append(bytes("b"));
        }
        assertEquals(List.of("a", "b"), read(file, 0));
    }

    private Path written(List<String> records) throws Exception {
        Path file = folder.resolve("x.log");
        try (var log = RecordLog.open(file, "plan", _ -> {})) {
            log.append(records.stream().map(RecordLogTest::bytes).toList());
        }
        return file;
    }

    private static List<String> read(Path file, long dropped) throws Exception {
        var found = new ArrayList<String>();
        try (var log = RecordLog.open(file, "plan", r -> found.add(text(r)))) {
            assertEquals(dropped, log.droppedBytes());
        }
        return found;
    }

    private static List<String> texts(int count, long seed) {
        var random = new Random(seed);
        return random.ints(count, 0, 60)
                .mapToObj(n -> "%x".formatted(random.nextLong()).repeat(1 + n / 20))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
