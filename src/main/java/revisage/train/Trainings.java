package revisage.train;

import revisage.work.Work;

import java.nio.file.Path;

/// Starts trainings, each in a process of its own.
public interface Trainings {

    /// A training of an extractor, not begun yet.
    Work<TrainingEvent, TrainingReport> extractor(ExtractorPlanFile plan, Order order);

    /// A training of a reconstructor, not begun yet.
    Work<TrainingEvent, ReconstructorReport> reconstructor(ReconstructorPlanFile plan, Order order);

    /// How a plan is run.
    ///
    /// @param out the output folder: new, or one of the same plan
    /// @param finish end now: write the extractor as the last checkpoint has it
    /// @param fetchCuda the engine's CUDA libraries may be downloaded
    record Order(Path out, boolean finish, boolean fetchCuda) {}
}
