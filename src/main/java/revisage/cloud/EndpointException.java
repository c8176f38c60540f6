package revisage.cloud;

import revisage.work.WorkException;

/// An address that pictures must not be sent to.
public final class EndpointException extends WorkException {

    private static final long serialVersionUID = 1;

    EndpointException(String message, String remedy) {
        super(message, remedy);
    }
}
