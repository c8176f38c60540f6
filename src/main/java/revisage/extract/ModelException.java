package revisage.extract;

import revisage.work.WorkException;

/// A model file cannot be trusted, understood or run.
public final class ModelException extends WorkException {

    private static final long serialVersionUID = 1;

    /// @param message one sentence: what is wrong, and where
    /// @param remedy one sentence: what to do
    public ModelException(String message, String remedy) {
        super(message, remedy);
    }

    /// @param message one sentence: what is wrong, and where
    /// @param remedy one sentence: what to do
    public ModelException(String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
    }
}
