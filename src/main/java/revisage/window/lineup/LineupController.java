package revisage.window.lineup;

import atlantafx.base.theme.Styles;

import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;

import revisage.chart.Figure;
import revisage.chart.FigureFormat;
import revisage.chart.Width;
import revisage.lineup.Forms;
import revisage.lineup.LineupFolder;
import revisage.lineup.LineupPlan;
import revisage.lineup.Questionnaire;
import revisage.lineup.analysis.LineupFigures;
import revisage.lineup.analysis.LineupReport;
import revisage.lineup.analysis.LineupReport.MethodReport;
import revisage.window.Chooser;
import revisage.window.Command;
import revisage.window.Icons;
import revisage.window.Jobs.Outcome;
import revisage.window.Latest;
import revisage.window.Named;
import revisage.window.Notes;
import revisage.window.Screen;
import revisage.window.ScreenView;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.window.lineup.LineupModel.State;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Joins `lineup.fxml` to [LineupModel].
public final class LineupController implements Screen {

    private static final int MOST_MACHINES = 50;

    /// Names of the figures of a report, by their files.
    private static final Map<String, String> NAMES =
            Map.of(
                    "figure-7", "lineup.figure.7",
                    "figure-7-participants", "lineup.figure.7.participants",
                    "calibration", "lineup.figure.calibration",
                    "judges", "lineup.figure.judges");

    private final LineupModel model;
    private final Workspace workspace;
    private final Chooser chooser;
    private final Latest drawing;
    private final PreviewPane previews;
    private final ImageView drawn = new ImageView();
    private final ScreenView view;
    private Map<String, Figure> figures = Map.of();
    private Optional<Questionnaire> form = Optional.empty();
    private int place;

    @FXML private VBox problem;
    @FXML private VBox nothing;
    @FXML private Label nothingText;
    @FXML private Node full;
    @FXML private Label title;
    @FXML private Label facts;
    @FXML private Label where;
    @FXML private Button previous;
    @FXML private Button next;
    @FXML private VBox preview;
    @FXML private TextField code;
    @FXML private Spinner<Integer> machine;
    @FXML private Spinner<Integer> machines;
    @FXML private Button start;
    @FXML private Label runNote;
    @FXML private TextField post;
    @FXML private ComboBox<String> figure;
    @FXML private Button report;
    @FXML private Label people;
    @FXML private Label one;
    @FXML private TableView<MethodReport> table;
    @FXML private VBox paper;

    @SuppressWarnings("NullAway.Init") // FXMLLoader fills the fields before initialize()
    public LineupController(LineupModel model, Workspace workspace, Chooser chooser) {
        this.model = model;
        this.workspace = workspace;
        this.chooser = chooser;
        this.drawing = new Latest(workspace.jobs());
        this.previews = new PreviewPane(workspace);
        this.view = new ScreenView(this, "lineup", model.stepProperty(), workspace);
    }

