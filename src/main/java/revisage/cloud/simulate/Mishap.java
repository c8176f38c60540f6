package revisage.cloud.simulate;

/// What can happen to a request.
public enum Mishap {
    /// Too many requests; with `seconds` it says how long to wait.
    THROTTLE,
    /// 503, nothing is done.
    UNAVAILABLE,
    /// 500, nothing is done.
    ERROR,
    /// 500, though it is done.
    ERROR_AFTER_WORK,
    /// The connection breaks before anything is done.
    DROPPED,
    /// It is done, and the connection breaks before the answer.
    LOST,
    /// It is done, and the answer comes after `seconds` (60 if not said).
    HANG,
    /// It is done; half of the answer comes.
    CUT_OFF,
    /// It is done; the answer is no JSON.
    GARBAGE,
    /// It is done; the answer is JSON with nothing in it.
    EMPTY,
    /// The credentials ran out.
    EXPIRED,
    /// The account may not do this.
    DENIED,
    /// Azure: Limited Access, not approved.
    NOT_APPROVED,
    /// A quota is used up.
    QUOTA,
    /// The picture is not taken.
    BAD_PICTURE,
    /// Before it is done, all galleries are gone.
    GONE,
    /// Azure: the training that is asked for fails.
    TRAINING_FAILS,
    /// Azure: the training that is asked for never ends.
    TRAINING_NEVER_ENDS
}
