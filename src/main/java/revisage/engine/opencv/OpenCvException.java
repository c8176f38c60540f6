package revisage.engine.opencv;

import revisage.work.WorkException;

/// OpenCV, or a model for it, cannot be used at all: not the fault of one picture.
public final class OpenCvException extends WorkException {

    private static final long serialVersionUID = 1;

    /// @param message one sentence: what is wrong, and where
    /// @param remedy one sentence: what to do
    public OpenCvException(String message, String remedy) {
        super(message, remedy);
    }

    /// @param message one sentence: what is wrong, and where
    /// @param remedy one sentence: what to do
    public OpenCvException(String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
    }
}
