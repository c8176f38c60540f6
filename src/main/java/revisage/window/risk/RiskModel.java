package revisage.window.risk;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import revisage.inquiry.Inquiry;
import revisage.inquiry.RunNames;
import revisage.project.Project;
import revisage.project.ProjectFile;
import revisage.project.ProjectFile.RunEntry;
import revisage.study.SweepFiles;
import revisage.study.SweepReport;
import revisage.window.Jobs.Outcome;
import revisage.window.Problem;
import revisage.window.StepState;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.work.Progress;
import revisage.work.Work;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The rates of the project. Touched by the screen's thread only.
public final class RiskModel {

    /// Where the rates lie in the project.
    public static final String FOLDER = Inquiry.RATES;

    private final Workspace workspace;
    private final ObjectProperty<StepState> step = new SimpleObjectProperty<>(StepState.NOTHING);
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(new State.Missing(""));
    private Optional<Path> openFolder = Optional.empty();
    private String measured = "";

    /// All the screen can be.
    public sealed interface State {

        /// Something must come first.
        record Missing(String why) implements State {}

        /// Everything is there, nothing was measured.
        record Ready() implements State {}

        /// It is being measured.
        record Measuring() implements State {}

        /// @param fresh whether all of today's reconstructions and galleries are in it
        record Measured(SweepReport report, boolean fresh) implements State {}

        /// It could not be measured.
        record Broken(Problem problem) implements State {}
    }

    public RiskModel(Workspace workspace) {
        this.workspace = workspace;
        workspace.projectProperty().subscribe(this::follow);
    }

    private void follow(Optional<Project> project) {
        Optional<Path> folder = project.map(Project::folder);
        if (!folder.equals(openFolder)) {
            openFolder = folder;
            measured = "";
            become(missing().<State>map(State.Missing::new).orElseGet(State.Ready::new));
            project.filter(p -> Files.exists(p.folder().resolve(FOLDER).resolve(SweepFiles.REPORT)))
                    .ifPresent(this::read);
            return;
        }
        switch (state.get()) {
            case State.Missing _, State.Ready() ->
                    become(missing().<State>map(State.Missing::new).orElseGet(State.Ready::new));
            case State.Measured(SweepReport report, _) -> show(report);
            case State.Measuring _, State.Broken _ -> {}
        }
    }

    private void read(Project project) {
        Path folder = project.folder().resolve(FOLDER);
        workspace
                .jobs()
                .light(
                        _ -> SweepFiles.read(folder),
                        (Outcome<SweepReport> outcome) -> {
                            if (openFolder.equals(Optional.of(project.folder()))) {
                                switch (outcome) {
                                    case Outcome.Done<SweepReport>(SweepReport report) ->
                                            show(report);
                                    case Outcome.Stopped<SweepReport> _ -> {}
                                    case Outcome.Failed<SweepReport>(Problem problem) ->
                                            become(new State.Broken(problem));
                                }
                            }
                        });
    }

    /// Rates of runs that are all gone are nobody's.
    private void show(SweepReport report) {
        become(
                missing()
                        .<State>map(State.Missing::new)
                        .orElseGet(() -> new State.Measured(report, fresh(report))));
    }

    private boolean fresh(SweepReport report) {
        if (measured.equals(now())) {
            return true;
        }
        Set<String> methods =
                report.lines().stream()
                        .filter(l -> l.attackedSha256().isPresent())
                        .map(l -> l.method())
                        .collect(Collectors.toSet());
        var names = new RunNames(file().map(ProjectFile::runs).orElse(List.of()));
        return measured.isEmpty()
                && report.plan().rule() == workspace.inquiry().rule()
                && methods.equals(finished().stream().map(names::of).collect(Collectors.toSet()))
                && report.galleries().size() == file().map(f -> f.galleries().size()).orElse(0);
    }

    private String now() {
        return finished() + " " + file().map(f -> f.galleries() + " " + f.typeI());
    }

    private Optional<ProjectFile> file() {
        return workspace.projectProperty().get().map(Project::file);
    }

    private List<RunEntry> finished() {
        return file().map(f -> f.runs().stream().filter(RunEntry::finished).toList())
                .orElse(List.of());
    }

    private Optional<String> missing() {
        Words words = workspace.words();
        if (finished().isEmpty()) {
            return Optional.of(words.of("risk.missing.run"));
        }
        return file().map(ProjectFile::galleries).orElse(List.of()).isEmpty()
                ? Optional.of(words.of("risk.missing.gallery"))
                : Optional.empty();
    }

    private void become(State now) {
        state.set(now);
        Words words = workspace.words();
        step.set(
                switch (now) {
                    case State.Missing _ -> StepState.NOTHING;
                    case State.Ready() ->
                            new StepState(StepState.Kind.READY, words.of("risk.ready"));
                    case State.Measuring() ->
                            new StepState(StepState.Kind.RUNNING, words.of("risk.measuring"));
                    case State.Measured(_, boolean fresh) ->
                            fresh
                                    ? new StepState(StepState.Kind.DONE, words.of("risk.measured"))
                                    : new StepState(StepState.Kind.READY, words.of("risk.stale"));
                    case State.Broken _ ->
                            new StepState(StepState.Kind.PROBLEM, words.of("risk.broken"));
                });
    }

    /// Measures all finished reconstructions under all galleries.
    public void measure() {
        if (state.get() instanceof State.Measuring || missing().isPresent()) {
            return;
        }
        Project project = workspace.project();
        String what = now();
        List<RunEntry> runs = finished();
        become(new State.Measuring());
        Work<Progress, SweepReport> work = workspace.inquiry().rates(runs);
        workspace
                .tasks()
                .start(
                        workspace.words().of("risk.task"),
                        work,
                        (Outcome<SweepReport> outcome) -> ended(project, what, outcome));
    }

    private void ended(Project project, String what, Outcome<SweepReport> outcome) {
        if (!openFolder.equals(Optional.of(project.folder()))) {
            return;
        }
        switch (outcome) {
            case Outcome.Done<SweepReport>(SweepReport report) -> {
                measured = what;
                become(new State.Measured(report, fresh(report)));
            }
            case Outcome.Stopped<SweepReport> _ -> become(new State.Ready());
            case Outcome.Failed<SweepReport>(Problem problem) -> become(new State.Broken(problem));
        }
    }

    /// How the screen stands.
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state;
    }

    /// How the step stands.
    public ReadOnlyObjectProperty<StepState> stepProperty() {
        return step;
    }

    /// What was measured last.
    public Optional<SweepReport> report() {
        return state.get() instanceof State.Measured(SweepReport r, _)
                ? Optional.of(r)
                : Optional.empty();
    }
}
