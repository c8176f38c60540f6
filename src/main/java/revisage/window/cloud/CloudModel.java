package revisage.window.cloud;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import revisage.cloud.Approval;
import revisage.cloud.CloudChoice;
import revisage.cloud.CloudEvent;
import revisage.cloud.CloudPlanException;
import revisage.cloud.EndpointException;
import revisage.cloud.Patience;
import revisage.cloud.Quote;
import revisage.cloud.Terms;
import revisage.inquiry.Inquiry;
import revisage.project.Project;
import revisage.project.ProjectFile.RunEntry;
import revisage.study.CloudAsk;
import revisage.study.SystemComparison;
import revisage.study.SystemReport;
import revisage.window.Jobs.Outcome;
import revisage.window.Problem;
import revisage.window.StepState;
import revisage.window.Task;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.window.reconstruct.ReconstructModel;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/// Looks for the rebuilt faces with a cloud, guarded. Touched by the screen's thread only.
public final class CloudModel {

    private final Workspace workspace;
    private final ReconstructModel reconstructions;
    private final CloudReports reports;
    private final LeftJobs left;
    private final ObjectProperty<StepState> step = new SimpleObjectProperty<>(StepState.NOTHING);
    private final ObjectProperty<Optional<Offer>> offer =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<SystemReport>> report =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Problem>> problem =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Task>> running =
            new SimpleObjectProperty<>(Optional.empty());
    private final RunGauge gauge;
    private final ReadOnlyBooleanWrapper preparing = new ReadOnlyBooleanWrapper();
    private String asked = "";
    private Optional<Path> shownFor = Optional.empty();

    public CloudModel(
            Workspace workspace,
            ReconstructModel reconstructions,
            CloudReports reports,
            LeftJobs left) {
        this.workspace = workspace;
        this.reconstructions = reconstructions;
        this.reports = reports;
        this.left = left;
        this.gauge = new RunGauge(workspace.words());
        workspace.projectProperty().subscribe(this::follow);
        reconstructions.runsProperty().subscribe(_ -> stand());
        reports.allProperty().subscribe(this::recall);
        left.allProperty().subscribe(_ -> stand());
    }

    /// What an earlier run of this project left.
    private void recall(SortedMap<String, SystemReport> all) {
        Optional<SystemReport> first = all.values().stream().findFirst();
        if (report.get().isEmpty() && first.isPresent()) {
            report.set(first);
        }
        stand();
    }

    private void follow(Optional<Project> project) {
        Optional<Path> folder = project.map(Project::folder);
        if (!folder.equals(shownFor)) {
            shownFor = folder;
            withdraw();
            problem.set(Optional.empty());
            report.set(Optional.empty());
            gauge.clear();
            recall(reports.allProperty().get());
        }
        stand();
    }

    /// Keys of the services there are.
    List<String> providers() {
        return workspace.engines().clouds().providers();
    }

    /// Reconstructions whose faces can be looked for.
    List<RunEntry> probes() {
        return reconstructions.runsProperty().get().stream().filter(RunEntry::finished).toList();
    }

    /// Whose pictures lie at hand, to begin with.
    Optional<Path> usualPeople() {
        return workspace
                .projectProperty()
                .get()
                .flatMap(p -> p.file().photos().map(p::resolve))
                .filter(Files::isDirectory);
    }

    /// Reads the pictures and makes the quote. Sends nothing.
    void ask(Settings settings) {
        withdraw();
        problem.set(Optional.empty());
        Project project = workspace.project();
        preparing.set(true);
        try {
            CloudChoice choice = settings.choice();
            CloudAsk ask = settings.ask(choice, project, workspace);
            Inquiry inquiry = workspace.inquiry();
            List<RunEntry> runs = probes();
            workspace
                    .tasks()
                    .start(
                            workspace.words().of("cloud.task.quote"),
                            (Consumer<? super Progress> events) ->
                                    Offer.of(ask, inquiry, runs, events),
                            this::offered);
        } catch (EndpointException e) {
            preparing.set(false);
            problem.set(Optional.of(Problem.of(e)));
        }
        stand();
    }

    private void offered(Outcome<Offer> outcome) {
        preparing.set(false);
        switch (outcome) {
            case Outcome.Done<Offer>(Offer made) -> offer.set(Optional.of(made));
            case Outcome.Stopped<Offer> _ -> {}
            case Outcome.Failed<Offer>(Problem p) -> problem.set(Optional.of(p));
        }
        stand();
    }

    /// Whether a quote is being made.
    ReadOnlyBooleanProperty preparingProperty() {
        return preparing.getReadOnlyProperty();
    }

    /// The quote by other prices, which the project keeps; sends nothing.
    ///
    /// @param changed where empty, the program's prices again
    void price(Optional<Terms> changed) {
        Offer before = offer.get().orElseThrow(() -> new IllegalStateException("no quote"));
        ProjectPrices prices = ProjectPrices.of(workspace.project());
        problem.set(Optional.empty());
        preparing.set(true);
        workspace
                .tasks()
                .start(
                        workspace.words().of("cloud.task.quote"),
                        (Consumer<? super Progress> _) -> {
                            prices.change(changed);
                            return before.priced(prices.changed());
                        },
                        this::offered);
        stand();
    }

    /// Whether the prices are not the program's.
    boolean pricesAreChanged() {
        return ProjectPrices.of(workspace.project()).changed().isPresent();
    }

