package revisage.people;

import revisage.work.WorkException;

/// A folder does not say who its pictures show.
public final class PeopleException extends WorkException {

    private static final long serialVersionUID = 1;

    /// @param message one sentence: what is wrong, and where
    /// @param remedy one sentence: what to do
    public PeopleException(String message, String remedy) {
        super(message, remedy);
    }
}
