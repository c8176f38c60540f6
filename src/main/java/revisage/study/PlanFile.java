package revisage.study;

import revisage.extract.PlanText;
import revisage.extract.StrictJson;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A plan as it lies on disk.
///
/// @param plan what it says
/// @param folder what its relative paths start from
public record PlanFile(StudyPlan plan, Path folder) {

    /// Reads and checks a plan; every path in it must exist.
    ///
    /// @throws PlanException with the place and, for a misspelt key, the one that was meant
    public static PlanFile read(Path file) throws WorkException {
        StudyPlan plan =
                new PlanText<>(PlanException::new).read(file, StudyPlan.class, StudyPlan.SCHEMA);
        var read = new PlanFile(plan, file.toAbsolutePath().resolveSibling("").normalize());
        read.checkPaths(file);
        return read;
    }

    /// A path of the plan as it is on this machine.
    public Path resolve(String path) {
        return folder.resolve(path).normalize();
    }

    /// Tells plans apart by what they say, not by blanks, places or names of files.
    public String fingerprint() {
        return Sha256.of(StrictJson.write(plan));
    }

    private void checkPaths(Path file) throws PlanException {
        List<String> files = new ArrayList<>(plan.extractors());
        files.addAll(plan.matchers());
        plan.finder().ifPresent(files::add);
        plan.basis().flatMap(StudyPlan.Basis::file).ifPresent(files::add);
        plan.attacks().forEach(a -> a.network().ifPresent(files::add));
        plan.clouds().orElse(List.of()).forEach(c -> c.answers().ifPresent(files::add));
        for (String each : files) {
            check(file, each, Files.isRegularFile(existing(file, each)), "file");
        }
        List<String> folders = new ArrayList<>();
        plan.basis().flatMap(StudyPlan.Basis::images).ifPresent(folders::add);
        plan.networks()
                .ifPresent(n -> n.sets().forEach(set -> set.images().ifPresent(folders::add)));
        folders.add(plan.targets().images());
        folders.add(plan.gallery().images());
        for (String each : folders) {
            check(file, each, Files.isDirectory(existing(file, each)), "folder");
        }
    }

    private Path existing(Path file, String path) throws PlanException {
        try {
            return resolve(path);
        } catch (InvalidPathException e) {
            throw new PlanException(
                    "The plan %s names '%s', which is no path: %s."
                            .formatted(file, path, e.getReason()),
                    "Correct the plan.");
        }
    }

    private void check(Path file, String path, boolean there, String what) throws PlanException {
        if (!there) {
            throw new PlanException(
                    "The plan %s names the %s '%s', and %s is not there."
                            .formatted(file, what, path, resolve(path)),
                    "Correct the path; it starts from the plan's folder.");
        }
    }
}
