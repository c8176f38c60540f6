package revisage.train;

import revisage.extract.StrictJson;
import revisage.store.Checkpoint;
import revisage.work.WorkException;

import java.nio.charset.StandardCharsets;

/// Keeps a training: what the trainee has learned, the tally, the step, and the whole plan.
record KeptTraining(Checkpoint checkpoint, Trainee trainee, Tally tally, ExtractorPlan plan) {

    void at(long step) throws WorkException {
        checkpoint.keep(
                tally.addTo(trainee.state())
                        .with("step", new long[] {step})
                        .with("plan", new String(StrictJson.write(plan), StandardCharsets.UTF_8)));
    }
}
