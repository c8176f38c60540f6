package revisage.cloud;

/// How the training of a gallery stands.
public enum Training {
    /// The service has not begun, or works on it.
    RUNNING,
    /// The gallery can be searched.
    DONE,
    /// It ended in a failure; it may be started again.
    FAILED
}
