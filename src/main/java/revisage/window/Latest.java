package revisage.window;

import org.jspecify.annotations.Nullable;

import revisage.work.Work;

import java.util.function.Consumer;

/// One question whose answer is wanted for the newest input only: while an older one is being
/// answered the newest waits, and those between are forgotten. Touched by the screen's thread only.
public final class Latest {

    private final Jobs jobs;
    private @Nullable Runnable next;
    private boolean busy;

    public Latest(Jobs jobs) {
        this.jobs = jobs;
    }

    /// @param ended on the screen's thread; not called if a newer question came before this one was
    ///   begun
    public <R> void ask(Work<Void, R> work, Consumer<? super Jobs.Outcome<R>> ended) {
        Runnable begin =
                () -> {
                    busy = true;
                    jobs.light(
                            work,
                            outcome -> {
                                busy = false;
                                Runnable waiting = next;
                                next = null;
                                ended.accept(outcome);
                                if (waiting != null && !busy) {
                                    waiting.run();
                                }
                            });
                };
        if (busy) {
            next = begin;
        } else {
            begin.run();
        }
    }
}
