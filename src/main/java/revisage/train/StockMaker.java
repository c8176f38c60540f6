package revisage.train;

import revisage.face.FaceImage;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Fills the files of a [FaceStock] from where they end.
///
/// @param pixels raw faces
/// @param people the person of each offer, or -1
record StockMaker(Path pixels, Path people, FaceSupply supply) {

    private static final int AHEAD = 16;

    /// The person of each offer so far.
    static int[] offers(Path people) throws IOException {
        byte[] bytes = Files.exists(people) ? Files.readAllBytes(people) : new byte[0];
        int[] offers = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(offers);
        return offers;
    }

    void complete(int threads, Consumer<? super Progress> progress)
            throws IOException, WorkException, InterruptedException {
        int done = cutToWholeOffers();
        if (done < supply.count()) {
            make(done, threads, progress);
        }
    }

    /// After a kill the two files may end at different faces: both are cut to what both have.
    private int cutToWholeOffers() throws IOException {
        int[] offers = offers(people);
        long whole = Files.exists(pixels) ? Files.size(pixels) / FaceImage.VALUES : 0;
        int kept = 0;
        long faces = 0;
        while (kept < offers.length && faces + (offers[kept] >= 0 ? 1 : 0) <= whole) {
            faces += offers[kept] >= 0 ? 1 : 0;
            kept++;
        }
        cut(people, (long) kept * Integer.BYTES);
        cut(pixels, faces * FaceImage.VALUES);
        return kept;
    }

    private static void cut(Path file, long length) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            if (open.length() > length) {
                open.setLength(length);
            }
        }
    }

    private void make(int from, int threads, Consumer<? super Progress> progress)
            throws IOException, WorkException, InterruptedException {
        var lane =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().daemon().name("stock-", 0).factory());
        try (var rgb =
                        new BufferedOutputStream(
                                Files.newOutputStream(pixels, StandardOpenOption.APPEND), 1 << 20);
                var labels =
                        new DataOutputStream(
                                Files.newOutputStream(people, StandardOpenOption.APPEND))) {
            var underWay = new ArrayDeque<Future<Optional<FaceImage>>>();
            int begun = from;
            for (int i = from; i < supply.count(); i++) {
                while (begun < supply.count() && underWay.size() < AHEAD * threads) {
                    int next = begun++;
                    underWay.add(lane.submit(() -> supply.face(next)));
                }
                Work.pausePoint();
                Optional<FaceImage> face = Ahead.made("a face", underWay.remove());
                if (face.isPresent()) {
                    rgb.write(face.get().toRgb());
                }
                labels.writeInt(face.isPresent() ? supply.person(i) : -1);
                progress.accept(new Progress("Preparing faces", i + 1L, supply.count(), "faces"));
            }
        } finally {
            lane.shutdownNow();
        }
    }
}
