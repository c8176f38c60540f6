package revisage.train;

import org.jspecify.annotations.Nullable;

import revisage.work.WorkException;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Makes batches in their order, ahead of the network, on other threads.
///
/// @param <B> a batch
final class Ahead<B> implements AutoCloseable {

    private static final int AHEAD = 3;
    private static final int THREADS = 2;

    private final Order<B> order;
    private final long end;
    private final ExecutorService lane =
            Executors.newFixedThreadPool(
                    THREADS, Thread.ofPlatform().daemon().name("batches-", 0).factory());
    private final ArrayDeque<Future<B>> underWay = new ArrayDeque<>();
    private final ArrayDeque<B> free = new ArrayDeque<>();
    private @Nullable B last;
    private long begun;

    /// @param from number of the first batch that is wanted
    /// @param end number of the batch after the last
    Ahead(Order<B> order, long from, long end) {
        this.order = order;
        this.begun = from;
        this.end = end;
    }

    /// Says what a batch is made of.
    ///
    /// @param <B> a batch
    @FunctionalInterface
    interface Order<B> {

        /// Called in the order of the steps, on the thread that asks.
        ///
        /// @param used a batch that is no longer needed, whose memory may be taken
        /// @return what makes the batch, on another thread
        Callable<B> begin(long step, Optional<B> used);
    }

    /// Waits for the next batch. It is valid until the next call: its memory is used again, so that
    /// the collector need not carry 10 MB away each step.
    B next() throws WorkException, InterruptedException {
        B before = last;
        if (before != null) {
            free.add(before);
            last = null;
        }
        while (begun < end && underWay.size() < AHEAD) {
            underWay.add(lane.submit(order.begin(begun++, Optional.ofNullable(free.poll()))));
        }
        B batch = made("a batch", underWay.remove());
        last = batch;
        return batch;
    }

    /// Waits for what another thread makes.
    ///
    /// @param what it is, for the message
    static <T> T made(String what, Future<T> future) throws WorkException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case WorkException w -> throw w;
                case InterruptedException i -> throw i;
                case Error error -> throw error;
                case null, default ->
                        throw new IllegalStateException("making " + what + " failed", e.getCause());
            }
        }
    }

    @Override
    public void close() {
        lane.shutdownNow();
    }
}
