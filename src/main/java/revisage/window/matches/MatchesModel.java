package revisage.window.matches;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

import revisage.project.Project;
import revisage.project.ProjectFile;
import revisage.project.ProjectFile.GalleryEntry;
import revisage.project.ProjectFile.RunEntry;
import revisage.store.MatchRow;
import revisage.study.PhotoRule;
import revisage.study.RunMatching;
import revisage.window.Jobs.Outcome;
import revisage.window.Problem;
import revisage.window.StepState;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.window.extractors.ExtractorNames;
import revisage.window.extractors.ExtractorsModel;
import revisage.window.gallery.GalleryModel;
import revisage.window.leak.LeakModel;
import revisage.window.reconstruct.ReconstructModel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whom the galleries take the reconstructions for. Touched by the screen's thread only.
public final class MatchesModel {

    /// Candidates that are worked out; a slider shows fewer.
    public static final int MOST = 50;

    private final Workspace workspace;
    private final LeakModel leak;
    private final ExtractorsModel extractors;
    private final GalleryModel galleries;
    private final ReconstructModel reconstructions;
    private final ObjectProperty<StepState> step = new SimpleObjectProperty<>(StepState.NOTHING);
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(new State.Missing(""));
    private final ObjectProperty<Optional<RunEntry>> run =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<GalleryEntry>> gallery =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<PhotoRule> rule = new SimpleObjectProperty<>(PhotoRule.TYPE_II);
    private final IntegerProperty k = new SimpleIntegerProperty(10);
    private final Map<Asked, RunMatching.Result> answers = new HashMap<>();
    private final Map<Asked, Problem> failures = new HashMap<>();
    private final Set<Asked> asking = new HashSet<>();
    private int finished;

    /// What one answer is for.
    private record Asked(String folder, String run, String gallery) {}

    /// All the screen can be.
    public sealed interface State {

        /// Something must come first.
        record Missing(String why) implements State {}

        /// The gallery is being asked.
        record Asking() implements State {}

        /// It has answered.
        record Answered(RunMatching.Result result) implements State {}

        /// It could not.
        record Broken(Problem problem) implements State {}
    }

    public MatchesModel(
            Workspace workspace,
            LeakModel leak,
            ExtractorsModel extractors,
            GalleryModel galleries,
            ReconstructModel reconstructions) {
        this.workspace = workspace;
        this.leak = leak;
        this.extractors = extractors;
        this.galleries = galleries;
        this.reconstructions = reconstructions;
        workspace.projectProperty().subscribe(this::follow);
    }

    private void follow(Optional<Project> project) {
        Optional<ProjectFile> file = project.map(Project::file);
        project.ifPresent(
                p -> {
                    k.set(Math.clamp(p.file().place().k(), 1, MOST));
                    rule.set(workspace.inquiry().rule());
                });
        List<RunEntry> runs =
                file.map(f -> f.runs().stream().filter(RunEntry::finished).toList())
                        .orElse(List.of());
        boolean newer = runs.size() > finished;
        finished = runs.size();
        run.set(
                run.get()
                        .filter(_ -> !newer)
                        .flatMap(
                                r ->
                                        runs.stream()
                                                .filter(e -> e.folder().equals(r.folder()))
                                                .findFirst())
                        .or(() -> runs.isEmpty() ? Optional.empty() : Optional.of(runs.getLast())));
        List<GalleryEntry> all = file.map(ProjectFile::galleries).orElse(List.of());
        gallery.set(
                gallery.get()
                        .filter(all::contains)
                        .or(() -> all.stream().filter(g -> !galleries.sameModel(g)).findFirst())
                        .or(() -> all.stream().findFirst()));
        stand();
    }

    private Optional<Asked> asked() {
        return workspace
                .projectProperty()
                .get()
                .flatMap(
                        p ->
                                run.get()
                                        .flatMap(
                                                r ->
                                                        gallery.get()
                                                                .map(
                                                                        g ->
                                                                                new Asked(
                                                                                        p.folder()
                                                                                                .toString(),
                                                                                        r.folder(),
                                                                                        g
                                                                                                .folder()))));
    }

