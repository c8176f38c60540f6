package revisage.cloud;

import java.time.Duration;
import java.util.Optional;

/// Puts a fault into words: the same for every service.
///
/// @param service its title, for example `Amazon Rekognition`
public record Complaint(String service) {

    /// @param detail in a few words, without keys, names and whole messages of the provider, which
    ///   may hold both: for example `ThrottlingException` or `HTTP 503`
    public CloudException of(Fault fault, String detail) {
        return new CloudException(
                fault, "%s %s (%s).".formatted(service, clause(fault), detail), remedy(fault));
    }

    /// What a status of 500 or above means. 503 is said at the door; behind any other the service
    /// may have done what it was asked, which matters where doing it twice makes two faces.
    ///
    /// @param status of HTTP, 500..599
    public static Fault serverError(int status, Call call, Optional<Duration> after) {
        boolean twice = call == Call.CREATE_PERSON || call == Call.ADD_FACE;
        return status != 503 && twice ? new Fault.PerhapsDone() : new Fault.Unavailable(after);
    }

    private static String clause(Fault fault) {
        return switch (fault) {
            case Fault.Throttled _ -> "asks for fewer requests";
            case Fault.Unavailable _ -> "is not available just now";
            case Fault.PerhapsDone _ -> "gave no whole answer and may have done what it was asked";
            case Fault.CredentialsExpired _ -> "says that the credentials ran out";
            case Fault.AccessDenied _ -> "does not accept the credentials or allow them this";
            case Fault.AccessLimited _ -> "has not approved this account for identification";
            case Fault.QuotaUsedUp _ -> "says that a quota of the account is used up";
            case Fault.GalleryMissing _ -> "does not have the gallery: somebody deleted it";
            case Fault.Malformed _ -> "gave an answer that makes no sense";
            case Fault.Unreachable _ -> "cannot be reached";
        };
    }

    private static String remedy(Fault fault) {
        return switch (fault) {
            case Fault.Throttled _ -> "Set a lower rate, then continue the run.";
            case Fault.Unavailable _ -> "Continue the run later; nothing is lost.";
            case Fault.PerhapsDone _, Fault.Malformed _ ->
                    "Continue the run: it asks what is there before it sends anything again.";
            case Fault.CredentialsExpired _ ->
                    "Sign in again, then continue the run; nothing is lost.";
            case Fault.AccessDenied _ -> "Look at the key, the profile and what they permit.";
            case Fault.AccessLimited _ ->
                    "Only the provider can approve it, for a use that was declared to them.";
            case Fault.QuotaUsedUp _ -> "Wait until it is renewed, or ask the provider for more.";
            case Fault.GalleryMissing _ ->
                    "Begin a new run (on the command line in another folder).";
            case Fault.Unreachable _ ->
                    "Look at the network, the endpoint and this machine's clock.";
        };
    }
}
