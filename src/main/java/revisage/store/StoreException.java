package revisage.store;

import revisage.work.WorkException;

/// What lies on disk cannot be trusted, belongs to something else, or is in use.
public final class StoreException extends WorkException {

    private static final long serialVersionUID = 1;

    /// @param message one sentence: what is wrong, and where
    /// @param remedy one sentence: what to do
    public StoreException(String message, String remedy) {
        super(message, remedy);
    }

    /// @param message one sentence: what is wrong, and where
    /// @param remedy one sentence: what to do
    public StoreException(String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
    }
}
