package revisage.train;

import revisage.work.WorkException;

/// Makes reconstructors that learn.
@FunctionalInterface
public interface ReconstructorTrainees {

    /// @param plan complete
    /// @param files where the plan's paths lead
    /// @param dimension d of the extractor
    /// @param pairs there are to learn from
    /// @throws TrainingException if the engine cannot be started. The caller closes the trainee.
    ReconstructorTrainee begin(ReconstructorPlan plan, PlanPaths files, int dimension, long pairs)
            throws WorkException;
}
