package revisage.window.reconstruct;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;

import revisage.chart.ChartSpec;
import revisage.inquiry.RunNames;
import revisage.project.Project;
import revisage.project.ProjectFile.RunEntry;
import revisage.study.ReconstructionRun;
import revisage.window.Jobs.Outcome;
import revisage.window.Problem;
import revisage.window.StepState;
import revisage.window.Task;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.window.extractors.ExtractorsModel;
import revisage.window.leak.LeakModel;
import revisage.work.Progress;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// The reconstructions of the project, and the one that is running. Touched by the screen's thread
/// only.
public final class ReconstructModel {

    private final Workspace workspace;
    private final LeakModel leak;
    private final ExtractorsModel extractors;
    private final ObjectProperty<StepState> step = new SimpleObjectProperty<>(StepState.NOTHING);
    private final ObjectProperty<List<RunEntry>> runs = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Run>> shown =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Doing> doing = new SimpleObjectProperty<>(Doing.NOTHING);
    private final ObjectProperty<Optional<Problem>> problem =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Progress> standing =
            new SimpleObjectProperty<>(new Progress("", 0, 0, ""));
    private final IntegerProperty target = new SimpleIntegerProperty();
    private final LongProperty ticks = new SimpleLongProperty();
    private final RunShelf shelf;
    private final Speed speed = new Speed();
    private Optional<Path> openFolder = Optional.empty();
    private Optional<Task> task = Optional.empty();
    private Optional<Path> running = Optional.empty();

    /// What the machine does for this screen.
    public enum Doing {
        NOTHING,
        RUNNING,
        PAUSED,
        STOPPING
    }

    public ReconstructModel(Workspace workspace, LeakModel leak, ExtractorsModel extractors) {
        this.workspace = workspace;
        this.leak = leak;
        this.extractors = extractors;
        this.shelf = new RunShelf(workspace, leak);
        workspace.projectProperty().subscribe(this::follow);
        leak.stateProperty().subscribe(_ -> leakChanged());
        target.subscribe(_ -> ticks.set(ticks.get() + 1));
    }

    private void follow(Optional<Project> project) {
        List<RunEntry> now = project.map(p -> p.file().runs()).orElse(List.of());
        if (!now.equals(runs.get())) {
            runs.set(now);
        }
        Optional<Path> folder = project.map(Project::folder);
        if (!folder.equals(openFolder)) {
            openFolder = folder;
            shelf.clear();
            shown.set(Optional.empty());
            problem.set(Optional.empty());
            project.ifPresent(p -> target.set(p.file().place().target()));
        }
        if (shown.get().stream().anyMatch(s -> !shelf.names(s.folder()))) {
            shown.set(Optional.empty());
        }
        if (project.isPresent() && running.stream().anyMatch(r -> !shelf.names(r))) {
            stop(); // its vectors are not the project's any more
        }
        if (shown.get().isEmpty() && !now.isEmpty() && leak.vectors().isPresent()) {
            show(now.getLast());
        }
        stand();
    }

    private void leakChanged() {
        if (shown.get().isEmpty()
                && leak.vectors().isPresent()
                && workspace.projectProperty().get().isPresent()) {
            follow(workspace.projectProperty().get());
        }
        if (leak.vectors().isPresent()) {
            shelf.leakRead();
        }
        stand();
    }

    private void stand() {
        Words words = workspace.words();
        long done = runs.get().stream().filter(RunEntry::finished).count();
        step.set(
                switch (doing.get()) {
                    case RUNNING, STOPPING ->
                            new StepState(StepState.Kind.RUNNING, words.of("reconstruct.running"));
                    case PAUSED ->
                            new StepState(StepState.Kind.READY, words.of("reconstruct.paused"));
                    case NOTHING ->
                            problem.get().isPresent()
                                    ? new StepState(
                                            StepState.Kind.PROBLEM, words.of("reconstruct.broken"))
                                    : done > 0
                                            ? new StepState(
                                                    StepState.Kind.DONE,
                                                    words.of("reconstruct.runs", Words.count(done)))
                                            : ready(true).isEmpty()
                                                    ? new StepState(
                                                            StepState.Kind.READY,
                                                            words.of("reconstruct.ready"))
                                                    : StepState.NOTHING;
                });
    }

    /// What is missing before a run can begin, as a sentence.
    ///
    /// @param faces whether it needs public faces; a network does not
    public Optional<String> ready(boolean faces) {
        return new Readiness(workspace, leak, extractors).missing(faces);
    }

    /// Begins a new run.
    public void start(Wish wish) {
        if (leak.look()) {
            workspace.tell(workspace.words().of("leak.changed"));
            return;
        }
        Project project = workspace.project();
        String by =
                wish.network()
                        .map(n -> Words.name(n.file()).replaceFirst("(?i)\\.onnx$", ""))
                        .orElse(wish.search());
        String name = "rebuilt-" + by + wish.queries().map(q -> "-" + q).orElse("");
        Path out = project.free(name);
        var entry =
                new RunEntry(
                        project.name(out),
                        wish.search(),
                        wish.network(),
                        wish.queries(),
                        1,
                        wish.rows(),
                        project.file().attacked().orElseThrow(),
                        false);
        workspace.note(f -> f.withRun(entry));
        goOn(entry);
    }

