package revisage.window.leak;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import revisage.extract.ModelCard;
import revisage.inquiry.Inquiry;
import revisage.inquiry.RunNames;
import revisage.project.Project;
import revisage.project.ProjectFile.RunEntry;
import revisage.study.Kinship;
import revisage.study.LeakOverview;
import revisage.vector.VectorHealth;
import revisage.vector.VectorSet;
import revisage.window.Jobs.Outcome;
import revisage.window.Latest;
import revisage.window.Problem;
import revisage.window.StepState;
import revisage.window.Task;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The leaked vectors of the project. Touched by the screen's thread only.
public final class LeakModel {

    private static final int MANY = 100_000;

    private final Workspace workspace;
    private final ObjectProperty<StepState> step = new SimpleObjectProperty<>(StepState.NOTHING);
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(new State.Nothing());
    private final ObjectProperty<List<Integer>> selected = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Map<String, Boolean>> kin = new SimpleObjectProperty<>(Map.of());
    private final Latest comparing;
    private Optional<Path> wanted = Optional.empty();
    private List<Path> compared = List.of();
    private Optional<Task> reading = Optional.empty();
    private Optional<FileStamp> stamp = Optional.empty();
    private final ObjectProperty<Optional<String>> replaced =
            new SimpleObjectProperty<>(Optional.empty());

    /// All the screen can be.
    public sealed interface State {

        /// No file is named.
        record Nothing() implements State {}

        /// It is being read.
        record Reading(Path file) implements State {}

        /// It was read.
        record Read(LeakOverview.Result overview) implements State {}

        /// It could not be read.
        record Broken(Problem problem) implements State {}
    }

    /// How well an extractor fits the vectors.
    public enum Fit {
        /// They spread as the vectors of its gallery do.
        SAME,
        /// Dimension and lengths agree; without a gallery no more is known.
        GOOD,
        /// The lengths do not agree.
        DOUBTFUL,
        /// They spread otherwise than the vectors of its gallery.
        OTHER,
        /// Another dimension.
        NONE
    }

    public LeakModel(Workspace workspace) {
        this.workspace = workspace;
        this.comparing = new Latest(workspace.jobs());
        workspace.projectProperty().subscribe(this::follow);
        workspace.projectProperty().subscribe(_ -> compare());
        state.subscribe(
                _ -> {
                    compared = List.of();
                    kin.set(Map.of());
                    compare();
                    leaveOut();
                });
    }

    /// Forgets runs that were made when this file held other vectors.
    private void leaveOut() {
        Optional<VectorSet> leaked = vectors();
        if (leaked.isEmpty() || workspace.project().file().runs().isEmpty()) {
            return;
        }
        Inquiry inquiry = workspace.inquiry();
        workspace
                .jobs()
                .light(
                        _ -> inquiry.leaveOutRunsOfOthers(leaked.get()),
                        (Outcome<List<RunEntry>> outcome) -> {
                            if (outcome instanceof Outcome.Done<List<RunEntry>>(var others)
                                    && leaked.equals(vectors())
                                    && !others.isEmpty()) {
                                leaveOut(others);
                            }
                        });
    }

    private void leaveOut(List<RunEntry> others) {
        var names = new RunNames(workspace.project().file().runs());
        String list = others.stream().map(names::of).collect(Collectors.joining("; "));
        for (RunEntry run : others) {
            workspace.note(f -> f.withoutRun(run.folder()));
        }
        String told = workspace.words().of("leak.replaced", list);
        replaced.set(Optional.of(told));
        workspace.tell(told);
    }

    /// That the file holds other vectors than before, and what was left out for it; empty if so far
    /// it does not.
    public ReadOnlyObjectProperty<Optional<String>> replacedProperty() {
        return replaced;
    }

    /// Reads the file again if it was written anew since.
    ///
    /// @return whether it was
    public boolean look() {
        boolean other =
                state.get() instanceof State.Read
                        && wanted.map(f -> !FileStamp.of(f).equals(stamp)).orElse(false);
        if (other) {
            read(wanted.orElseThrow());
        }
        return other;
    }

    /// Compares the vectors with those of the project's galleries.
    private void compare() {
        List<Path> galleries =
                workspace.projectProperty().get().stream()
                        .flatMap(p -> p.file().galleries().stream().map(g -> p.resolve(g.folder())))
                        .toList();
        Optional<VectorSet> leaked = vectors();
        if (leaked.isEmpty() || galleries.equals(compared)) {
            return;
        }
        compared = galleries;
        comparing.ask(
                _ -> kin(leaked.get(), galleries),
                outcome -> {
                    if (outcome instanceof Outcome.Done<Map<String, Boolean>>(var found)
                            && leaked.equals(vectors())) {
                        kin.set(found);
                    }
                });
    }

    private Map<String, Boolean> kin(VectorSet leaked, List<Path> galleries)
            throws InterruptedException {
        var found = new HashMap<String, Boolean>();
        for (Path gallery : galleries) {
            kin(leaked, gallery).ifPresent(r -> found.put(r.extractor(), r.same()));
        }
        return Map.copyOf(found);
    }

