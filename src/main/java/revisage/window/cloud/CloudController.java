package revisage.window.cloud;

import atlantafx.base.theme.Styles;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import revisage.cloud.CloudEvent;
import revisage.cloud.Endpoint;
import revisage.cloud.Quote;
import revisage.study.SystemReport;
import revisage.window.Choice;
import revisage.window.Chooser;
import revisage.window.Icons;
import revisage.window.Notes;
import revisage.window.Screen;
import revisage.window.ScreenView;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.work.Progress;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Joins `cloud.fxml` to [CloudModel].
public final class CloudController implements Screen {

    private final CloudModel model;
    private final Workspace workspace;
    private final Chooser chooser;
    private final ScreenView view;
    private final QuotePane quote;
    private final ResultsPane results;
    private Optional<Path> people = Optional.empty();

    @FXML private ComboBox<String> service;
    @FXML private TextField region;
    @FXML private TextField profile;
    @FXML private TextField endpoint;
    @FXML private TextField rate;
    @FXML private TextField spare;
    @FXML private Label folder;
    @FXML private Button choosePeopleButton;
    @FXML private Label probes;
    @FXML private TextField whose;
    @FXML private CheckBox optedOut;
    @FXML private Label askWhy;
    @FXML private Button ask;
    @FXML private VBox nothing;
    @FXML private VBox problem;
    @FXML private VBox left;
    @FXML private VBox offer;
    @FXML private ScrollPane outcome;
    @FXML private VBox run;
    @FXML private VBox found;
    @FXML private VBox pause;
    @FXML private Button goOn;
    @FXML private Label running;
    @FXML private Label stage;
    @FXML private Label calls;
    @FXML private Label cost;
    @FXML private ProgressBar stageBar;
    @FXML private ProgressBar callBar;
    @FXML private ProgressBar costBar;

    @SuppressWarnings("NullAway.Init") // FXMLLoader fills the fields before initialize()
    public CloudController(CloudModel model, Workspace workspace, Chooser chooser) {
        this.model = model;
        this.workspace = workspace;
        this.chooser = chooser;
        this.quote = new QuotePane(model, workspace);
        this.results = new ResultsPane(workspace);
        this.view = new ScreenView(this, "cloud", model.stepProperty(), workspace);
    }

    @Override
    public ScreenView view() {
        return view;
    }

    @Override
    public void shown() {
        if (people.isEmpty()) {
            people = model.usualPeople();
        }
        ready();
    }

    @FXML
    void initialize() {
        Words words = workspace.words();
        ask.getStyleClass().add(Styles.ACCENT);
        choosePeopleButton.setGraphic(Icons.of("fth-folder"));
        goOn.getStyleClass().add(Styles.ACCENT);
        var services = new Choice<>(service, Settings::nameOf, (String _) -> ready());
        services.offer(model.providers(), model.providers().stream().findFirst());
        whose.textProperty().subscribe(_ -> ready());
        List.of(endpoint, rate, spare).forEach(f -> f.textProperty().subscribe(_ -> ready()));
        offer.getChildren().setAll(quote);
        found.getChildren().setAll(results);
        var leftNotes = new LeftPane(model, model.left(), words);
        left.getChildren().setAll(leftNotes);
        left.managedProperty().bind(leftNotes.managedProperty());
        VBox.setVgrow(results, Priority.ALWAYS);
        model.offerProperty().subscribe(_ -> arrange());
        model.runningProperty().subscribe(_ -> arrange());
        model.reportProperty().subscribe(this::show);
        model.reportsProperty().subscribe(_ -> show(model.reportProperty().get()));
        model.problemProperty()
                .subscribe(p -> Notes.put(problem, p.map(one -> Notes.of(one, words))));
        model.gauge().meterProperty().subscribe(m -> m.ifPresent(this::show));
        model.gauge().stageProperty().subscribe(this::showStage);
        model.gauge().pausedProperty().subscribe(this::showPause);
        model.stepProperty().subscribe(_ -> ready());
        model.preparingProperty().subscribe(_ -> ready());
        workspace
                .projectProperty()
                .subscribe(
                        _ -> {
                            people = model.usualPeople();
                            ready();
                        });
    }

