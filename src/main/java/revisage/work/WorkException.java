package revisage.work;

/// The world did not cooperate: a file is broken, a service refuses, memory is short.
///
/// Each room has its own subclass. The message is one sentence for the user (what, where); the
/// remedy is what the user can do. Mistakes of the programmer are `IllegalArgumentException` or
/// `IllegalStateException` and carry neither.
public abstract class WorkException extends Exception {

    private static final long serialVersionUID = 1;

    private final String remedy;

    /// @param message one sentence: what is wrong, and where
    /// @param remedy one sentence: what to do
    protected WorkException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /// @param message one sentence: what is wrong, and where
    /// @param remedy one sentence: what to do
    protected WorkException(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /// What the user can do.
    public final String remedy() {
        return remedy;
    }
}
