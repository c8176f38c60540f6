package revisage.window.lineup;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import revisage.lineup.AnswerLog;
import revisage.lineup.LineupFolder;
import revisage.lineup.analysis.AnswerReading;
import revisage.lineup.analysis.AnswerSources;
import revisage.lineup.analysis.LineupAnalysis;
import revisage.lineup.analysis.LineupReport;
import revisage.lineup.analysis.ReportFiles;
import revisage.lineup.analysis.Sheet;
import revisage.lineup.page.LineupPage;
import revisage.lineup.page.PageSettings;
import revisage.project.Project;
import revisage.window.Jobs.Outcome;
import revisage.window.Problem;
import revisage.window.StepState;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.work.FileException;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The visual study of a project: what it asks, its kiosk and page, and what people answered.
/// Touched by the screen's thread only.
public final class LineupModel {

    /// Where reports go in the study's folder.
    private static final String REPORT = "report";

    private static final String LOG = ".log";

    private final Workspace workspace;
    private final Kiosks kiosks;
    private final ObjectProperty<StepState> step = new SimpleObjectProperty<>(StepState.NOTHING);
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(new State.Nothing());
    private Optional<Path> project = Optional.empty();
    private boolean busy;

    /// All the screen can be.
    public sealed interface State {

        /// No study is here.
        record Nothing() implements State {}

        /// It is being read.
        record Reading() implements State {}

        /// @param answers what people answered; empty if nobody has
        /// @param problem why the answers cannot be counted
        record Open(LineupFolder study, Optional<Answers> answers, Optional<Problem> problem)
                implements State {}

        /// It cannot be read.
        record Broken(Problem problem) implements State {}
    }

    /// @param sheet everybody's
    /// @param report what they say
    public record Answers(Sheet sheet, LineupReport report) {}

    /// @param kiosks opens them
    public LineupModel(Workspace workspace, Kiosks kiosks) {
        this.workspace = workspace;
        this.kiosks = kiosks;
        workspace.projectProperty().subscribe(this::follow);
    }

    private void follow(Optional<Project> now) {
        Optional<Path> folder = now.map(Project::folder);
        if (!folder.equals(project)) {
            project = folder;
            become(new State.Nothing());
            folder.ifPresent(this::look);
        }
    }

    /// A study in the project's folder is its own.
    private void look(Path home) {
        workspace
                .jobs()
                .light(
                        _ -> studyIn(home),
                        (Outcome<Optional<Path>> outcome) -> {
                            if (outcome instanceof Outcome.Done<Optional<Path>>(var found)
                                    && project.equals(Optional.of(home))) {
                                found.ifPresent(this::open);
                            }
                        });
    }

    private static Optional<Path> studyIn(Path home) throws FileException {
        try (Stream<Path> inside = Files.list(home)) {
            return inside.filter(f -> Files.isRegularFile(f.resolve(LineupFolder.PLAN)))
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            throw FileException.of("look for a visual study", home, e);
        }
    }

    /// Opens a study and counts its answers.
    public void open(Path folder) {
        become(new State.Reading());
        String version = workspace.version();
        workspace
                .jobs()
                .light(
                        _ -> read(LineupFolder.open(folder), version),
                        (Outcome<State> outcome) ->
                                become(
                                        switch (outcome) {
                                            case Outcome.Done<State>(State read) -> read;
                                            case Outcome.Stopped<State> _ -> new State.Nothing();
                                            case Outcome.Failed<State>(Problem problem) ->
                                                    new State.Broken(problem);
                                        }));
    }

    /// A study whose answers are broken is still a study.
    private static State read(LineupFolder study, String version) throws InterruptedException {
        try {
            if (!answered(study)) {
                return new State.Open(study, Optional.empty(), Optional.empty());
            }
            Sheet sheet = new AnswerReading(study.plan()).read(new AnswerSources(study).own());
            LineupReport report = new LineupAnalysis(sheet, version).run(_ -> {});
            return new State.Open(study, Optional.of(new Answers(sheet, report)), Optional.empty());
        } catch (WorkException e) {
            return new State.Open(study, Optional.empty(), Optional.of(Problem.of(e)));
        }
    }

