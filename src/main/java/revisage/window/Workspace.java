package revisage.window;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import revisage.inquiry.Inquiry;
import revisage.project.Preferences;
import revisage.project.Project;
import revisage.project.ProjectFile;
import revisage.study.Engines;
import revisage.study.FaceCutting;
import revisage.window.Jobs.Outcome;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The project that is open, and what every screen needs to work on it. Touched by the screen's
/// thread only.
public final class Workspace {

    private final Engines engines;
    private final Jobs jobs;
    private final Words words;
    private final TaskList tasks;
    private final Path preferencesFile;
    private final String version;
    private final ObjectProperty<Optional<Project>> project =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Preferences> preferences;
    private final ObjectProperty<Optional<Notice>> notice =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Boolean> dark = new SimpleObjectProperty<>(false);
    private final ObjectProperty<Boolean> covered = new SimpleObjectProperty<>(true);
    private final Edits edits = new Edits();
    private final Latest saving;
    private final Latest keeping;

    /// @param preferencesFile what the user chose before
    /// @param version of the program
    public Workspace(Engines engines, Jobs jobs, Path preferencesFile, String version) {
        this.engines = engines;
        this.jobs = jobs;
        this.words = new Words();
        this.tasks = new TaskList(jobs, words, this::ended);
        this.preferencesFile = preferencesFile;
        this.version = version;
        this.preferences = new SimpleObjectProperty<>(Preferences.read(preferencesFile));
        this.saving = new Latest(jobs);
        this.keeping = new Latest(jobs);
        uncoverIfAllowed();
    }

    /// A long task that nobody else tells of gets a notice.
    private void ended(Task task, Runnable owner) {
        Optional<Notice> before = notice.get();
        owner.run();
        boolean told = !notice.get().equals(before);
        if (!told && task.tookLong() && task.stateProperty().get() == Task.State.DONE) {
            tell(words.of("task.notice", task.title()));
        }
    }

    /// Something worth telling.
    ///
    /// @param problem whether it went wrong
    public record Notice(String text, Optional<Problem> problem) {}

    /// Engines, which load nothing before they are used.
    public Engines engines() {
        return engines;
    }

    /// Away from the screen.
    public Jobs jobs() {
        return jobs;
    }

    /// All that is said.
    public Words words() {
        return words;
    }

    /// All that takes long.
    public TaskList tasks() {
        return tasks;
    }

    /// Of the program.
    public String version() {
        return version;
    }

    /// What is open.
    public ReadOnlyObjectProperty<Optional<Project>> projectProperty() {
        return project;
    }

    /// @throws IllegalStateException if nothing is open
    public Project project() {
        return project.get().orElseThrow(() -> new IllegalStateException("no project is open"));
    }

    /// What can be worked out from the project as it is now.
    public Inquiry inquiry() {
        return new Inquiry(project(), engines, version);
    }

    /// How faces are cut out of this project's pictures.
    public FaceCutting cutting() {
        return inquiry().cutting();
    }

    /// Opens another project.
    public void open(Project other) {
        if (project.get().stream().noneMatch(p -> p.folder().equals(other.folder()))) {
            tasks.stopAll();
        }
        edits.forget();
        project.set(Optional.of(other));
        prefer(p -> p.opened(other.folder()));
        uncoverIfAllowed();
        save();
    }

    /// Back to the start page. What is running is stopped.
    public void leave() {
        tasks.stopAll();
        edits.forget();
        project.set(Optional.empty());
    }

    /// Edits the project; it can be undone.
    public void edit(UnaryOperator<ProjectFile> edit) {
        say(edits.edit(project().file(), edit));
    }

    /// Notes something in the project that is no edit: where one is, what was computed.
    public void note(UnaryOperator<ProjectFile> edit) {
        say(edits.note(project().file(), edit));
    }

    private void say(ProjectFile changed) {
        Project now = project();
        if (!changed.equals(now.file())) {
            project.set(Optional.of(now.saying(changed)));
            save();
        }
    }

    /// Whether there is an edit to take back.
    public boolean undoable() {
        return project.get().isPresent() && edits.undoable();
    }

    /// Takes the last edit back.
    public void undo() {
        if (undoable()) {
            say(edits.undo());
        }
    }

    /// Whether there is an edit that was taken back.
    public boolean redoable() {
        return project.get().isPresent() && edits.redoable();
    }

    /// Does again what was taken back last.
    public void redo() {
        if (redoable()) {
            say(edits.redo(project().file()));
        }
    }

    private void save() {
        Project now = project();
        saving.ask(
                _ -> {
                    now.save();
                    return now;
                },
                (Outcome<Project> outcome) -> tellFailure(outcome));
    }

    /// At the end of the program: on this thread, so that nothing is lost.
    public void saveNow() {
        project.get()
                .ifPresent(
                        p -> {
                            try {
                                p.save();
                            } catch (WorkException | InterruptedException e) {
                                tell(Problem.of(e));
                            }
                        });
    }

    /// What the user chose.
    public ReadOnlyObjectProperty<Preferences> preferencesProperty() {
        return preferences;
    }

    /// Chooses otherwise.
    public void prefer(UnaryOperator<Preferences> choice) {
        Preferences chosen = choice.apply(preferences.get());
        if (!chosen.equals(preferences.get())) {
            preferences.set(chosen);
            keeping.ask(
                    _ -> {
                        chosen.write(preferencesFile);
                        return chosen;
                    },
                    (Outcome<Preferences> outcome) -> tellFailure(outcome));
        }
    }

    /// Whether the window is dark.
    public ObjectProperty<Boolean> darkProperty() {
        return dark;
    }

    /// Whether faces are covered, here and now.
    public ObjectProperty<Boolean> coveredProperty() {
        return covered;
    }

    /// Computed people need no cover.
    public void uncoverIfAllowed() {
        boolean synthetic = project.get().map(p -> p.file().synthetic()).orElse(false);
        covered.set(preferences.get().covered() && !synthetic);
    }

    /// Whether faces of real people are covered when a project is opened: chooses the other.
    public void toggleCoverSetting() {
        prefer(p -> p.withCovers(!p.covered()));
        boolean on = preferences.get().covered();
        tell(words.of(on ? "command.covers.on" : "command.covers.off"));
        uncoverIfAllowed();
    }

    /// The newest thing worth telling.
    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice;
    }

    /// Tells something good.
    public void tell(String text) {
        notice.set(Optional.of(new Notice(text, Optional.empty())));
    }

    /// Tells what went wrong.
    public void tell(Problem problem) {
        notice.set(Optional.of(new Notice(problem.happened(), Optional.of(problem))));
    }

    private <R> void tellFailure(Outcome<R> outcome) {
        switch (outcome) {
            case Outcome.Done<R> _, Outcome.Stopped<R> _ -> {}
            case Outcome.Failed<R>(Problem problem) -> tell(problem);
        }
    }
}
