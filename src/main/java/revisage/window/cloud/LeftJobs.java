package revisage.window.cloud;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import revisage.cloud.CloudCleaning;
import revisage.cloud.CloudEvent;
import revisage.cloud.JobFile;
import revisage.cloud.Patience;
import revisage.project.Project;
import revisage.window.Jobs.Outcome;
import revisage.window.Problem;
import revisage.window.Task;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Cloud runs of the project that have not come to their end, and whose faces may still be at the
/// service; and their deletion there. Touched by the screen's thread only.
public final class LeftJobs {

    private final Workspace workspace;
    private final OfProject<List<Left>> all;
    private final ObjectProperty<Optional<Task>> deleting =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Problem>> problem =
            new SimpleObjectProperty<>(Optional.empty());
    private Optional<Path> shownFor = Optional.empty();

    /// One of them.
    ///
    /// @param folder of the job
    record Left(Path folder, JobFile.Status status) {

        /// The service's name for people.
        String service() {
            return status.job().label();
        }
    }

    public LeftJobs(Workspace workspace) {
        this.workspace = workspace;
        all = new OfProject<>(workspace, List.of(), LeftJobs::in);
        workspace.projectProperty().subscribe(this::follow);
    }

    private void follow(Optional<Project> project) {
        Optional<Path> folder = project.map(Project::folder);
        if (!folder.equals(shownFor)) {
            shownFor = folder;
            problem.set(Optional.empty());
        }
    }

    /// Looks again at what there is. Asks no service.
    void read() {
        all.read();
    }

    private static List<Left> in(Path project) throws WorkException {
        var left = new ArrayList<Left>();
        for (Path folder : CloudReports.folders(project, JobFile::isIn)) {
            JobFile.Status status = JobFile.read(folder).status(folder);
            if (status.mayHold()) {
                left.add(new Left(folder, status));
            }
        }
        return left;
    }

    /// Deletes at the service what a run left there, and asks whether it is gone.
    void delete(Left left) {
        Words words = workspace.words();
        JobFile job = left.status().job();
        Work<Progress, Boolean> work = events -> deleted(job, left.folder(), events);
        problem.set(Optional.empty());
        deleting.set(
                Optional.of(
                        workspace
                                .tasks()
                                .start(
                                        words.of("cloud.task.delete", left.service()),
                                        work,
                                        (Outcome<Boolean> outcome) -> ended(left, outcome))));
    }

    private boolean deleted(JobFile job, Path folder, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        try (var service = workspace.engines().clouds().open(job.choice())) {
            Consumer<CloudEvent> told = event -> event.progress().ifPresent(events);
            return new CloudCleaning(service, Patience.USUAL).run(folder, job.limit(), told) > 0;
        }
    }

    private void ended(Left left, Outcome<Boolean> outcome) {
        deleting.set(Optional.empty());
        switch (outcome) {
            case Outcome.Done<Boolean> _ ->
                    workspace.tell(workspace.words().of("cloud.left.gone", left.service()));
            case Outcome.Stopped<Boolean> _ -> {}
            case Outcome.Failed<Boolean>(Problem p) -> problem.set(Optional.of(p));
        }
        read();
    }

    /// What may still be at a service.
    ReadOnlyObjectProperty<List<Left>> allProperty() {
        return all.property();
    }

    /// The deletion, while it goes on.
    ReadOnlyObjectProperty<Optional<Task>> deletingProperty() {
        return deleting;
    }

    /// Why the last deletion failed.
    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem;
    }
}
