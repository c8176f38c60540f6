package revisage.train;

import revisage.work.Work;

import java.nio.file.Path;

/// Starts trainings, each in a process of its own.
public interface Trainings {

    /// @param out the output folder: new, or one of the same plan
    /// @param finish end now: write the extractor as the last checkpoint has it
    Work<TrainingEvent, TrainingReport> extractor(ExtractorPlanFile plan, Path out, boolean finish);
}
