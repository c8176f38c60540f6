package revisage.train;

import revisage.face.FaceImage;
import revisage.face.PlaneScaling;
import revisage.work.WorkException;

import java.util.Optional;
import java.util.concurrent.Callable;

/// Batches of pairs in the order of the plan's seed, made ahead on other threads. What a batch
/// holds depends on its step only.
final class PairFeeder implements AutoCloseable {

    private final PairStock stock;
    private final Course course;
    private final long seed;
    private final int side;
    private final PlaneScaling scaling;
    private final Ahead<PairBatch> ahead;
    private long orderedEpoch = -1;
    private int[] order = new int[0];

    /// @param side of the faces that are wanted, pixels
    /// @param from number of the first step
    PairFeeder(PairStock stock, Course course, long seed, int side, long from) {
        this.stock = stock;
        this.course = course;
        this.seed = seed;
        this.side = side;
        this.scaling = new PlaneScaling(FaceImage.SIDE, side);
        this.ahead = new Ahead<>(this::begin, from, course.steps());
    }

    /// Waits for the next batch, which is valid until the next call.
    PairBatch next() throws WorkException, InterruptedException {
        return ahead.next();
    }

    private Callable<PairBatch> begin(long step, Optional<PairBatch> used) {
        int n = course.batch(step);
        long first = course.shown(step);
        int[] chosen = new int[n];
        for (int i = 0; i < n; i++) {
            chosen[i] = pair(first + i);
        }
        Optional<PairBatch> fits = used.filter(b -> b.count() == n);
        float[] vectors =
                fits.map(PairBatch::vectors).orElseGet(() -> new float[n * stock.dimension()]);
        float[] pixels =
                fits.map(PairBatch::pixels).orElseGet(() -> new float[n * 3 * side * side]);
        return () -> make(chosen, vectors, pixels);
    }

    /// Pass after pass over all pairs, each in another order.
    private int pair(long place) {
        long epoch = place / stock.count();
        if (epoch != orderedEpoch) {
            int[] all = new int[stock.count()];
            java.util.Arrays.setAll(all, i -> i);
            order = BatchFeeder.shuffle(all, seed, epoch);
            orderedEpoch = epoch;
        }
        return order[(int) (place % stock.count())];
    }

    private PairBatch make(int[] chosen, float[] vectors, float[] pixels)
            throws WorkException, InterruptedException {
        byte[] rgb = new byte[FaceImage.VALUES];
        float[] plain = new float[Batch.FACE];
        for (int i = 0; i < chosen.length; i++) {
            stock.picture(chosen[i], rgb);
            Augmenter.plain(rgb, plain, 0);
            scaling.resize(plain, 0, pixels, i * 3 * side * side, 3);
            stock.vector(chosen[i], vectors, i * stock.dimension());
        }
        return new PairBatch(vectors, pixels, chosen.length, side);
    }

    @Override
    public void close() {
        ahead.close();
    }
}
