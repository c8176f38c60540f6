package revisage.cloud;

import revisage.work.WorkException;

/// What is asked for cannot be sent as it is: not confirmed, not priced, not within the limits.
public final class CloudPlanException extends WorkException {

    private static final long serialVersionUID = 1;

    CloudPlanException(String message, String remedy) {
        super(message, remedy);
    }

    CloudPlanException(String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
    }
}
