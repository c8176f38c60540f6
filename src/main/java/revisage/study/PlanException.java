package revisage.study;

import revisage.work.WorkException;

/// A plan cannot be followed.
public final class PlanException extends WorkException {

    private static final long serialVersionUID = 1;

    /// @param message one sentence: what is wrong, and where
    /// @param remedy one sentence: what to do
    public PlanException(String message, String remedy) {
        super(message, remedy);
    }
}
