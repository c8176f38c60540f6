package revisage.cloud;

import revisage.work.WorkException;

/// Stands before each request. It waits for its turn (the rate), writes down that the request is
/// about to be sent, and refuses when the calls that were confirmed are used up.
@FunctionalInterface
public interface Toll {

    /// Returns when one request may be sent; it counts as sent from now on.
    ///
    /// @throws WorkException if no more calls are allowed; the request must not be sent
    void pay(Call call) throws WorkException, InterruptedException;

    /// An answer came to the request that was paid for last, and names it.
    ///
    /// @param requestId by which the provider knows it; no secret
    default void named(String requestId) throws WorkException {}
}
