package revisage.lineup;

import revisage.work.WorkException;

/// A visual study cannot be designed, run or counted like this.
public final class LineupException extends WorkException {

    private static final long serialVersionUID = 1;

    /// @param message one sentence: what is wrong, and where
    /// @param remedy one sentence: what to do
    public LineupException(String message, String remedy) {
        super(message, remedy);
    }

    /// @param message one sentence: what is wrong, and where
    /// @param remedy one sentence: what to do
    public LineupException(String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
    }
}
