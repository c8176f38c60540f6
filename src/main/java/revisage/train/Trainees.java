package revisage.train;

import revisage.work.WorkException;

import java.util.List;

/// Makes trainees.
public interface Trainees {

    /// Networks that a plan may name.
    List<String> networks();

    /// @param classes people to learn, 2 or more
    /// @throws TrainingException if the engine cannot be started. The caller closes the trainee.
    Trainee begin(ExtractorPlan plan, int classes) throws WorkException;
}
