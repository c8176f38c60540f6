package revisage.people;

import revisage.work.WorkException;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Results in the order of the portraits, read ahead by a bounded number. For one thread.
public final class FaceStream implements AutoCloseable {

    /// Faces that lie ready for each thread: bridges a slow picture, costs 40 kB each.
    private static final int AHEAD = 16;

    private final Iterator<Portrait> portraits;
    private final Reading reading;
    private final ExecutorService lane;
    private final ArrayDeque<Future<FaceResult>> underWay = new ArrayDeque<>();

    FaceStream(List<Portrait> portraits, Reading reading, int threads) {
        this.portraits = portraits.iterator();
        this.reading = reading;
        this.lane =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().daemon().name("faces-", 0).factory());
        for (int i = 0; i < AHEAD * threads; i++) {
            beginOne();
        }
    }

    private void beginOne() {
        if (portraits.hasNext()) {
            Portrait portrait = portraits.next();
            underWay.add(lane.submit(() -> reading.read(portrait)));
        }
    }

    /// Waits for the next result.
    ///
    /// @return empty after the last
    /// @throws WorkException if the fault does not lie with one picture
    public Optional<FaceResult> next() throws WorkException, InterruptedException {
        Future<FaceResult> first = underWay.peek();
        if (first == null) {
            return Optional.empty();
        }
        try {
            FaceResult result = first.get();
            underWay.remove();
            beginOne();
            return Optional.of(result);
        } catch (ExecutionException e) {
            close();
            switch (e.getCause()) {
                case WorkException w -> throw w;
                case InterruptedException i -> throw i;
                case Error error -> throw error;
                case null, default ->
                        throw new IllegalStateException("reading a picture failed", e.getCause());
            }
        }
    }

    /// Stops reading ahead. Pictures that are being decoded are waited for, a second at most.
    @Override
    public void close() {
        lane.shutdownNow();
        underWay.clear();
        boolean interrupted = Thread.interrupted();
        try {
            lane.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// How one portrait is read.
    @FunctionalInterface
    interface Reading {

        FaceResult read(Portrait portrait) throws WorkException, InterruptedException;
    }
}
