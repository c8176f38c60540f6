package revisage.project;

import revisage.work.WorkException;

/// A project file says what cannot be, or cannot be understood.
public final class ProjectException extends WorkException {

    private static final long serialVersionUID = 1;

    public ProjectException(String message, String remedy) {
        super(message, remedy);
    }

    public ProjectException(String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
    }
}
