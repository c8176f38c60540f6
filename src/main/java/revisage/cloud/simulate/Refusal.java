package revisage.cloud.simulate;

import java.time.Duration;
import java.util.Optional;

/// Why a service does not even look at a request. Each provider has its own words for it.
sealed interface Refusal {

    /// Too many requests.
    ///
    /// @param after what it says in Retry-After, true or not
    record Throttled(Optional<Duration> after) implements Refusal {}

    /// 503.
    record Unavailable() implements Refusal {}

    /// 500.
    record Broken() implements Refusal {}

    record Unsigned() implements Refusal {}

    record Expired() implements Refusal {}

    record Denied() implements Refusal {}

    /// Azure's Limited Access.
    record NotApproved() implements Refusal {}

    record QuotaUsedUp() implements Refusal {}

    record BadPicture() implements Refusal {}
}
