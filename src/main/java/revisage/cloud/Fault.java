package revisage.cloud;

import java.time.Duration;
import java.util.Optional;

/// What went wrong with one request. It decides what the guard does.
public sealed interface Fault {

    /// Too many requests. Waits and asks again.
    ///
    /// @param after what the service asks to wait (Retry-After), if it says
    record Throttled(Optional<Duration> after) implements Fault {}

    /// The service failed (5xx) or could not be reached; the request was surely not carried out.
    /// Waits and asks again.
    ///
    /// @param after what the service asks to wait, if it says
    record Unavailable(Optional<Duration> after) implements Fault {}

    /// No answer, or only a part of it: the service may have done what it was asked. Looks before
    /// it asks again.
    record PerhapsDone() implements Fault {}

    /// The credentials ran out. The run pauses; nothing is lost.
    record CredentialsExpired() implements Fault {}

    /// The service does not know or accept these credentials, or the account may not do this.
    record AccessDenied() implements Fault {}

    /// The provider has not approved this use (Azure: Limited Access). There is no way round it.
    record AccessLimited() implements Fault {}

    /// A quota of the account is used up; asking again does not help.
    record QuotaUsedUp() implements Fault {}

    /// The gallery is not there: somebody deleted it.
    record GalleryMissing() implements Fault {}

    /// The answer makes no sense (cut off, not JSON, numbers out of range). It counts as perhaps
    /// done.
    record Malformed() implements Fault {}

    /// The request could not be sent: no such host, refused certificate, clock far off.
    record Unreachable() implements Fault {}
}
