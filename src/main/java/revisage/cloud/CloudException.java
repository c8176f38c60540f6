package revisage.cloud;

import revisage.work.WorkException;

/// A service did not do what it was asked.
public final class CloudException extends WorkException {

    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    /// @param message one sentence: what is wrong, and where; no key, no picture's name
    /// @param remedy one sentence: what to do
    public CloudException(Fault fault, String message, String remedy) {
        super(message, remedy);
        this.fault = fault;
    }

    /// @param message one sentence: what is wrong, and where; no key, no picture's name
    /// @param remedy one sentence: what to do
    public CloudException(Fault fault, String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
        this.fault = fault;
    }

    /// What the guard goes by.
    public Fault fault() {
        return fault;
    }
}
