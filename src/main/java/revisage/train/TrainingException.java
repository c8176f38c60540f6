package revisage.train;

import revisage.work.WorkException;

/// A training cannot begin or go on.
public final class TrainingException extends WorkException {

    private static final long serialVersionUID = 1;

    /// @param message one sentence: what is wrong, and where
    /// @param remedy one sentence: what to do
    public TrainingException(String message, String remedy) {
        super(message, remedy);
    }

    /// @param message one sentence: what is wrong, and where
    /// @param remedy one sentence: what to do
    public TrainingException(String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
    }
}
