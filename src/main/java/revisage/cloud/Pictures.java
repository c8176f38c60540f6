package revisage.cloud;

import revisage.work.WorkException;

/// Gives the pictures of a plan, one at a time.
@FunctionalInterface
public interface Pictures {

    /// @param face SHA-256 of its pixels, as the plan names it
    Picture picture(String face) throws WorkException, InterruptedException;
}
