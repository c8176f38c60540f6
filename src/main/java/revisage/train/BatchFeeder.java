package revisage.train;

import org.jspecify.annotations.Nullable;

import revisage.face.FaceImage;
import revisage.work.Dice;
import revisage.work.WorkException;

import java.util.ArrayDeque;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Batches in the order of the plan's seed, made ahead on other threads. What a batch holds depends
/// on its number only, so a training goes on with the same batches wherever it was cut.
final class BatchFeeder implements AutoCloseable {

    private static final int AHEAD = 3;
    private static final int THREADS = 2;

    private final LabelledFaces faces;
    private final Split split;
    private final Augmenter augmenter;
    private final long seed;
    private final int size;
    private final long stepsAnEpoch;
    private final long end;
    private final ExecutorService lane =
            Executors.newFixedThreadPool(
                    THREADS, Thread.ofPlatform().daemon().name("batches-", 0).factory());
    private final ArrayDeque<Future<Batch>> underWay = new ArrayDeque<>();
    private final ArrayDeque<float[]> free = new ArrayDeque<>();
    private @Nullable Batch last;
    private long begun;
    private long orderedEpoch = -1;
    private int[] order = new int[0];

    /// @param from number of the first batch that is wanted
    /// @param end number of the batch after the last
    BatchFeeder(
            LabelledFaces faces,
            Split split,
            Augmenter augmenter,
            long seed,
            int size,
            long from,
            long end) {
        this.faces = faces;
        this.split = split;
        this.augmenter = augmenter;
        this.seed = seed;
        this.size = size;
        this.stepsAnEpoch = stepsAnEpoch(split, size);
        this.begun = from;
        this.end = end;
    }

    /// What is left over at the end of an epoch waits for another order.
    static long stepsAnEpoch(Split split, int size) {
        return split.count() / size;
    }

    /// Waits for the next batch. It is valid until the next call: its memory is used again, so that
    /// the collector need not carry 10 MB away each step.
    Batch next() throws WorkException, InterruptedException {
        if (last != null) {
            free.add(last.pixels());
            last = null;
        }
        while (begun < end && underWay.size() < AHEAD) {
            long step = begun++;
            int[] chosen = chosen(step);
            float[] pixels = free.isEmpty() ? new float[size * Batch.FACE] : free.remove();
            underWay.add(lane.submit(() -> make(chosen, step, pixels)));
        }
        try {
            Batch batch = underWay.remove().get();
            last = batch;
            return batch;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case WorkException w -> throw w;
                case InterruptedException i -> throw i;
                case Error error -> throw error;
                case null, default ->
                        throw new IllegalStateException("making a batch failed", e.getCause());
            }
        }
    }

    private int[] chosen(long step) {
        long epoch = step / stepsAnEpoch;
        if (epoch != orderedEpoch) {
            order = shuffled(epoch);
            orderedEpoch = epoch;
        }
        int first = (int) (step % stepsAnEpoch) * size;
        return java.util.Arrays.copyOfRange(order, first, first + size);
    }

    private int[] shuffled(long epoch) {
        int[] all = new int[split.count()];
        for (int i = 0; i < all.length; i++) {
            all[i] = split.face(i);
        }
        var dice = new Random(Dice.seed(seed, Dice.of("order"), epoch));
        for (int i = all.length - 1; i > 0; i--) {
            int j = dice.nextInt(i + 1);
            int swapped = all[i];
            all[i] = all[j];
            all[j] = swapped;
        }
        return all;
    }

    private Batch make(int[] chosen, long step, float[] pixels)
            throws WorkException, InterruptedException {
        int[] people = new int[chosen.length];
        byte[] rgb = new byte[FaceImage.VALUES];
        for (int i = 0; i < chosen.length; i++) {
            faces.copy(chosen[i], rgb);
            augmenter.change(
                    rgb, Dice.seed(seed, Dice.of("change"), step, i), pixels, i * Batch.FACE);
            people[i] = split.classOf(faces.person(chosen[i]));
        }
        return new Batch(pixels, people);
    }

    @Override
    public void close() {
        lane.shutdownNow();
    }
}
