package revisage.extract;

import revisage.work.WorkException;

/// A JSON file of the program's own kinds cannot be understood.
public final class JsonRefusedException extends WorkException {

    private static final long serialVersionUID = 1;

    /// @param message one sentence: what is wrong, in which file, at which place
    public JsonRefusedException(String message) {
        super(message, "Correct the file.");
    }

    /// @param message one sentence: what is wrong, in which file, at which place
    public JsonRefusedException(String message, Throwable cause) {
        super(message, "Correct the file.", cause);
    }
}
