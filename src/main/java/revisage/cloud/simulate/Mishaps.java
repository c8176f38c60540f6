package revisage.cloud.simulate;

import java.time.Duration;
import java.util.Optional;

/// When what goes wrong.
@FunctionalInterface
public interface Mishaps {

    /// Asked once for every request.
    ///
    /// @param operation in the provider's word
    /// @param number of the request among all, 1 and up
    /// @param numberOfItsKind among those with the same operation, 1 and up
    Optional<Event> at(String operation, long number, long numberOfItsKind);

    /// One of them.
    ///
    /// @param seconds see [Mishap]
    record Event(Mishap mishap, Optional<Duration> seconds) {}

    /// A quiet day.
    static Mishaps none() {
        return (_, _, _) -> Optional.empty();
    }
}
