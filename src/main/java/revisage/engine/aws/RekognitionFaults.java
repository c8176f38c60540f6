package revisage.engine.aws;

import org.apache.hc.client5.http.ConnectTimeoutException;

import revisage.cloud.Call;
import revisage.cloud.Causes;
import revisage.cloud.CloudException;
import revisage.cloud.Complaint;
import revisage.cloud.Fault;
import revisage.cloud.RetryAfter;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// From the SDK's exceptions to faults. Their messages are left behind: they may hold the user's
/// name.
final class RekognitionFaults {

    private static final Complaint COMPLAINT = new Complaint(Rekognition.TITLE);

    private RekognitionFaults() {}

    static CloudException say(Fault fault, String detail) {
        return COMPLAINT.of(fault, detail);
    }

    static CloudException malformed(String detail) {
        return say(new Fault.Malformed(), detail);
    }

    /// Whether the work was stopped while it waited for the answer.
    static boolean isStop(SdkException e) {
        return e instanceof AbortedException || Causes.have(e, InterruptedException.class);
    }

    static CloudException of(SdkException e, Call call) {
        return switch (e) {
            case AwsServiceException s -> ofAnswer(s, call);
            case SdkServiceException s -> ofStatus(s.statusCode(), "", call, Optional.empty());
            case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ ->
                    say(new Fault.PerhapsDone(), "no answer in time");
            default -> ofWire(e);
        };
    }

    private static CloudException ofAnswer(AwsServiceException e, Call call) {
        Optional<AwsErrorDetails> details = Optional.ofNullable(e.awsErrorDetails());
        String code = details.map(AwsErrorDetails::errorCode).orElse("");
        Optional<Duration> after =
                RetryAfter.of(
                        details.map(AwsErrorDetails::sdkHttpResponse)
                                .flatMap(r -> r.firstMatchingHeader("Retry-After")),
                        InstantSource.system());
        if (e.isThrottlingException() || code.equals("ProvisionedThroughputExceededException")) {
            return say(new Fault.Throttled(after), code);
        }
        if (e.isClockSkewException()) {
            return say(new Fault.Unreachable(), code);
        }
        return ofStatus(e.statusCode(), code, call, after);
    }

    private static CloudException ofStatus(
            int status, String code, Call call, Optional<Duration> after) {
        String detail = code.isEmpty() ? "HTTP " + status : code;
        return switch (code) {
            case "ExpiredTokenException", "ExpiredToken", "TokenRefreshRequired" ->
                    say(new Fault.CredentialsExpired(), detail);
            case "ResourceNotFoundException" -> say(new Fault.GalleryMissing(), detail);
            case "LimitExceededException", "ServiceQuotaExceededException" ->
                    say(new Fault.QuotaUsedUp(), detail);
            case "AccessDeniedException",
                    "UnrecognizedClientException",
                    "InvalidClientTokenId",
                    "InvalidSignatureException",
                    "IncompleteSignature",
                    "MissingAuthenticationTokenException",
                    "OptInRequired" ->
                    say(new Fault.AccessDenied(), detail);
            default -> ofStatusAlone(status, detail, call, after);
        };
    }

    private static CloudException ofStatusAlone(
            int status, String detail, Call call, Optional<Duration> after) {
        if (status >= 500) {
            return say(Complaint.serverError(status, call, after), detail);
        }
        if (status == 429) {
            return say(new Fault.Throttled(after), detail);
        }
        return status == 401 || status == 403
                ? say(new Fault.AccessDenied(), detail)
                : malformed(detail);
    }

    /// No answer, or one that cannot be read.
    static CloudException ofWire(SdkException e) {
        if (Causes.have(e, UnknownHostException.class)
                || Causes.have(e, NoRouteToHostException.class)
                || Causes.have(e, CertificateException.class)
                || Causes.have(e, SSLHandshakeException.class)
                || Causes.have(e, SSLPeerUnverifiedException.class)) {
            return say(new Fault.Unreachable(), "no encrypted connection");
        }
        if (Causes.have(e, ConnectException.class)
                || Causes.have(e, ConnectTimeoutException.class)) {
            return say(new Fault.Unavailable(Optional.empty()), "no connection");
        }
        if (Causes.have(e, SocketTimeoutException.class)) {
            return say(new Fault.PerhapsDone(), "no answer in time");
        }
        if (Causes.have(e, SocketException.class)
                || Causes.have(e, SSLException.class)
                || isBroken(e)) {
            return say(new Fault.PerhapsDone(), "the connection broke");
        }
        return malformed("an unreadable answer");
    }

    /// Apache tells broken connections by its own exceptions, the JSON reader unreadable text.
    private static boolean isBroken(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof IOException && t.getClass().getName().startsWith("org.apache.hc.")) {
                return true;
            }
        }
        return false;
    }
}
