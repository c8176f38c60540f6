package revisage.engine.aws;

import revisage.cloud.SimulatorLabel;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

import java.util.Optional;

/// Reads who answered. For one request at a time, on any thread.
final class Label implements ExecutionInterceptor {

    private volatile boolean answered;
    private volatile Optional<String> simulator = Optional.empty();

    /// Before a request.
    void forget() {
        answered = false;
        simulator = Optional.empty();
    }

    @Override
    public void afterTransmission(
            Context.AfterTransmission context, ExecutionAttributes attributes) {
        answered = true;
        simulator = context.httpResponse().firstMatchingHeader(SimulatorLabel.HEADER);
    }

    /// Whether the answer, if one came, is of the kind that was expected.
    boolean isAsExpected(boolean expectSimulator) {
        return !answered || simulator.isPresent() == expectSimulator;
    }
}
