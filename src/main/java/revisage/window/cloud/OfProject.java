package revisage.window.cloud;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import revisage.project.Project;
import revisage.window.Jobs.Outcome;
import revisage.window.Latest;
import revisage.window.Problem;
import revisage.window.Workspace;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Optional;

/// What is read from the folder of the project that is open. Touched by the screen's thread only.
final class OfProject<T> {

    private final Workspace workspace;
    private final Latest reading;
    private final T nothing;
    private final Reader<T> reader;
    private final ObjectProperty<T> value;
    private Optional<Path> shownFor = Optional.empty();

    /// Reads on another thread.
    @FunctionalInterface
    interface Reader<T> {

        /// @param project its folder
        T read(Path project) throws WorkException;
    }

    /// @param nothing the value until something is read
    OfProject(Workspace workspace, T nothing, Reader<T> reader) {
        this.workspace = workspace;
        this.reading = new Latest(workspace.jobs());
        this.nothing = nothing;
        this.reader = reader;
        this.value = new SimpleObjectProperty<>(nothing);
        workspace.projectProperty().subscribe(this::follow);
    }

    private void follow(Optional<Project> project) {
        Optional<Path> folder = project.map(Project::folder);
        if (!folder.equals(shownFor)) {
            shownFor = folder;
            value.set(nothing);
            read();
        }
    }

    /// Looks again at what there is.
    void read() {
        if (shownFor.isEmpty()) {
            return;
        }
        Path project = shownFor.get();
        reading.ask(
                _ -> reader.read(project),
                (Outcome<T> outcome) -> {
                    if (shownFor.equals(Optional.of(project))) {
                        switch (outcome) {
                            case Outcome.Done<T>(T found) -> value.set(found);
                            case Outcome.Stopped<T> _ -> {}
                            case Outcome.Failed<T>(Problem p) -> workspace.tell(p);
                        }
                    }
                });
    }

    ReadOnlyObjectProperty<T> property() {
        return value;
    }
}
