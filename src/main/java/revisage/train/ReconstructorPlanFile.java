package revisage.train;

import revisage.extract.PlanText;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Optional;

/// A plan of a reconstructor's training as it lies on disk.
///
/// @param plan what it says
/// @param file where it lies
/// @param base what its relative paths start from
public record ReconstructorPlanFile(ReconstructorPlan plan, Path file, Path base) {

    /// Reads and checks a plan; every path in it must exist.
    ///
    /// @throws TrainingException with the place and, for a misspelt key, the one that was meant
    public static ReconstructorPlanFile read(Path file) throws WorkException {
        ReconstructorPlan plan =
                new PlanText<>(TrainingException::new)
                        .read(file, ReconstructorPlan.class, ReconstructorPlan.SCHEMA);
        var read =
                new ReconstructorPlanFile(
                        plan,
                        file.toAbsolutePath().normalize(),
                        file.toAbsolutePath().resolveSibling("").normalize());
        var named = new NamedFiles(file, read.base);
        named.check(plan.data());
        named.check(Optional.of(plan.extractor()), "extractor", false);
        named.check(plan.making().basis(), "basis", false);
        for (String each : plan.method().chosen().files()) {
            named.check(Optional.of(each), "file", false);
        }
        return read;
    }
}
