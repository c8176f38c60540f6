package revisage.window.cloud;

import javafx.beans.property.ReadOnlyObjectProperty;

import revisage.study.SystemFiles;
import revisage.study.SystemReport;
import revisage.window.Workspace;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/// What the cloud runs of the project have found, by the name of each run's folder in it. Touched
/// by the screen's thread only.
public final class CloudReports {

    private final OfProject<SortedMap<String, SystemReport>> all;

    public CloudReports(Workspace workspace) {
        all = new OfProject<>(workspace, Collections.emptySortedMap(), CloudReports::in);
    }

    /// Looks again at what there is.
    void read() {
        all.read();
    }

    private static SortedMap<String, SystemReport> in(Path project) throws WorkException {
        var found = new TreeMap<String, SystemReport>();
        for (Path folder : folders(project, CloudReports::hasReport)) {
            found.put(String.valueOf(folder.getFileName()), SystemFiles.read(folder));
        }
        return found;
    }

    private static boolean hasReport(Path folder) {
        return Files.isRegularFile(folder.resolve(SystemFiles.REPORT));
    }

    /// Folders of the project's cloud runs.
    ///
    /// @param wanted looks into each
    static List<Path> folders(Path project, Predicate<Path> wanted) throws WorkException {
        try (var folders = Files.newDirectoryStream(project, Settings.FOLDER + "*")) {
            return StreamSupport.stream(folders.spliterator(), false)
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FileException.of("look for cloud runs", project, e);
        }
    }

    /// All of the project.
    public ReadOnlyObjectProperty<SortedMap<String, SystemReport>> allProperty() {
        return all.property();
    }
}
