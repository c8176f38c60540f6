package revisage.cloud;

import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedSupplier;

import revisage.work.Work;
import revisage.work.WorkException;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks again after throttling and failures of the service: the only retries there are, since those
/// of the SDKs are switched off; each passes the [Toll] like any other request.
///
/// Failsafe's retry policy does the loop (no dependencies, and it hears an interruption while it
/// waits). The wait doubles from [#first] to [#longest], with a tenth of jitter; what the service
/// asks for (Retry-After) is honoured, but never shortens the wait, since services are known to ask
/// for a second and refuse again.
///
/// @param attempts how often one thing is asked before the run stops (to go on later)
/// @param first wait
/// @param longest wait
public record Patience(int attempts, Duration first, Duration longest) {

    /// Rides out some ten minutes.
    public static final Patience USUAL =
            new Patience(16, Duration.ofSeconds(1), Duration.ofSeconds(60));

    /// What is asked.
    @FunctionalInterface
    interface Question<T> {
        T ask() throws WorkException, InterruptedException;
    }

    /// @param harmless whether it does no harm if the service does it twice: then it is asked again
    ///   also where it may have been done
    /// @param events told before each wait
    <T> T ask(Question<T> question, boolean harmless, Consumer<? super CloudEvent> events)
            throws WorkException, InterruptedException {
        var policy =
                RetryPolicy.<T>builder()
                        .handleIf(e -> e instanceof CloudException c && passes(c.fault(), harmless))
                        .withMaxAttempts(attempts)
                        .withDelayFn(this::delay)
                        .withJitter(0.1)
                        .onRetryScheduled(
                                e ->
                                        events.accept(
                                                new CloudEvent.Waiting(
                                                        String.valueOf(
                                                                e.getLastException().getMessage()),
                                                        e.getDelay())))
                        .build();
        CheckedSupplier<T> supplier = question::ask;
        try {
            return Failsafe.with(policy).get(supplier);
        } catch (FailsafeException e) {
            throw unwrapped(e);
        }
    }

    private static WorkException unwrapped(FailsafeException e) throws InterruptedException {
        return switch (e.getCause()) {
            case WorkException w -> w;
            case InterruptedException _ -> throw Work.stopped();
            case null, default -> throw e;
        };
    }

    private <T> Duration delay(ExecutionContext<T> context) {
        return wait(context.getAttemptCount(), asked(context.getLastException()));
    }

    /// @param attempt 1 after the first refusal
    Duration wait(int attempt, Optional<Duration> asked) {
        Duration own = first.multipliedBy(1L << Math.min(attempt - 1, 20));
        Duration wait = own.compareTo(longest) < 0 ? own : longest;
        return asked.filter(a -> a.compareTo(wait) > 0).orElse(wait);
    }

    private static Optional<Duration> asked(Throwable last) {
        return last instanceof CloudException c
                ? switch (c.fault()) {
                    case Fault.Throttled(Optional<Duration> after) -> after;
                    case Fault.Unavailable(Optional<Duration> after) -> after;
                    default -> Optional.empty();
                }
                : Optional.empty();
    }

    /// Whether asking the same again can help, and may be done without looking first.
    private static boolean passes(Fault fault, boolean harmless) {
        return switch (fault) {
            case Fault.Throttled _, Fault.Unavailable _ -> true;
            case Fault.PerhapsDone _, Fault.Malformed _ -> harmless;
            case Fault.CredentialsExpired _,
                    Fault.AccessDenied _,
                    Fault.AccessLimited _,
                    Fault.QuotaUsedUp _,
                    Fault.GalleryMissing _,
                    Fault.Unreachable _ ->
                    false;
        };
    }
}
