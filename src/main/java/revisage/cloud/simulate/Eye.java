package revisage.cloud.simulate;

import revisage.work.WorkException;

/// What a simulator recognises faces with. For one thread at a time.
public interface Eye {

    /// Part of the simulator's label, for example the extractor's name.
    String name();

    /// @param picture a whole file
    Sight look(byte[] picture) throws WorkException, InterruptedException;
}