    @Override
    public ScreenView view() {
        return view;
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of(workspace.words().of("lineup.open"), this::open));
    }

    @FXML
    void initialize() {
        Words words = workspace.words();
        start.getStyleClass().add(Styles.ACCENT);
        Icons.name(previous, words.of("lineup.preview.previous"));
        Icons.name(next, words.of("lineup.preview.next"));
        machine.setValueFactory(new IntegerSpinnerValueFactory(1, MOST_MACHINES, 1));
        machines.setValueFactory(new IntegerSpinnerValueFactory(1, MOST_MACHINES, 1));
        machine.valueProperty().subscribe(_ -> runNote());
        machines.valueProperty().subscribe(_ -> runNote());
        code.textProperty().subscribe(_ -> runNote());
        MethodTable.install(table, words);
        table.setPlaceholder(new Label(words.of("lineup.answers.none")));
        figure.setConverter(
                new Named<>(name -> words.of(NAMES.getOrDefault(name, "lineup.figure"))));
        figure.valueProperty().subscribe(_ -> draw());
        drawn.setPreserveRatio(true);
        drawn.setSmooth(true);
        paper.getChildren().add(drawn);
        paper.widthProperty().subscribe(_ -> fit());
        workspace.coveredProperty().subscribe(_ -> preview());
        model.stateProperty().subscribe(this::show);
    }

    private void show(State state) {
        Words words = workspace.words();
        boolean on = state instanceof State.Open;
        ScreenView.show(full, on);
        ScreenView.show(nothing, !on);
        Notes.put(problem, Optional.empty());
        switch (state) {
            case State.Nothing() -> nothingText.setText(words.of("lineup.nothing"));
            case State.Reading() -> nothingText.setText(words.of("lineup.reading"));
            case State.Broken(var p) -> {
                nothingText.setText(words.of("lineup.nothing"));
                Notes.put(problem, Optional.of(Notes.of(p, words)));
            }
            case State.Open open -> {
                open.problem().ifPresent(p -> Notes.put(problem, Optional.of(Notes.of(p, words))));
                fill(open);
            }
        }
    }

    private void fill(State.Open open) {
        Words words = workspace.words();
        LineupPlan plan = open.study().plan();
        var forms = new Forms(plan);
        title.setText(plan.title());
        facts.setText(
                words.of(
                        "lineup.facts",
                        plan.methods().size(),
                        plan.questions(),
                        plan.checks().size(),
                        plan.k(),
                        Math.round(100 * plan.absentShare()),
                        forms.minutes(),
                        String.join(", ", plan.languages()),
                        plan.targets().size(),
                        plan.cycle()));
        form = Optional.of(forms.questionnaire(0, "preview", plan.languages().getFirst()));
        place = Math.min(place, form.get().screens().size() - 1);
        preview();
        runNote();
        answers(open.answers());
    }

    private void answers(Optional<LineupModel.Answers> answers) {
        Words words = workspace.words();
        report.setDisable(answers.isEmpty());
        figure.setVisible(answers.isPresent());
        Optional<LineupReport> told = answers.map(LineupModel.Answers::report);
        people.setText(told.map(this::people).orElse(words.of("lineup.answers.none")));
        one.setText(told.map(this::oneNumber).orElse(""));
        one.setManaged(told.isPresent());
        table.setItems(
                FXCollections.observableArrayList(
                        told.map(LineupReport::methods).orElse(List.of())));
        figures = told.map(r -> new LineupFigures(r).all()).orElse(Map.of());
        String before = figure.getValue();
        figure.setItems(FXCollections.observableArrayList(figures.keySet()));
        figure.setValue(
                before != null && figures.containsKey(before)
                        ? before
                        : figures.keySet().stream().findFirst().orElse(null));
        paper.setVisible(!figures.isEmpty());
        draw();
    }

    private String people(LineupReport told) {
        Words words = workspace.words();
        LineupReport.People p = told.people();
        String all = words.of("lineup.people", p.participants(), p.counted(), p.withdrew());
        if (p.excluded().isEmpty()) {
            return all;
        }
        String why =
                p.excluded().entrySet().stream()
                        .map(e -> e.getValue() + " (" + e.getKey() + ")")
                        .collect(Collectors.joining(", "));
        return all + " " + words.of("lineup.people.excluded", why);
    }

    /// Of the method that endangers most.
    private String oneNumber(LineupReport told) {
        Words words = workspace.words();
        return told.methods().stream()
                .filter(m -> m.together().isPresent())
                .max(
                        java.util.Comparator.comparingDouble(
                                m -> m.together().map(t -> t.product()).orElse(0.0)))
                .flatMap(
                        m ->
                                m.together()
                                        .map(
                                                t ->
                                                        words.of(
                                                                "lineup.one",
                                                                Math.round(100 * t.product()),
                                                                t.interval()
                                                                        .map(
                                                                                i ->
                                                                                        range(
                                                                                                i
                                                                                                        .low(),
                                                                                                i
                                                                                                        .high()))
                                                                        .orElse(""),
                                                                m.label())))
                .orElseGet(() -> words.of("lineup.one.none"));
    }

    private static String range(double low, double high) {
        return " (" + Math.round(100 * low) + " to " + Math.round(100 * high) + ")";
    }

    // ---- preview ----

    private void preview() {
        Optional<LineupFolder> study = model.study();
        if (form.isEmpty() || study.isEmpty()) {
            return;
        }
        Questionnaire shown = form.get();
        where.setText(
                workspace
                        .words()
                        .of(
                                "lineup.preview.where",
                                place + 1,
                                shown.screens().size(),
                                shown.form() + 1));
        previous.setDisable(place == 0);
        next.setDisable(place == shown.screens().size() - 1);
        preview.getChildren().setAll(previews.of(study.get(), shown, place));
    }

    @FXML
    void previous() {
        place--;
        preview();
    }

    @FXML
    void next() {
        place++;
        preview();
    }

    // ---- kiosk, page, answers ----

    private void runNote() {
        Words words = workspace.words();
        boolean ready = code.getText().length() >= KioskOrder.LEAST_CODE;
        boolean possible = machine.getValue() <= machines.getValue();
        start.setDisable(!ready || !possible);
        runNote.setText(
                ready
                        ? words.of(
                                "lineup.start.note", LineupFolder.ANSWERS + "/" + kiosk() + ".log")
                        : words.of("lineup.start.code"));
    }

    private String kiosk() {
        return "kiosk-" + machine.getValue();
    }

    @FXML
    void start() {
        model.study()
                .ifPresent(
                        study ->
                                model.start(
                                        new KioskOrder(
                                                study,
                                                kiosk(),
                                                machine.getValue() - 1,
                                                machines.getValue(),
                                                code.getText())));
    }

    @FXML
    void open() {
        chooser.folder(workspace.words().of("lineup.choose")).ifPresent(model::open);
    }

    @FXML
    void page() {
        chooser.folder(workspace.words().of("lineup.page.choose"))
                .ifPresent(
                        folder ->
                                model.page(
                                        folder.resolve("page"),
                                        Optional.of(post.getText().strip())
                                                .filter(address -> !address.isEmpty())));
    }

    @FXML
    void bring() {
        chooser.file(workspace.words().of("lineup.bring.choose"), List.of("json", "log"))
                .ifPresent(model::bring);
    }

    @FXML
    void report() {
        model.report();
    }

    // ---- the figure ----

    private void draw() {
        Optional<Figure> wanted = Optional.ofNullable(figure.getValue()).map(figures::get);
        if (wanted.isEmpty()) {
            drawn.setImage(null);
            return;
        }
        Figure chosen = wanted.get();
        drawing.ask(
                _ -> new Image(new ByteArrayInputStream(FigureFormat.PNG.of(chosen, Width.FULL))),
                (Outcome<Image> outcome) -> {
                    if (outcome instanceof Outcome.Done<Image>(Image image)) {
                        drawn.setImage(image);
                        fit();
                    }
                });
    }

    private void fit() {
        drawn.setFitWidth(Math.clamp(paper.getWidth() - 48, 80, 680));
    }
}
