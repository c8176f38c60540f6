package revisage.table;

import revisage.work.WorkException;

/// A table on disk is broken, or was edited by hand into something it cannot be.
public final class TableException extends WorkException {

    private static final long serialVersionUID = 1;

    /// @param message one sentence: which file and row, and why
    public TableException(String message) {
        super(message, "Take the file as it was written, or correct the row.");
    }
}
