package revisage.engine.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;

import revisage.cloud.Call;
import revisage.cloud.Causes;
import revisage.cloud.CloudException;
import revisage.cloud.Complaint;
import revisage.cloud.Fault;
import revisage.cloud.RetryAfter;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// From refusals and broken connections to faults. The service's own sentences are left behind:
/// they may hold names.
final class AzureFaults {

    private static final Complaint COMPLAINT = new Complaint(AzureFace.TITLE);

    private AzureFaults() {}

    static CloudException say(Fault fault, String detail) {
        return COMPLAINT.of(fault, detail);
    }

    static CloudException malformed(String detail) {
        return say(new Fault.Malformed(), detail);
    }

    /// An answer that is no success.
    ///
    /// @param code from its body, for example `LargePersonGroupNotFound`; may be empty
    static CloudException of(HttpResponse answer, String code, String message, Call call) {
        int status = answer.getStatusCode();
        String detail = code.isEmpty() || code.matches("\\d*") ? "HTTP " + status : code;
        if (code.equals("UnsupportedFeature")) {
            return notApproved();
        }
        Optional<Duration> after =
                RetryAfter.of(
                        Optional.ofNullable(answer.getHeaderValue(HttpHeaderName.RETRY_AFTER)),
                        InstantSource.system());
        boolean quota = code.equals("QuotaExceeded") || message.contains("call volume quota");
        Fault fault =
                switch (status) {
                    case 401 -> new Fault.AccessDenied();
                    case 403 -> quota ? new Fault.QuotaUsedUp() : new Fault.AccessDenied();
                    case 404 -> missing(code);
                    case 408 -> new Fault.PerhapsDone();
                    case 409 -> new Fault.Unavailable(after); // another operation is under way
                    case 429 -> quota ? new Fault.QuotaUsedUp() : new Fault.Throttled(after);
                    default ->
                            status >= 500
                                    ? Complaint.serverError(status, call, after)
                                    : ofRequest(code);
                };
        return say(fault, detail);
    }

    private static Fault missing(String code) {
        return code.equals("LargePersonGroupNotFound")
                ? new Fault.GalleryMissing()
                : new Fault.Malformed();
    }

    private static Fault ofRequest(String code) {
        return code.equals("LargePersonGroupNotTrained")
                ? new Fault.Unavailable(Optional.empty())
                : new Fault.Malformed();
    }

    private static CloudException notApproved() {
        return new CloudException(
                new Fault.AccessLimited(),
                "Microsoft has not approved this Azure resource for identifying people (Limited"
                        + " Access, UnsupportedFeature); no face was sent.",
                "Microsoft decides on such use on application (aka.ms/facerecognition): declare"
                        + " the study as what it is, and use another service or a simulator until"
                        + " then.");
    }

    /// Whether the work was stopped while it waited for the answer.
    static boolean isStop(Throwable e) {
        return Causes.have(e, InterruptedException.class);
    }

    /// No answer.
    static CloudException ofWire(Throwable e) {
        if (Causes.have(e, UnknownHostException.class)
                || Causes.have(e, UnresolvedAddressException.class)
                || Causes.have(e, NoRouteToHostException.class)
                || Causes.have(e, SSLHandshakeException.class)
                || Causes.have(e, SSLPeerUnverifiedException.class)) {
            return say(new Fault.Unreachable(), "no encrypted connection");
        }
        if (Causes.have(e, HttpConnectTimeoutException.class)
                || Causes.have(e, ConnectException.class)) {
            return say(new Fault.Unavailable(Optional.empty()), "no connection");
        }
        if (Causes.have(e, HttpTimeoutException.class) || Causes.have(e, TimeoutException.class)) {
            return say(new Fault.PerhapsDone(), "no answer in time");
        }
        if (Causes.have(e, IOException.class)) {
            return say(new Fault.PerhapsDone(), "the connection broke");
        }
        return malformed("an unreadable answer");
    }
}
