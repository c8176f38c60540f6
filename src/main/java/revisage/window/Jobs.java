package revisage.window;

import javafx.application.Platform;

import org.jspecify.annotations.Nullable;

import revisage.work.Work;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/// Starts [Work] away from the screen and brings news back to it.
///
/// The one place where threads meet the screen: no other class of the window names `Thread`,
/// `Platform` or an executor.
public final class Jobs implements AutoCloseable {

    private final Executor heavy;
    private final Executor light;
    private final Executor screen;
    private final Runnable closing;

    /// For tests without a toolkit: `Runnable::run` for each.
    ///
    /// @param heavy one thing after the other: two searches at once are slower than one
    /// @param light what a person waits for while they look: pictures, charts, small files
    /// @param screen how the screen's thread is reached
    public Jobs(Executor heavy, Executor light, Executor screen) {
        this(heavy, light, screen, () -> {});
    }

    private Jobs(Executor heavy, Executor light, Executor screen, Runnable closing) {
        this.heavy = heavy;
        this.light = light;
        this.screen = screen;
        this.closing = closing;
    }

    /// The real ones: one heavy lane, two light ones, JavaFX.
    public static Jobs onScreen() {
        ExecutorService heavy = Executors.newSingleThreadExecutor(named("heavy"));
        ExecutorService light = Executors.newFixedThreadPool(2, named("light"));
        return new Jobs(
                heavy,
                light,
                Platform::runLater,
                () -> {
                    heavy.shutdownNow(); // interrupts the work, which leaves nothing half-made
                    light.shutdownNow();
                });
    }

    private static ThreadFactory named(String name) {
        return Thread.ofPlatform().name(name, 0).daemon().factory();
    }

    /// Work that uses the machine.
    ///
    /// @param told on the screen's thread, the newest event of each kind, in order, never after
    ///   `ended`
    /// @param ended on the screen's thread, exactly once, when the work has really ended
    public <E, R> Job heavy(
            Work<E, R> work, Consumer<? super E> told, Consumer<? super Outcome<R>> ended) {
        return start(heavy, work, told, ended);
    }

    /// Work that is soon done.
    public <E, R> Job light(Work<E, R> work, Consumer<? super Outcome<R>> ended) {
        return start(light, work, _ -> {}, ended);
    }

    private <E, R> Job start(
            Executor lane,
            Work<E, R> work,
            Consumer<? super E> told,
            Consumer<? super Outcome<R>> ended) {
        var job = new Job();
        var news = new News<E>(screen, told);
        try {
            lane.execute(
                    () -> {
                        Outcome<R> outcome = job.run(work, news);
                        screen.execute(
                                () -> {
                                    news.deliver();
                                    ended.accept(outcome);
                                });
                    });
        } catch (RejectedExecutionException _) {
            job.stop(); // the window is closed: nobody waits for the end
        }
        return job;
    }

    /// On the screen's thread, soon.
    public void later(Runnable run) {
        screen.execute(run);
    }

    @Override
    public void close() {
        closing.run();
    }

    /// How work ends. There is no fourth way.
    public sealed interface Outcome<R> {

        /// It came to its end.
        record Done<R>(R result) implements Outcome<R> {}

        /// Somebody stopped it.
        record Stopped<R>() implements Outcome<R> {}

        /// Something went wrong.
        record Failed<R>(Problem problem) implements Outcome<R> {}
    }

    /// A started piece of work.
    public static final class Job {

        private @Nullable Thread runner;
        private boolean stopped;

        private Job() {}

        /// Asks it to stop and returns at once. Does nothing if it has ended.
        public synchronized void stop() {
            stopped = true;
            if (runner != null) {
                runner.interrupt();
            }
        }

        @SuppressWarnings("CatchAndPrintStackTrace")
        private <E, R> Outcome<R> run(Work<E, R> work, Consumer<? super E> events) {
            try {
                enter();
                return new Outcome.Done<>(work.run(events));
            } catch (InterruptedException stoppedOnRequest) {
                return new Outcome.Stopped<>();
            } catch (Throwable cause) { // the last line of defence of this thread
                return Problem.stopped(cause)
                        ? new Outcome.Stopped<>()
                        : new Outcome.Failed<>(Problem.of(cause));
            } finally {
                leave();
            }
        }

        private synchronized void enter() throws InterruptedException {
            if (stopped) {
                throw new InterruptedException("stopped before it began");
            }
            runner = Thread.currentThread();
        }

        private synchronized void leave() {
            runner = null;
            var _ = Thread.interrupted(); // a late stop must not hit the next job of this lane
        }
    }

    /// Hands over the newest event of each kind and forgets those it overtook: events tell how
    /// things stand, so nothing is lost on the screen, and no loop is fast enough to flood it.
    private static final class News<E> implements Consumer<E> {

        private final Map<Object, E> newest = new LinkedHashMap<>();
        private final Executor screen;
        private final Consumer<? super E> told;

        News(Executor screen, Consumer<? super E> told) {
            this.screen = screen;
            this.told = told;
        }

        @Override
        public void accept(E event) {
            boolean first;
            synchronized (this) {
                first = newest.isEmpty();
                Object kind = ((Object) event).getClass();
                newest.remove(kind);
                newest.put(kind, event);
            }
            if (first) {
                screen.execute(this::deliver);
            }
        }

        void deliver() {
            List<E> batch;
            synchronized (this) {
                batch = List.copyOf(newest.values());
                newest.clear();
            }
            batch.forEach(told);
        }
    }
}