    /// Begins a run, or goes on with one that was stopped.
    public void goOn(RunEntry entry) {
        Project project = workspace.project();
        Run run = shelf.again(entry);
        shelf.put(run);
        problem.set(Optional.empty());
        shown.set(Optional.of(run));
        if (!run.rows().contains(target.get())) {
            target.set(run.rows().getFirst());
        }
        running = Optional.of(run.folder());
        standing.set(new Progress(workspace.words().of("reconstruct.begins"), 0, 0, ""));
        doing.set(Doing.RUNNING);
        speed.reset();
        stand();
        var attack = workspace.inquiry().attack(entry, run.live(), run.gate());
        task =
                Optional.of(
                        workspace
                                .tasks()
                                .start(
                                        workspace.words().of("reconstruct.task", label(entry)),
                                        attack,
                                        (t, p) -> {
                                            t.progress(p);
                                            standing.set(p);
                                            speed.note(p);
                                            ticks.set(ticks.get() + 1);
                                        },
                                        outcome -> ended(project, run, outcome)));
    }

    private void ended(Project project, Run run, Outcome<ReconstructionRun.Result> outcome) {
        doing.set(Doing.NOTHING);
        running = Optional.empty();
        task = Optional.empty();
        if (openFolder.equals(Optional.of(project.folder())) && shelf.names(run.folder())) {
            switch (outcome) {
                case Outcome.Done<ReconstructionRun.Result>(var result) -> {
                    RunEntry end = run.entry().ended();
                    Run whole = run.with(end);
                    shelf.put(whole);
                    shown.set(Optional.of(whole));
                    workspace.note(f -> f.withRun(end));
                    workspace.tell(
                            workspace
                                    .words()
                                    .of(
                                            "reconstruct.done",
                                            Words.count(result.rows().size()),
                                            Words.number(result.seconds())));
                }
                case Outcome.Stopped<ReconstructionRun.Result> _ ->
                        workspace.tell(workspace.words().of("reconstruct.stopped"));
                case Outcome.Failed<ReconstructionRun.Result>(Problem p) ->
                        problem.set(Optional.of(p));
            }
        }
        ticks.set(ticks.get() + 1);
        stand();
    }

    /// Lets the running search wait, with all it knows.
    public void pause() {
        shownRunning()
                .ifPresent(
                        r -> {
                            r.gate().close();
                            doing.set(Doing.PAUSED);
                            stand();
                        });
    }

    /// Lets it go on.
    public void resume() {
        shownRunning()
                .ifPresent(
                        r -> {
                            speed.reset();
                            r.gate().open();
                            doing.set(Doing.RUNNING);
                            stand();
                        });
    }

    /// Ends it; what was found is kept, and it can be gone on with later.
    public void stop() {
        shownRunning()
                .ifPresent(
                        r -> {
                            doing.set(Doing.STOPPING);
                            task.ifPresent(Task::stop);
                            r.gate().open();
                            stand();
                        });
    }

    private Optional<Run> shownRunning() {
        return running.flatMap(shelf::find);
    }

    /// Whether this run is the one that is going on.
    public boolean isRunning(RunEntry entry) {
        return running.equals(Optional.of(shelf.path(entry)));
    }

    /// Brings a run to the front.
    public void show(RunEntry entry) {
        load(
                entry,
                run -> {
                    shown.set(Optional.of(run));
                    if (!run.rows().isEmpty() && !run.rows().contains(target.get())) {
                        target.set(run.rows().getFirst());
                    }
                });
    }

    /// Reads a run's faces back, if they are not at hand.
    ///
    /// @param got at once, or as soon as the leak has been read, and again when they have come
    public void load(RunEntry entry, Consumer<Run> got) {
        shelf.load(
                entry,
                run -> {
                    got.accept(run);
                    ticks.set(ticks.get() + 1);
                },
                p -> {
                    problem.set(Optional.of(p));
                    stand();
                });
    }

    /// Brings the stages of a finished target's face back, if they were kept and are not at hand.
    public void film(Run run, int row) {
        shelf.film(run, row, () -> ticks.set(ticks.get() + 1));
    }

    /// Cosine over queries, the mean of each finished run whose faces are at hand; empty if none
    /// is.
    public Optional<ChartSpec> ways() {
        return shelf.ways(runs.get(), this::label);
    }

    /// Forgets a run; its folder stays.
    public void forget(RunEntry entry) {
        shelf.remove(entry);
        workspace.edit(f -> f.withoutRun(entry.folder()));
    }

    /// What a run is called; the second of its kind is numbered.
    public String label(RunEntry entry) {
        return new RunNames(runs.get()).of(entry);
    }

    /// Of how many vectors it makes faces.
    public int targetsOf(RunEntry entry) {
        return shelf.targets(entry).size();
    }

    /// How long the running one will take, in words; empty while that is not known.
    public String estimate() {
        return task.map(t -> t.estimateProperty().get()).orElse("");
    }

    /// How far the running one is, 0..1; below 0 if that is not known.
    public double share() {
        return task.map(t -> t.shareProperty().get()).orElse(-1.0);
    }

    /// All of the project.
    public ReadOnlyObjectProperty<List<RunEntry>> runsProperty() {
        return runs;
    }

    /// The one that is looked at.
    public ReadOnlyObjectProperty<Optional<Run>> shownProperty() {
        return shown;
    }

    /// What the machine does.
    public ReadOnlyObjectProperty<Doing> doingProperty() {
        return doing;
    }

    /// What went wrong with the last run.
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem;
    }

    /// How far the run is.
    public ReadOnlyObjectProperty<Progress> standingProperty() {
        return standing;
    }

    /// Row of the leaked file that is looked at.
    public IntegerProperty targetProperty() {
        return target;
    }

    /// Rises whenever something may look different.
    public ReadOnlyLongProperty ticksProperty() {
        return ticks;
    }

    /// How the step stands.
    public ReadOnlyObjectProperty<StepState> stepProperty() {
        return step;
    }

    /// Queries a second, of late.
    public OptionalDouble queriesASecond() {
        return doing.get() == Doing.RUNNING ? speed.perSecond() : OptionalDouble.empty();
    }
}
