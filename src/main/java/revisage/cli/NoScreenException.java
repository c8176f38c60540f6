package revisage.cli;

import revisage.work.WorkException;

/// There is nothing to open a window on.
public final class NoScreenException extends WorkException {

    private static final long serialVersionUID = 1;

    public NoScreenException() {
        super(
                "There is no screen here to open a window on.",
                "'revisage demo' shows the same in the terminal; 'revisage --help' lists all"
                        + " verbs.");
    }
}
