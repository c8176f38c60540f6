package revisage.train;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Checks that what a plan names is there.
///
/// @param file the plan
/// @param base what its relative paths start from
record NamedFiles(Path file, Path base) {

    void check(TrainingData data) throws TrainingException {
        check(data.folder(), "folder", true);
        check(data.records(), "file", false);
        check(data.finder(), "file", false);
    }

    void check(Optional<String> named, String what, boolean folder) throws TrainingException {
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
