package revisage.work;

import java.util.function.Consumer;

/// Work that may take longer than a blink.
///
/// It is stopped by interrupting its thread and says so by throwing `InterruptedException`; there
/// is no second mechanism.
///
/// @param <E> what it tells on the way
/// @param <R> what it gives at the end
@FunctionalInterface
public interface Work<E, R> {

    /// @param events called on the working thread; must return at once
    /// @throws WorkException if the world did not cooperate
    /// @throws InterruptedException if it was stopped; nothing half-made is left behind
    R run(Consumer<? super E> events) throws WorkException, InterruptedException;

    /// Call this in every loop that can last longer than 0.1 s.
    static void pausePoint() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped on request");
        }
    }

    /// The exception to throw where a file said `ClosedByInterruptException`: the file is not at
    /// fault, the work was stopped. Takes the thread's mark away as `Thread.interrupted()` does.
    static InterruptedException stopped() {
        var _ = Thread.interrupted();
        return new InterruptedException("stopped on request");
    }
}
