package revisage.cloud.simulate;

import revisage.work.WorkException;

/// A provider's wire protocol. Called by one thread at a time.
interface Protocol {

    /// What a request asks for, in the provider's word, for example `IndexFaces`.
    String operation(Asked asked);

    /// Whether the request carries credentials. Which ones does not matter here.
    boolean signed(Asked asked);

    /// Does what is asked.
    Reply answer(Asked asked) throws WorkException, InterruptedException;

    /// Says no.
    Reply refuse(Refusal why);

    /// How the next training that is asked for ends.
    void nextTraining(Schooling how);

    /// Everything is gone.
    void forget();

    /// How a training ends.
    enum Schooling {
        SUCCEEDS,
        FAILS,
        NEVER_ENDS
    }
}
