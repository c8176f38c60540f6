package revisage.cloud;

import revisage.work.WorkException;

/// What happens when only a person can help: credentials have run out, the network is gone.
@FunctionalInterface
public interface Pauses {

    /// Ends the run, which the same command goes on with.
    Pauses END =
            why -> {
                throw why;
            };

    /// Returns when the run shall try again.
    ///
    /// @throws WorkException to end the run; nothing is lost
    void paused(CloudException why) throws WorkException, InterruptedException;
}