    /// A kiosk that nobody has answered at leaves a log without entries.
    private static boolean answered(LineupFolder study) throws WorkException {
        Path folder = study.folder().resolve(LineupFolder.ANSWERS);
        if (!Files.isDirectory(folder)) {
            return false;
        }
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(f -> f.getFileName().toString()).toList();
        } catch (IOException e) {
            throw FileException.of("list the answers", folder, e);
        }
        for (String name : names) {
            boolean log = name.endsWith(LOG) && !name.startsWith(".");
            if (log && !empty(study, name.substring(0, name.length() - LOG.length()))) {
                return true;
            }
        }
        return names.stream().anyMatch(n -> !n.startsWith(".") && !n.endsWith(LOG));
    }

    private static boolean empty(LineupFolder study, String place) throws WorkException {
        try (AnswerLog log = AnswerLog.open(study, place)) {
            return log.entries().isEmpty();
        }
    }

    private void become(State now) {
        state.set(now);
        Words words = workspace.words();
        step.set(
                switch (now) {
                    case State.Nothing() -> StepState.NOTHING;
                    case State.Reading() -> new StepState(StepState.Kind.RUNNING, "");
                    case State.Open(_, _, var problem) when problem.isPresent() -> broken(words);
                    case State.Open(_, var answers, _) ->
                            answers.map(
                                            a ->
                                                    new StepState(
                                                            StepState.Kind.DONE,
                                                            words.of(
                                                                    "lineup.done",
                                                                    a.sheet()
                                                                            .participants()
                                                                            .size())))
                                    .orElseGet(
                                            () ->
                                                    new StepState(
                                                            StepState.Kind.READY,
                                                            words.of("lineup.ready")));
                    case State.Broken _ -> broken(words);
                });
    }

    private static StepState broken(Words words) {
        return new StepState(StepState.Kind.PROBLEM, words.of("lineup.broken"));
    }

    /// The study, if one is open.
    public Optional<LineupFolder> study() {
        return state.get() instanceof State.Open(LineupFolder study, _, _)
                ? Optional.of(study)
                : Optional.empty();
    }

    /// Fills the screen with the kiosk; when it is left, its answers are counted.
    public void start(KioskOrder order) {
        if (busy) {
            return;
        }
        busy = true;
        workspace
                .jobs()
                .light(
                        _ -> AnswerLog.open(order.study(), order.place()),
                        (Outcome<AnswerLog> outcome) -> {
                            switch (outcome) {
                                case Outcome.Done<AnswerLog>(AnswerLog log) -> {
                                    step.set(
                                            new StepState(
                                                    StepState.Kind.RUNNING,
                                                    workspace.words().of("lineup.running")));
                                    kiosks.open(order, log, () -> left(order, log));
                                }
                                case Outcome.Stopped<AnswerLog> _ -> busy = false;
                                case Outcome.Failed<AnswerLog>(Problem problem) -> {
                                    busy = false;
                                    workspace.tell(problem);
                                }
                            }
                        });
    }

    private void left(KioskOrder order, AnswerLog log) {
        busy = false;
        log.close();
        open(order.study().folder());
    }

    /// Writes the study as a page.
    public void page(Path out, Optional<String> post) {
        LineupFolder study = study().orElseThrow();
        int forms = PageSettings.usualForms(study.plan());
        Words words = workspace.words();
        workspace
                .tasks()
                .<LineupPage.Written>start(
                        words.of("lineup.page.task"),
                        events ->
                                new LineupPage(
                                                study,
                                                PageSettings.of(forms, post, Optional.empty()))
                                        .write(out, events),
                        outcome ->
                                told(outcome, w -> words.of("lineup.page.done", w.forms(), out)));
    }

    /// Takes answers of a page or of another machine into the study, after they were checked with
    /// all others.
    public void bring(Path file) {
        LineupFolder study = study().orElseThrow();
        workspace
                .jobs()
                .light(
                        _ -> bring(study, file),
                        (Outcome<Integer> outcome) -> {
                            told(outcome, n -> workspace.words().of("lineup.brought", n));
                            if (outcome instanceof Outcome.Done<Integer>) {
                                open(study.folder());
                            }
                        });
    }

    private static int bring(LineupFolder study, Path file)
            throws WorkException, InterruptedException {
        var sources = new AnswerSources(study);
        Path own = study.folder().resolve(LineupFolder.ANSWERS);
        int people =
                new AnswerReading(study.plan())
                        .read(sources.read(List.of(file)))
                        .participants()
                        .size();
        Path target = own.resolve(file.getFileName().toString());
        for (int i = 2; Files.exists(target); i++) {
            target = own.resolve(i + "-" + file.getFileName());
        }
        List<Path> all = answered(study) ? List.of(own, file) : List.of(file);
        new AnswerReading(study.plan()).read(sources.read(all));
        WholeFile.write(
                "bring the answers", target, half -> Files.write(half, Files.readAllBytes(file)));
        return people;
    }

    /// Writes tables, figures and the page for reading.
    public void report() {
        if (state.get() instanceof State.Open(LineupFolder study, Optional<Answers> answers, _)
                && answers.isPresent()) {
            Path folder = study.folder().resolve(REPORT);
            Words words = workspace.words();
            var tables = workspace.engines().tables();
            workspace
                    .tasks()
                    .<Path>start(
                            words.of("lineup.report.task"),
                            _ -> {
                                ReportFiles.write(
                                        answers.get().report(),
                                        answers.get().sheet(),
                                        tables,
                                        folder);
                                return folder.resolve(ReportFiles.PAGE);
                            },
                            outcome -> told(outcome, f -> words.of("lineup.report.done", f)));
        }
    }

    private <R> void told(Outcome<R> outcome, java.util.function.Function<R, String> done) {
        switch (outcome) {
            case Outcome.Done<R>(R result) -> workspace.tell(done.apply(result));
            case Outcome.Stopped<R> _ -> {}
            case Outcome.Failed<R>(Problem problem) -> workspace.tell(problem);
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
}
