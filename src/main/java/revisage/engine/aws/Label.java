package revisage.engine.aws;

import revisage.cloud.SimulatorLabel;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Reads who answered. For one request at a time, on any thread.
final class Label implements ExecutionInterceptor {

    private static final String REQUEST_ID = "x-amzn-RequestId";

    private volatile boolean answered;
    private volatile boolean labelled;
    private volatile String requestId = "";

    /// Before a request.
    void forget() {
        answered = false;
        labelled = false;
        requestId = "";
    }

    @Override
    public void afterTransmission(
            Context.AfterTransmission context, ExecutionAttributes attributes) {
        requestId = context.httpResponse().firstMatchingHeader(REQUEST_ID).orElse("");
        labelled = context.httpResponse().firstMatchingHeader(SimulatorLabel.HEADER).isPresent();
        answered = true;
    }

    /// Whether one came since [#forget()].
    boolean hasAnswer() {
        return answered;
    }

    /// The provider's name for the request; empty where it gave none.
    String requestId() {
        return requestId;
    }

    /// Whether a simulator gave it.
    boolean isThere() {
        return labelled;
    }
}
