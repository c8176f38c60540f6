package revisage.train;

import revisage.extract.StrictJson;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// A plan of a training as it lies on disk.
///
/// @param plan what it says
/// @param file where it lies
/// @param base what its relative paths start from
public record ExtractorPlanFile(ExtractorPlan plan, Path file, Path base) {

    /// No plan that a person wrote is longer. Bytes.
    private static final long LONGEST = 1 << 20;

    /// Reads and checks a plan; every path in it must exist.
    ///
    /// @throws TrainingException with the place and, for a misspelt key, the one that was meant
    public static ExtractorPlanFile read(Path file) throws WorkException {
        byte[] json;
        try {
            if (Files.size(file) > LONGEST) {
                throw new TrainingException(
                        "%s is longer than 1 MiB, so it is no plan.".formatted(file),
                        "Name a plan file.");
            }
            json = Files.readAllBytes(file);
        } catch (IOException e) {
            throw FileException.of("read the plan", file, e);
        }
        OptionalInt schema = StrictJson.schema(json, "plan", file.toString());
        if (schema.isPresent() && schema.getAsInt() != ExtractorPlan.SCHEMA) {
            throw new TrainingException(
                    "The plan %s has schema %d; this program knows %d."
                            .formatted(file, schema.getAsInt(), ExtractorPlan.SCHEMA),
                    "Use the program's version that it was written for.");
        }
        ExtractorPlan plan = StrictJson.read(json, ExtractorPlan.class, "plan", file.toString());
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
