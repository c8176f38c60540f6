package revisage.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.MemoryDisk;
import revisage.work.Kept;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

class CheckpointTest {

    @TempDir(factory = MemoryDisk.class)
    Path folder;

    @Test
    void everyKindOfValueIsReadBackAsItWas() throws Exception {
        var kept = checkpoint("plan");
        kept.keep(
                Kept.nothing()
                        .with("mean", new double[] {0.1, -0.0, Double.NaN})
                        .with("image", new float[] {1.5f, Float.MIN_VALUE})
                        .with("round", new long[] {Long.MIN_VALUE, 7})
                        .with("best", new byte[] {-1, 0})
                        .with("where", "{\"queries\": 12}"));
        Kept state = kept.read().orElseThrow().state();
        assertArrayEquals(new double[] {0.1, -0.0, Double.NaN}, state.doubles("mean"));
        assertArrayEquals(new float[] {1.5f, Float.MIN_VALUE}, state.floats("image"));
        assertArrayEquals(new long[] {Long.MIN_VALUE, 7}, state.longs("round"));
        assertArrayEquals(new byte[] {-1, 0}, state.bytes("best"));
        assertEquals("{\"queries\": 12}", state.text("where"));
        assertThrows(IllegalArgumentException.class, () -> state.longs("mean"));
    }

    @Test
    void nothingWasKeptYet() throws Exception {
        assertEquals(Optional.empty(), checkpoint("plan").read());
    }

    @Test
    void aStateThatCannotBeKeptLeavesNothingBehind() throws Exception {
        Path inTheWay = folder.resolve(file().getFileName() + ".previous");
        checkpoint("plan").keep(Kept.nothing().with("round", "1"));
        Files.createDirectories(inTheWay.resolve("full")); // as good as a disk that refuses
        assertThrows(
                WorkException.class,
                () -> checkpoint("plan").keep(Kept.nothing().with("round", "2")));
        try (var left = Files.list(folder)) {
            assertEquals(Set.of(file(), inTheWay), left.collect(Collectors.toSet()));
        }
        Files.delete(inTheWay.resolve("full"));
        Files.delete(inTheWay);
        assertEquals("1", checkpoint("plan").read().orElseThrow().state().text("round"));
    }

    @Test
    void aDamagedNewestGivesWayToTheOneBefore() throws Exception {
        var kept = twoGenerations();
        byte[] whole = Files.readAllBytes(file());
        for (int size = 0; size < whole.length; size += 7) {
            Files.write(file(), Arrays.copyOf(whole, size));
            var found = kept.read().orElseThrow();
            assertTrue(found.damaged());
            assertEquals("1", found.state().text("round"));
        }
    }

    @Test
    void aKillBetweenTheTwoRenamesLosesNothing() throws Exception {
        var kept = checkpoint("plan");
        kept.keep(Kept.nothing().with("round", "1"));
        Files.move(file(), folder.resolve("x.checkpoint.previous"));
        var found = kept.read().orElseThrow();
        assertEquals("1", found.state().text("round"));
        assertFalse(found.damaged());
    }

    @Test
    void twoThousandFlippedBitsAndFiveHundredCutsAreAllNoticed() throws Exception {
        var kept = twoGenerations();
        byte[] whole = Files.readAllBytes(file());
        var random = new Random(21);
        for (int i = 0; i < 2_500; i++) {
            byte[] damaged =
                    i < 2_000 ? whole.clone() : Arrays.copyOf(whole, random.nextInt(whole.length));
            if (i < 2_000) {
                int bit = random.nextInt(whole.length * 8);
                damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            }
            Files.write(file(), damaged);
            assertEquals("1", kept.read().orElseThrow().state().text("round"), "damage " + i);
        }
    }

    @Test
    void twoDamagedGenerationsAreRefused() throws Exception {
        var kept = twoGenerations();
        Files.write(file(), new byte[100]);
        Files.write(folder.resolve("x.checkpoint.previous"), new byte[0]);
        assertThrows(StoreException.class, kept::read);
    }

    @Test
    void aStateOfAnotherPlanIsRefused() throws Exception {
        twoGenerations();
        var refused = assertThrows(StoreException.class, () -> checkpoint("other").read());
        assertTrue(refused.getMessage().contains("another plan"), refused.getMessage());
    }

    @Test
    void theSameStateGivesTheSameBytesInAnyOrder() throws Exception {
        var kept = checkpoint("plan");
        kept.keep(Kept.nothing().with("a", "1").with("b", new long[] {2}));
        byte[] first = Files.readAllBytes(file());
        kept.keep(Kept.nothing().with("b", new long[] {2}).with("a", "1"));
        assertArrayEquals(first, Files.readAllBytes(file()));
    }

    @Test
    void forgottenIsForgotten() throws Exception {
        var kept = twoGenerations();
        kept.forget();
        assertEquals(Optional.empty(), kept.read());
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void aStopWhileKeepingBreaksNothing() throws Exception {
        var kept = twoGenerations();
        Thread.currentThread().interrupt();
        kept.keep(Kept.nothing().with("round", "3"));
        assertTrue(Thread.interrupted());
        assertEquals("3", kept.read().orElseThrow().state().text("round"));
    }

    private Checkpoint twoGenerations() throws Exception {
        var kept = checkpoint("plan");
        double[] numbers = new Random(20).doubles(300).toArray();
        kept.keep(Kept.nothing().with("round", "1").with("mean", numbers));
        kept.keep(Kept.nothing().with("round", "2").with("mean", numbers));
        assertEquals("2", kept.read().orElseThrow().state().text("round"));
        return kept;
    }

    private Checkpoint checkpoint(String belongsTo) {
        return new Checkpoint(file(), belongsTo);
    }

    private Path file() {
        return folder.resolve("x.checkpoint");
    }
}
