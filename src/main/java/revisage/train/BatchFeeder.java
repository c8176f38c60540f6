package revisage.train;

import revisage.face.FaceImage;
import revisage.work.Dice;
import revisage.work.WorkException;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;

/// Batches in the order of the plan's seed, made ahead on other threads. What a batch holds depends
/// on its number only, so a training goes on with the same batches wherever it was cut.
final class BatchFeeder implements AutoCloseable {

    private final LabelledFaces faces;
    private final Split split;
    private final Augmenter augmenter;
    private final long seed;
    private final int size;
    private final long stepsAnEpoch;
    private final Ahead<Batch> ahead;
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
        this.ahead = new Ahead<>(this::begin, from, end);
    }

    /// What is left over at the end of an epoch waits for another order.
    static long stepsAnEpoch(Split split, int size) {
        return split.count() / size;
    }

    /// Waits for the next batch, which is valid until the next call.
    Batch next() throws WorkException, InterruptedException {
        return ahead.next();
    }

    private Callable<Batch> begin(long step, Optional<Batch> used) {
        int[] chosen = chosen(step);
        float[] pixels = used.map(Batch::pixels).orElseGet(() -> new float[size * Batch.FACE]);
        return () -> make(chosen, step, pixels);
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
        return shuffle(all, seed, epoch);
    }

    /// In place.
    static int[] shuffle(int[] all, long seed, long epoch) {
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
        ahead.close();
    }
}
