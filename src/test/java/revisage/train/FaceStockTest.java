package revisage.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.face.FaceImage;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

class FaceStockTest {

    private static final int OFFERS = 40;

    @TempDir private Path folder;

    private final AtomicInteger made = new AtomicInteger();

    /// Every seventh picture cannot be used.
    private final class Offers implements FaceSupply {

        private final String name;

        Offers(String name) {
            this.name = name;
        }

        @Override
        public String fingerprint() {
            return name;
        }

        @Override
        public int count() {
            return OFFERS;
        }

        @Override
        public int people() {
            return 10;
        }

        @Override
        public int person(int i) {
            return i / 4;
        }

        @Override
        public Optional<FaceImage> face(int i) {
            made.incrementAndGet();
            return i % 7 == 6 ? Optional.empty() : Optional.of(TrainFakes.portrait(1, i, 0));
        }
    }

    private void check(FaceStock stock) {
        assertEquals(35, stock.count());
        assertEquals(5, stock.unusable());
        byte[] rgb = new byte[FaceImage.VALUES];
        int row = 0;
        for (int i = 0; i < OFFERS; i++) {
            if (i % 7 != 6) {
                assertEquals(i / 4, stock.person(row));
                stock.copy(row++, rgb);
                assertArrayEquals(TrainFakes.portrait(1, i, 0).toRgb(), rgb);
            }
        }
    }

    @Test
    void whatWasMadeOnceIsNotMadeAgain() throws Exception {
        check(FaceStock.open(folder, new Offers("a"), 2, p -> {}));
        check(FaceStock.open(folder, new Offers("a"), 2, p -> {}));
        assertEquals(OFFERS, made.get());
    }

    @Test
    void anotherSupplyMakesAnotherStock() throws Exception {
        FaceStock.open(folder, new Offers("a"), 2, p -> {});
        FaceStock.open(folder, new Offers("b"), 2, p -> {});
        assertEquals(2 * OFFERS, made.get());
    }

    @Test
    void whereverAKillCutTheFilesTheStockIsCompleted() throws Exception {
        FaceStock.open(folder, new Offers("a"), 2, p -> {});
        byte[] rgb = Files.readAllBytes(folder.resolve("faces.rgb"));
        byte[] people = Files.readAllBytes(folder.resolve("faces.people"));
        for (int cut = 0; cut <= 10; cut++) {
            cut("faces.rgb", rgb.length * (long) cut / 10 - cut % 3);
            cut("faces.people", people.length - 13L * cut);
            check(FaceStock.open(folder, new Offers("a"), 2, p -> {}));
        }
        assertArrayEquals(rgb, Files.readAllBytes(folder.resolve("faces.rgb")));
    }

    private void cut(String name, long length) throws Exception {
        try (var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.setLength(Math.max(0, length));
        }
    }
}