    /// Takes the quote back.
    void withdraw() {
        offer.get().ifPresent(Offer::close);
        offer.set(Optional.empty());
        stand();
    }

    /// Whether these words confirm the quote.
    boolean confirmedBy(String typed) {
        return offer.get().map(o -> approval(o.quote(), typed).isPresent()).orElse(false);
    }

    private static Optional<Approval> approval(Quote quote, String typed) {
        try {
            return Optional.of(
                    quote.plan().card().simulator()
                            ? Approval.ofSimulator(quote)
                            : Approval.of(quote, new Approval.Confirmation(quote.digest(), typed)));
        } catch (CloudPlanException _) {
            return Optional.empty();
        }
    }

    /// Sends what was quoted: only with what the user has typed, where something must be.
    void send(String typed) {
        Offer confirmed = offer.get().orElseThrow(() -> new IllegalStateException("no quote"));
        Approval approval =
                approval(confirmed.quote(), typed)
                        .orElseThrow(() -> new IllegalStateException("not confirmed"));
        asked = confirmed.quote().plan().card().label();
        offer.set(Optional.empty());
        problem.set(Optional.empty());
        gauge.clear();
        Work<CloudEvent, SystemComparison.Result> work = events -> run(confirmed, approval, events);
        running.set(
                Optional.of(
                        workspace
                                .tasks()
                                .start(
                                        workspace.words().of("cloud.task.run", asked),
                                        work,
                                        this::told,
                                        this::ended)));
        stand();
    }

    private SystemComparison.Result run(
            Offer confirmed, Approval approval, Consumer<? super CloudEvent> events)
            throws WorkException, InterruptedException {
        try (confirmed) {
            var answers =
                    confirmed
                            .study()
                            .run(
                                    approval,
                                    confirmed.service(),
                                    Patience.USUAL,
                                    gauge.untilGoOn(),
                                    events);
            return confirmed
                    .study()
                    .compare(
                            answers,
                            confirmed.study().folder(),
                            p -> events.accept(new CloudEvent.Stage(p)));
        }
    }

    private void told(Task task, CloudEvent event) {
        gauge.told(task, event);
        stand();
    }

    private void ended(Outcome<SystemComparison.Result> outcome) {
        running.set(Optional.empty());
        gauge.ended();
        left.read();
        switch (outcome) {
            case Outcome.Done<SystemComparison.Result>(var result) -> {
                report.set(Optional.of(result.report()));
                reports.read();
                workspace.tell(workspace.words().of("cloud.ended"));
            }
            case Outcome.Stopped<SystemComparison.Result> _ ->
                    workspace.tell(workspace.words().of("cloud.stopped"));
            case Outcome.Failed<SystemComparison.Result>(Problem p) -> problem.set(Optional.of(p));
        }
        stand();
    }

    /// After a pause.
    void goOn() {
        gauge.goOn();
        stand();
    }

    /// Asks the run to stop; the same quote goes on with it.
    void stop() {
        running.get().ifPresent(Task::stop);
    }

    private void stand() {
        Words words = workspace.words();
        step.set(
                running.get().isPresent()
                        ? gauge.pausedProperty().get().isPresent()
                                ? new StepState(
                                        StepState.Kind.PROBLEM, words.of("cloud.step.paused"))
                                : new StepState(
                                        StepState.Kind.RUNNING,
                                        gauge.meterProperty()
                                                .get()
                                                .map(
                                                        m ->
                                                                words.of(
                                                                        "cloud.step.calls",
                                                                        Words.count(m.calls())))
                                                .orElse(""))
                        : problem.get().isPresent()
                                ? new StepState(StepState.Kind.PROBLEM, "")
                                : !left.allProperty().get().isEmpty()
                                        ? new StepState(
                                                StepState.Kind.PROBLEM, words.of("cloud.step.left"))
                                        : report.get().isPresent()
                                                ? new StepState(
                                                        StepState.Kind.DONE,
                                                        words.of("cloud.step.done", runs()))
                                                : probes().isEmpty()
                                                        ? StepState.NOTHING
                                                        : new StepState(
                                                                StepState.Kind.READY,
                                                                words.of("cloud.step.ready")));
    }

    /// Runs that have answered.
    private int runs() {
        return Math.max(1, reports.allProperty().get().size());
    }

    /// What is being asked, for people.
    String asked() {
        return asked;
    }

    /// How the step stands.
    public ReadOnlyObjectProperty<StepState> stepProperty() {
        return step;
    }

    /// What lies before the user.
    ReadOnlyObjectProperty<Optional<Offer>> offerProperty() {
        return offer;
    }

    /// How the run stands.
    RunGauge gauge() {
        return gauge;
    }

    /// Runs that have not come to their end.
    LeftJobs left() {
        return left;
    }

    /// The run, while it goes on.
    ReadOnlyObjectProperty<Optional<Task>> runningProperty() {
        return running;
    }

    /// What the runs of this project have found, by their folders' names.
    ReadOnlyObjectProperty<SortedMap<String, SystemReport>> reportsProperty() {
        return reports.allProperty();
    }

    /// What came back last.
    public ReadOnlyObjectProperty<Optional<SystemReport>> reportProperty() {
        return report;
    }

    /// What went wrong.
    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem;
    }
}
