package revisage.project;

import revisage.extract.JsonRefusedException;
import revisage.extract.StrictJson;
import revisage.work.FileException;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A project folder as it stands. Immutable.
///
/// What lies in the folder or beside it is named by a relative path, so that folder and
/// neighbourhood can be moved together; what lies elsewhere by an absolute one.
///
/// @param folder absolute
public record Project(Path folder, ProjectFile file) {

    /// Tells a project from other folders.
    public static final String FILE = "project.json";

    private static final long MOST_BYTES = 1 << 24;

    public Project {
        folder = folder.toAbsolutePath().normalize();
    }

    /// Whether this is a project's folder, or its file.
    public static boolean is(Path path) {
        return Files.isRegularFile(path.resolve(FILE)) || path.endsWith(FILE);
    }

    /// @param path the folder, or the file in it
    /// @throws ProjectException if it is damaged or of a newer program
    public static Project open(Path path) throws WorkException {
        Path parent = path.toAbsolutePath().getParent();
        Path home = path.endsWith(FILE) && parent != null ? parent : path;
        Path json = home.resolve(FILE);
        byte[] bytes;
        try {
            if (Files.size(json) > MOST_BYTES) {
                throw new ProjectException(
                        "%s is far too large for a project.".formatted(json),
                        "Open a folder that the workbench wrote.");
            }
            bytes = Files.readAllBytes(json);
        } catch (IOException e) {
            throw FileException.of("open the project", json, e);
        }
        try {
            int schema = StrictJson.schema(bytes, "project", "" + json).orElse(1);
            if (schema > ProjectFile.SCHEMA) {
                throw new ProjectException(
                        "The project %s has schema %d, this program knows up to %d."
                                .formatted(json, schema, ProjectFile.SCHEMA),
                        "Use a newer version of the program.");
            }
            return new Project(
                    home, StrictJson.read(bytes, ProjectFile.class, "project", "" + json));
        } catch (JsonRefusedException e) {
            throw new ProjectException(
                    String.valueOf(e.getMessage()),
                    "Correct the file, or open another project.",
                    e);
        }
    }

    /// The same folder, saying something else.
    public Project saying(ProjectFile other) {
        return new Project(folder, other);
    }

    /// Writes the file whole or not at all; the folder is made if it is missing.
    public void save() throws WorkException, InterruptedException {
        byte[] json = StrictJson.write(file);
        WholeFile.write("save the project", folder.resolve(FILE), h -> Files.write(h, json));
    }

    /// Where something that the file names lies.
    public Path resolve(String path) {
        return folder.resolve(path).normalize();
    }

    /// How the file names something.
    public String name(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path parent = folder.getParent();
        boolean near =
                whole.startsWith(folder)
                        || (parent != null
                                && parent.getNameCount() > 0
                                && whole.startsWith(parent));
        return near ? folder.relativize(whole).toString().replace('\\', '/') : whole.toString();
    }

    /// A name in the folder that is not taken yet, for example `rebuilt-linear`,
    /// `rebuilt-linear-2`.
    public Path free(String wanted) {
        Path free = folder.resolve(wanted);
        for (int i = 2; Files.exists(free); i++) {
            free = folder.resolve(wanted + "-" + i);
        }
        return free;
    }
}
