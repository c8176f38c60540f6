package revisage.window.cloud;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import revisage.project.Project;
import revisage.study.SystemFiles;
import revisage.study.SystemReport;
import revisage.window.Jobs.Outcome;
import revisage.window.Latest;
import revisage.window.Problem;
import revisage.window.Workspace;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/// What the cloud runs of the project have found, by the name of each run's folder in it. Touched
/// by the screen's thread only.
public final class CloudReports {

    private final Workspace workspace;
    private final Latest reading;
    private final ObjectProperty<SortedMap<String, SystemReport>> all =
            new SimpleObjectProperty<>(new TreeMap<>());
    private Optional<Path> shownFor = Optional.empty();

    public CloudReports(Workspace workspace) {
        this.workspace = workspace;
        this.reading = new Latest(workspace.jobs());
        workspace.projectProperty().subscribe(this::follow);
    }

    private void follow(Optional<Project> project) {
        Optional<Path> folder = project.map(Project::folder);
        if (!folder.equals(shownFor)) {
            shownFor = folder;
            all.set(new TreeMap<>());
            project.ifPresent(_ -> read());
        }
    }

    /// Looks again at what there is.
    void read() {
        Path project = workspace.project().folder();
        reading.ask(
                _ -> in(project),
                (Outcome<SortedMap<String, SystemReport>> outcome) -> {
                    if (shownFor.equals(Optional.of(project))) {
                        switch (outcome) {
                            case Outcome.Done<SortedMap<String, SystemReport>>(var found) ->
                                    all.set(found);
                            case Outcome.Stopped<SortedMap<String, SystemReport>> _ -> {}
                            case Outcome.Failed<SortedMap<String, SystemReport>>(Problem p) ->
                                    workspace.tell(p);
                        }
                    }
                });
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
        return all;
    }
}