    /// What is chosen so far.
    private void ready() {
        Words words = workspace.words();
        int runs = model.probes().size();
        folder.setText(
                people.map(p -> Words.name(p.toString())).orElse(words.of("cloud.people.none")));
        probes.setText(runs == 0 ? words.of("cloud.probes.none") : words.of("cloud.probes", runs));
        boolean real = !Endpoint.isSimulators(endpoint.getText());
        boolean asking = model.runningProperty().get().isPresent();
        Optional<String> missing =
                asking
                        ? Optional.of("cloud.missing.end")
                        : people.isEmpty()
                                ? Optional.of("cloud.missing.people")
                                : runs == 0
                                        ? Optional.of("cloud.missing.probes")
                                        : real && whose.getText().isBlank()
                                                ? Optional.of("cloud.missing.whose")
                                                : misread();
        askWhy.setText(words.of(missing.orElse("cloud.ask.why")));
        ask.setDisable(
                service.getValue() == null
                        || missing.isPresent()
                        || model.preparingProperty().get());
        arrange();
    }

    /// What is wrong with the numbers typed.
    private Optional<String> misread() {
        if (!rate.getText().isBlank() && number(rate).stream().noneMatch(r -> r > 0)) {
            return Optional.of("cloud.missing.rate");
        }
        boolean some = number(spare).stream().anyMatch(s -> s >= 0 && s <= 100 * Quote.MOST_SPARE);
        return spare.getText().isBlank() || some
                ? Optional.empty()
                : Optional.of("cloud.missing.spare");
    }

    private static OptionalDouble number(TextField field) {
        try {
            double number = Double.parseDouble(field.getText().strip());
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    private OptionalDouble spareShare() {
        OptionalDouble percent = number(spare);
        return percent.isPresent()
                ? OptionalDouble.of(percent.getAsDouble() / 100)
                : OptionalDouble.empty();
    }

    private void arrange() {
        boolean offered = model.offerProperty().get().isPresent();
        boolean runs = model.runningProperty().get().isPresent();
        running.setText(workspace.words().of("cloud.task.run", model.asked()));
        boolean done = model.reportProperty().get().isPresent() && !offered && !runs;
        ScreenView.show(offer, offered);
        ScreenView.show(outcome, runs || done);
        ScreenView.show(run, runs);
        ScreenView.show(found, done);
        ScreenView.show(nothing, !offered && !runs && !done);
    }

    @FXML
    void choosePeople() {
        chooser.folder(workspace.words().of("cloud.people.choose"))
                .ifPresent(
                        chosen -> {
                            people = Optional.of(chosen);
                            ready();
                        });
    }

    @FXML
    void ask() {
        people.ifPresent(
                folderOfPeople ->
                        model.ask(
                                new Settings(
                                        service.getValue(),
                                        region.getText(),
                                        profile.getText(),
                                        endpoint.getText(),
                                        number(rate),
                                        spareShare(),
                                        folderOfPeople,
                                        whose.getText(),
                                        optedOut.isSelected())));
    }

    @FXML
    void goOn() {
        model.goOn();
    }

    @FXML
    void stop() {
        model.stop();
    }

    private void show(CloudEvent.Meter meter) {
        Words words = workspace.words();
        calls.setText(
                words.of("cloud.calls", Words.count(meter.calls()), Words.count(meter.cap())));
        callBar.setProgress((double) meter.calls() / meter.cap());
        cost.setText(
                words.of(
                        "cloud.cost",
                        Quote.amount(meter.spent()),
                        Quote.amount(meter.highest()),
                        meter.currency()));
        double most = meter.highest().doubleValue();
        costBar.setProgress(most > 0 ? meter.spent().doubleValue() / most : 0);
    }

    private void showStage(Optional<Progress> now) {
        stage.setText(
                now.map(
                                p ->
                                        p.total() == 0
                                                ? p.stage()
                                                : workspace
                                                        .words()
                                                        .of(
                                                                "task.stage",
                                                                p.stage(),
                                                                Words.count(p.done()),
                                                                Words.count(p.total()),
                                                                p.unit()))
                        .orElse(""));
        stageBar.setProgress(
                now.filter(p -> p.total() > 0)
                        .map(p -> (double) p.done() / p.total())
                        .orElse(ProgressBar.INDETERMINATE_PROGRESS));
    }

    private void showPause(Optional<CloudEvent.Paused> why) {
        Notes.put(pause, why.map(w -> Notes.of(Notes.Kind.WARNING, w.why() + " " + w.remedy())));
        ScreenView.show(goOn, why.isPresent());
        ScreenView.show(stageBar, why.isEmpty()); // nothing moves while it waits
    }

    private void show(Optional<SystemReport> report) {
        arrange();
        report.ifPresent(r -> results.show(model.reportsProperty().get(), r));
    }
}
