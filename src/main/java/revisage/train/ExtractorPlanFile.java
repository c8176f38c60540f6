package revisage.train;

import revisage.extract.PlanText;
import revisage.work.WorkException;

import java.nio.file.Path;

/// A plan of a training as it lies on disk.
///
/// @param plan what it says
/// @param file where it lies
/// @param base what its relative paths start from
public record ExtractorPlanFile(ExtractorPlan plan, Path file, Path base) {

    /// Reads and checks a plan; every path in it must exist.
    ///
    /// @throws TrainingException with the place and, for a misspelt key, the one that was meant
    public static ExtractorPlanFile read(Path file) throws WorkException {
        ExtractorPlan plan =
                new PlanText<>(TrainingException::new)
                        .read(file, ExtractorPlan.class, ExtractorPlan.SCHEMA);
        var read =
                new ExtractorPlanFile(
                        plan,
                        file.toAbsolutePath().normalize(),
                        file.toAbsolutePath().resolveSibling("").normalize());
        new NamedFiles(file, read.base).check(plan.data());
        return read;
    }
}
