package revisage.work;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Stops the work that tells it how things stand.
public final class StopAt {

    private StopAt() {}

    /// @param event 1 for the first
    public static <T> Consumer<T> event(int event) {
        var left = new AtomicInteger(event);
        return _ -> {
            if (left.decrementAndGet() == 0) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
