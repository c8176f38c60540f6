package revisage.train;

import revisage.extract.StrictJson;
import revisage.store.Checkpoint;
import revisage.work.Kept;
import revisage.work.WorkException;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/// Keeps a training: what the trainee has learned, the tally, the step, and the whole plan.
///
/// @param tally adds itself
record KeptTraining(
        Checkpoint checkpoint, Learner trainee, UnaryOperator<Kept> tally, Object plan) {

    void at(long step) throws WorkException {
        checkpoint.keep(
                tally.apply(trainee.state())
                        .with("step", new long[] {step})
                        .with("plan", new String(StrictJson.write(plan), StandardCharsets.UTF_8)));
        // Memory of native code goes back only when the collector sees its handle, and old handles
        // are seen in a full collection alone; one a checkpoint costs a few dozen milliseconds.
        System.gc();
    }
}
