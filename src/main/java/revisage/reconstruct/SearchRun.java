package revisage.reconstruct;

import revisage.work.Kept;
import revisage.work.WorkException;

import java.util.function.Consumer;

/// A group of targets under search, moved on a round at a time, together.
///
/// Between two rounds its whole state can be kept; a run restored from it goes on to the same
/// bytes. One thread at a time.
public interface SearchRun {

    /// Whether no target is left to be searched on.
    boolean ended();

    /// One round: at most a few seconds, hears interruption within a second (the round is then
    /// lost, the state before it is whole).
    ///
    /// @param events told of every improvement, on this thread
    void advance(Consumer<? super SearchEvent> events) throws WorkException, InterruptedException;

    /// Everything that decides how it goes on.
    Kept state();

    /// What was found for each target, best ever seen; 8-bit faces.
    Findings findings() throws WorkException, InterruptedException;
}
