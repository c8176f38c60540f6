package revisage.match;

import revisage.work.WorkException;

/// A gallery cannot be trusted, or does not fit what is asked of it.
public final class GalleryException extends WorkException {

    private static final long serialVersionUID = 1;

    /// @param message one sentence: what is wrong, and where
    /// @param remedy one sentence: what to do
    public GalleryException(String message, String remedy) {
        super(message, remedy);
    }

    /// @param message one sentence: what is wrong, and where
    /// @param remedy one sentence: what to do
    public GalleryException(String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
    }
}
