package revisage.cloud;

import revisage.work.Progress;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/// How a cloud run stands.
public sealed interface CloudEvent {

    /// How far the present stage has come.
    record Stage(Progress stage) implements CloudEvent {}

    /// The meter.
    ///
    /// @param calls requests that have left, over all runs of this job
    /// @param cap no more than these leave
    /// @param spent what they cost by the price table
    /// @param highest the cost that was confirmed
    /// @param currency of both, for example `USD`
    record Meter(long calls, long cap, BigDecimal spent, BigDecimal highest, String currency)
            implements CloudEvent {}

    /// Waits before it asks again.
    ///
    /// @param why one sentence
    record Waiting(String why, Duration pause) implements CloudEvent {}

    /// Waits for a person.
    ///
    /// @param why one sentence
    /// @param remedy what the person can do
    record Paused(String why, String remedy) implements CloudEvent {}

    /// Waits shorter than this are not worth a sentence.
    Duration UNNOTICED = Duration.ofSeconds(2);

    /// For those who show progress alone: the stage, and sentences where nothing moves on.
    default Optional<Progress> progress() {
        return switch (this) {
            case Stage(Progress stage) -> Optional.of(stage);
            case Waiting(String why, Duration pause) ->
                    pause.compareTo(UNNOTICED) < 0
                            ? Optional.empty()
                            : Optional.of(
                                    Progress.remark(
                                            "Waiting %d s: %s".formatted(pause.toSeconds(), why)));
            case Paused _, Meter _ -> Optional.empty(); // a pause ends such a run, and says why
        };
    }
}
