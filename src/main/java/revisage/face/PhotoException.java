package revisage.face;

import revisage.work.WorkException;

/// A picture cannot be used.
public final class PhotoException extends WorkException {

    private static final long serialVersionUID = 1;

    /// @param message one sentence: what is wrong, and where
    /// @param remedy one sentence: what to do
    public PhotoException(String message, String remedy) {
        super(message, remedy);
    }
}