    private void stand() {
        Words words = workspace.words();
        Optional<Asked> asked = asked();
        if (asked.isEmpty()) {
            state.set(
                    new State.Missing(
                            words.of(
                                    run.get().isEmpty()
                                            ? "matches.missing.run"
                                            : "matches.missing.gallery")));
            step.set(StepState.NOTHING);
            return;
        }
        Optional<RunMatching.Result> answer = Optional.ofNullable(answers.get(asked.get()));
        Optional<Problem> failure = Optional.ofNullable(failures.get(asked.get()));
        State now =
                answer.<State>map(State.Answered::new)
                        .or(() -> failure.map(State.Broken::new))
                        .orElseGet(State.Asking::new);
        if (!now.equals(state.get())) {
            state.set(now);
        }
        step.set(
                switch (now) {
                    case State.Missing _ -> StepState.NOTHING;
                    case State.Asking() ->
                            asking.contains(asked.get())
                                    ? new StepState(
                                            StepState.Kind.RUNNING, words.of("matches.asking"))
                                    : new StepState(
                                            StepState.Kind.READY, words.of("matches.ready"));
                    case State.Answered _ ->
                            new StepState(StepState.Kind.DONE, words.of("matches.done"));
                    case State.Broken _ ->
                            new StepState(StepState.Kind.PROBLEM, words.of("matches.broken"));
                });
    }

    /// Looks at this run from now on.
    public void choose(RunEntry other) {
        run.set(Optional.of(other));
        ask();
    }

    /// Asks this gallery from now on.
    public void choose(GalleryEntry other) {
        gallery.set(Optional.of(other));
        ask();
    }

    /// Asks the gallery, if it was not asked yet.
    public void ask() {
        Optional<Asked> asked = asked();
        if (asked.isEmpty() || answers.containsKey(asked.get()) || asking.contains(asked.get())) {
            stand();
            return;
        }
        Project project = workspace.project();
        RunEntry chosen = run.get().orElseThrow();
        GalleryEntry enrolled = gallery.get().orElseThrow();
        asking.add(asked.get());
        failures.remove(asked.get());
        stand();
        workspace
                .tasks()
                .start(
                        workspace.words().of("matches.task", galleries.nameOf(enrolled)),
                        new RunMatching(
                                project.resolve(chosen.folder()),
                                project.resolve(enrolled.folder()),
                                project.resolve(enrolled.extractor()),
                                MOST,
                                workspace.cutting(),
                                workspace.engines()),
                        outcome -> ended(asked.get(), outcome));
    }

    private void ended(Asked asked, Outcome<RunMatching.Result> outcome) {
        asking.remove(asked);
        switch (outcome) {
            case Outcome.Done<RunMatching.Result>(var result) -> answers.put(asked, result);
            case Outcome.Stopped<RunMatching.Result> _ ->
                    failures.put(
                            asked,
                            new Problem(
                                    workspace.words().of("matches.stopped"),
                                    workspace.words().of("matches.stopped.remedy"),
                                    ""));
            case Outcome.Failed<RunMatching.Result>(Problem problem) ->
                    failures.put(asked, problem);
        }
        stand();
    }

    /// The candidates for a target, best first; not more than K.
    public List<MatchRow> candidates(int row) {
        return all(row).stream().limit(k.get()).toList();
    }

    /// All candidates that were worked out for a target.
    public List<MatchRow> all(int row) {
        if (!(state.get() instanceof State.Answered(var result))) {
            return List.of();
        }
        return result.of(rule.get(), idOf(row));
    }

    /// The id under which a target stands in tables.
    private String idOf(int row) {
        Optional<List<String>> ids = leak.vectors().flatMap(v -> v.ids());
        if (ids.isPresent() && row < ids.get().size()) {
            return ids.get().get(row);
        }
        // Without ids a run numbers its targets.
        int place =
                run.get()
                        .map(r -> r.targets().isEmpty() ? row : r.targets().indexOf(row))
                        .orElse(row);
        return Integer.toString(place);
    }

    /// Which reconstruction.
    public ReadOnlyObjectProperty<Optional<RunEntry>> runProperty() {
        return run;
    }

    /// Which gallery.
    public ReadOnlyObjectProperty<Optional<GalleryEntry>> galleryProperty() {
        return gallery;
    }

    /// Whether source photos may be found.
    public ReadOnlyObjectProperty<PhotoRule> ruleProperty() {
        return rule;
    }

    /// Chooses whether they may, here and wherever rates are measured; the project keeps it.
    public void choose(PhotoRule other) {
        workspace.note(f -> f.withTypeI(other == PhotoRule.TYPE_I));
    }

    /// Candidates shown.
    public IntegerProperty kProperty() {
        return k;
    }

    /// Keeps K in the project.
    public void rememberK() {
        if (workspace.projectProperty().get().isPresent()) {
            workspace.note(
                    f ->
                            f.at(
                                    new ProjectFile.Place(
                                            f.place().screen(), f.place().target(), k.get())));
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

    /// The galleries beside this.
    public GalleryModel galleries() {
        return galleries;
    }

    /// The reconstructions before this.
    public ReconstructModel reconstructions() {
        return reconstructions;
    }

    /// The matcher's name.
    public String matcher() {
        return gallery.get()
                .flatMap(g -> extractors.named(g.extractor()))
                .map(e -> ExtractorNames.of(e, extractors.entries()))
                .orElse("");
    }
}
