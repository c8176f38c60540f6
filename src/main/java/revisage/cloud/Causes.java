package revisage.cloud;

/// What lies below the exceptions of an SDK.
public final class Causes {

    private Causes() {}

    /// Whether an exception or one of its causes is of a kind.
    public static boolean have(Throwable e, Class<? extends Throwable> kind) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (kind.isInstance(t)) {
                return true;
            }
        }
        return false;
    }
}