    private Optional<Kinship.Result> kin(VectorSet leaked, Path gallery)
            throws InterruptedException {
        try {
            return new Kinship(leaked, gallery, workspace.engines()).run(_ -> {});
        } catch (WorkException e) {
            return Optional.empty(); // the gallery's own screen tells what is wrong with it
        }
    }

    /// For extractors with a gallery, by their SHA-256: whether they made the vectors too.
    public ReadOnlyObjectProperty<Map<String, Boolean>> kinProperty() {
        return kin;
    }

    private void follow(Optional<Project> project) {
        Optional<Path> file = project.flatMap(p -> p.file().leak().map(p::resolve));
        if (file.equals(wanted)) {
            return;
        }
        wanted = file;
        reading.ifPresent(Task::stop);
        selected.set(List.of());
        if (file.isEmpty()) {
            become(new State.Nothing());
        } else {
            read(file.get());
        }
    }

    private void read(Path file) {
        stamp = FileStamp.of(file);
        replaced.set(Optional.empty());
        become(new State.Reading(file));
        reading =
                Optional.of(
                        workspace
                                .tasks()
                                .start(
                                        workspace
                                                .words()
                                                .of("leak.task", Words.name(file.toString())),
                                        new LeakOverview(file, workspace.engines()),
                                        outcome -> ended(file, outcome)));
    }

    private void ended(Path file, Outcome<LeakOverview.Result> outcome) {
        if (!wanted.equals(Optional.of(file))) {
            return; // another file was named since
        }
        become(
                switch (outcome) {
                    case Outcome.Done<LeakOverview.Result>(var overview) ->
                            new State.Read(overview);
                    case Outcome.Stopped<LeakOverview.Result> _ ->
                            new State.Broken(
                                    new Problem(
                                            workspace.words().of("leak.stopped"),
                                            workspace.words().of("leak.stopped.remedy"),
                                            ""));
                    case Outcome.Failed<LeakOverview.Result>(Problem problem) ->
                            new State.Broken(problem);
                });
    }

    private void become(State now) {
        state.set(now);
        Words words = workspace.words();
        step.set(
                switch (now) {
                    case State.Nothing() -> StepState.NOTHING;
                    case State.Reading _ ->
                            new StepState(StepState.Kind.RUNNING, words.of("leak.reading"));
                    case State.Read(var o) ->
                            new StepState(
                                    StepState.Kind.DONE,
                                    words.of(
                                            o.health().count() < MANY
                                                    ? "leak.count"
                                                    : "leak.count.many", // shorter
                                            Words.count(o.health().count()),
                                            Words.count(o.health().dimension())));
                    case State.Broken _ ->
                            new StepState(StepState.Kind.PROBLEM, words.of("leak.broken"));
                });
    }

    /// Another file.
    public void open(Path file) {
        wanted = Optional.empty(); // the same file again is read again
        String name = workspace.project().name(file);
        if (workspace.project().file().leak().equals(Optional.of(name))) {
            follow(workspace.projectProperty().get());
        } else {
            workspace.edit(f -> f.withLeak(name));
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

    /// Rows that were picked as targets; empty for all.
    public ObjectProperty<List<Integer>> selectedProperty() {
        return selected;
    }

    /// What was read.
    public Optional<LeakOverview.Result> overview() {
        return state.get() instanceof State.Read(var o) ? Optional.of(o) : Optional.empty();
    }

    /// The vectors.
    public Optional<VectorSet> vectors() {
        return overview().map(o -> o.leaked().vectors());
    }

    /// Names of those whose vectors these are; empty where the file names nobody.
    public Set<String> people() {
        return vectors().flatMap(VectorSet::labels).map(Set::copyOf).orElse(Set.of());
    }

    /// What a target is called: whose vector it is if that is known, else its number.
    public String nameOf(int row) {
        String number = workspace.words().of("leak.row", Words.count(row + 1L));
        return vectors()
                .filter(v -> row < v.count())
                .flatMap(v -> v.labels().or(v::ids).map(l -> l.get(row)))
                .filter(s -> !s.isEmpty())
                .orElse(number);
    }

    /// Whether an extractor can have made these vectors: by dimension, by how they spread beside
    /// its gallery where there is one, else by length.
    public Optional<Fit> fit(ModelCard card) {
        return overview()
                .map(
                        o -> {
                            VectorHealth health = o.health();
                            if (health.dimension() != card.dimension()) {
                                return Fit.NONE;
                            }
                            Optional<Boolean> same =
                                    Optional.ofNullable(kin.get().get(card.sha256()));
                            if (same.isPresent()) {
                                return same.get() ? Fit.SAME : Fit.OTHER;
                            }
                            // Vectors are often scaled to length 1 before they are stored.
                            boolean impossible = card.output().unitLength() && !health.unitLength();
                            return impossible ? Fit.DOUBTFUL : Fit.GOOD;
                        });
    }
}
