package revisage.vector;

import revisage.work.WorkException;

/// A vector file cannot be trusted or understood.
public final class VectorFileException extends WorkException {

    private static final long serialVersionUID = 1;

    /// @param message one sentence: what is wrong, in which file, at which place
    /// @param remedy one sentence: what to do
    public VectorFileException(String message, String remedy) {
        super(message, remedy);
    }

    /// @param message one sentence: what is wrong, in which file, at which place
    /// @param remedy one sentence: what to do
    public VectorFileException(String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
    }
}
