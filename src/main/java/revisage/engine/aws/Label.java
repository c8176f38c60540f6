package revisage.engine.aws;

import revisage.cloud.SimulatorLabel;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Reads who answered. For one request at a time, on any thread.
final class Label implements ExecutionInterceptor {

    private volatile boolean answered;
    private volatile boolean labelled;

    /// Before a request.
    void forget() {
        answered = false;
        labelled = false;
    }

    @Override
    public void afterTransmission(
            Context.AfterTransmission context, ExecutionAttributes attributes) {
        labelled = context.httpResponse().firstMatchingHeader(SimulatorLabel.HEADER).isPresent();
        answered = true;
    }

    /// Whether one came since [#forget()].
    boolean hasAnswer() {
        return answered;
    }

    /// Whether a simulator gave it.
    boolean isThere() {
        return labelled;
    }
}
