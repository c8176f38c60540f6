package revisage.train;

import revisage.extract.PlanText;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

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
        read.check(plan.data().folder(), "folder", true);
        read.check(plan.data().records(), "file", false);
        read.check(plan.data().finder(), "file", false);
        return read;
    }

    private void check(Optional<String> named, String what, boolean folder)
            throws TrainingException {
        if (named.isEmpty()) {
            return;
        }
        Path path;
        try {
            path = base.resolve(named.get());
        } catch (InvalidPathException e) {
            throw new TrainingException(
                    "The plan %s names '%s', which is no path: %s."
                            .formatted(file, named.get(), e.getReason()),
                    "Correct the plan.");
        }
        if (folder ? !Files.isDirectory(path) : !Files.isRegularFile(path)) {
            throw new TrainingException(
                    "The plan %s names the %s '%s', and %s is not there."
                            .formatted(file, what, named.get(), path),
                    "Correct the path; it starts from the plan's folder.");
        }
    }
}
