package revisage.window.risk;

import atlantafx.base.theme.Styles;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

import revisage.chart.ChartSpec;
import revisage.chart.ScreenChart;
import revisage.measure.Counting;
import revisage.study.SweepFigures;
import revisage.study.SweepLine;
import revisage.study.SweepReport;
import revisage.window.ChartPane;
import revisage.window.Choice;
import revisage.window.Command;
import revisage.window.Notes;
import revisage.window.OneOfTwo;
import revisage.window.Screen;
import revisage.window.ScreenView;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.window.risk.RiskModel.State;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/// Joins `risk.fxml` to [RiskModel].
public final class RiskController implements Screen {

    private final RiskModel model;
    private final Workspace workspace;
    private final HeatMap heat = new HeatMap();
    private final ScreenView view;
    private List<Integer> ks = List.of(1);
    private List<Integer> ns = List.of(1);
    private Choice<String> whichMatcher;
    private Choice<String> whichMethod;
    private boolean filling;
    private OneOfTwo whom;
    private OneOfTwo which;

    @FXML private Node full;
    @FXML private VBox nothing;
    @FXML private Label nothingText;
    @FXML private Button measure;
    @FXML private VBox problem;
    @FXML private Label sentence;
    @FXML private Label conditions;
    @FXML private ComboBox<String> matcher;
    @FXML private ComboBox<String> method;
    @FXML private ToggleButton pictures;
    @FXML private ToggleButton people;
    @FXML private ToggleButton right;
    @FXML private ToggleButton wrong;
    @FXML private Slider kSlider;
    @FXML private Slider nSlider;
    @FXML private Label kValue;
    @FXML private Label nValue;
    @FXML private ChartPane overK;
    @FXML private ChartPane overN;
    @FXML private VBox heatPanel;
    @FXML private Label heatNote;
    @FXML private TableView<SweepLine.Magnet> magnets;
    @FXML private Label magnetNote;
    @FXML private Button again;

    @SuppressWarnings("NullAway.Init") // FXMLLoader fills the fields before initialize()
    public RiskController(RiskModel model, Workspace workspace) {
        this.model = model;
        this.workspace = workspace;
        this.view = new ScreenView(this, "risk", model.stepProperty(), workspace);
    }

    @Override
    public ScreenView view() {
        return view;
    }

    @Override
    public void shown() {
        if (model.stateProperty().get() instanceof State.Ready) {
            model.measure(); // cheap, and what one came for
        }
    }

    @FXML
    void initialize() {
        Words words = workspace.words();
        measure.getStyleClass().add(Styles.ACCENT);
        whom = new OneOfTwo(pictures, people, this::draw);
        which = new OneOfTwo(right, wrong, this::draw);
        whichMatcher = new Choice<>(matcher, m -> m, _ -> draw());
        whichMethod = new Choice<>(method, m -> m, _ -> draw());
        overK.install(workspace);
        overN.install(workspace);
        overK.setTips(this::tip);
        overN.setTips(this::tip);
        overK.setOnChosen(k -> kSlider.setValue(nearest(ks, k)));
        overN.setOnChosen(n -> nSlider.setValue(nearest(ns, n)));
        kSlider.valueProperty().subscribe(_ -> cursor());
        nSlider.valueProperty().subscribe(_ -> cursor());
        heatPanel.getChildren().add(1, heat);
        magnets.getColumns()
                .setAll(
                        List.of(
                                column(
                                        "risk.magnet.person",
                                        190,
                                        m -> m.person().replace('_', ' ')),
                                column("risk.magnet.probes", 110, m -> Words.count(m.probes()))));
        magnets.setPlaceholder(new Label(words.of("risk.magnet.none")));
        model.stateProperty().subscribe(this::show);
    }

    private static int nearest(List<Integer> values, double value) {
        int best = 0;
        for (int i = 1; i < values.size(); i++) {
            if (Math.abs(values.get(i) - value) < Math.abs(values.get(best) - value)) {
                best = i;
            }
        }
        return best;
    }

    private TableColumn<SweepLine.Magnet, String> column(
            String key, double width, java.util.function.Function<SweepLine.Magnet, String> text) {
        var column = new TableColumn<SweepLine.Magnet, String>(workspace.words().of(key));
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(text.apply(c.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    private void show(State state) {
        Words words = workspace.words();
        boolean on = state instanceof State.Measured;
        ScreenView.show(full, on);
        ScreenView.show(nothing, !on);
        Notes.put(problem, Optional.empty());
        measure.setVisible(state instanceof State.Ready || state instanceof State.Broken);
        switch (state) {
            case State.Missing(String why) -> nothingText.setText(why);
            case State.Ready() -> nothingText.setText(words.of("risk.nothing"));
            case State.Measuring() -> nothingText.setText(words.of("risk.measuring.long"));
            case State.Broken(var p) -> {
                nothingText.setText("");
                Notes.put(problem, Optional.of(Notes.of(p, words)));
            }
            case State.Measured(SweepReport report, boolean fresh) -> {
                if (!fresh) {
                    Notes.put(
                            problem,
                            Optional.of(Notes.of(Notes.Kind.INFO, words.of("risk.stale.long"))));
                }
                ScreenView.show(again, !fresh);
                fill(report);
            }
        }
    }

    private void fill(SweepReport report) {
        List<String> matchers =
                report.galleries().stream()
                        .map(SweepReport.GalleryNote::extractor)
                        .distinct()
                        .toList();
        // The matcher that says most: not the attacked model itself.
        Optional<String> other =
                report.lines().stream()
                        .filter(l -> !l.sameModel())
                        .map(SweepLine::matcher)
                        .findFirst();
        whichMatcher.offer(matchers, kept(whichMatcher, matchers).or(() -> other));
        List<String> methods = report.lines().stream().map(SweepLine::method).distinct().toList();
        Optional<String> furthest =
                report.lines().stream()
                        .max(Comparator.comparingDouble(RiskController::reach))
                        .map(SweepLine::method);
        whichMethod.offer(methods, kept(whichMethod, methods).or(() -> furthest));
        filling = true; // the sliders move by themselves
        ks = new TreeSet<>(report.plan().ks()).stream().toList();
        kSlider.setMin(0);
        kSlider.setMax(ks.size() - 1.0);
        kSlider.setValue(nearest(ks, 10));
        filling = false;
        heat.show(report, workspace.words());
        heatNote.setText(
                workspace
                        .words()
                        .of(
                                "risk.heat.note",
                                report.matrix().isEmpty() ? 0 : report.matrix().getFirst().k()));
        draw();
    }

    private static Optional<String> kept(Choice<String> choice, List<String> among) {
        return choice.value().filter(among::contains);
    }

    private static double reach(SweepLine line) {
        return line.cells().stream().mapToDouble(SweepLine.Cell::tpr).average().orElse(0);
    }

    private Counting counting() {
        return whom.second() ? Counting.PEOPLE : Counting.PICTURES;
    }

    private List<SweepLine> lines(SweepReport report) {
        return report.lines().stream()
                .filter(l -> whichMatcher.value().equals(Optional.of(l.matcher())))
                .toList();
    }

    private void draw() {
        Optional<SweepReport> report = model.report();
        if (filling || report.isEmpty() || whichMatcher.value().isEmpty()) {
            return;
        }
        List<SweepLine> lines = lines(report.get());
        if (lines.isEmpty()) {
            return;
        }
        var common = new TreeSet<Integer>();
        lines.getFirst().cells().forEach(c -> common.add(c.n()));
        if (!ns.equals(List.copyOf(common))) {
            ns = List.copyOf(common);
            nSlider.setMin(0);
            nSlider.setMax(Math.max(1, ns.size() - 1.0));
            nSlider.setDisable(ns.size() < 2);
            nSlider.setValue(ns.size() - 1.0);
        }
        cursor();
    }

    private int k() {
        return ks.get(Math.clamp(Math.round(kSlider.getValue()), 0, ks.size() - 1));
    }

    private int n() {
        return ns.get(Math.clamp(Math.round(nSlider.getValue()), 0, ns.size() - 1));
    }

    private void cursor() {
        Optional<SweepReport> report = model.report();
        if (filling || report.isEmpty() || whichMatcher.value().isEmpty()) {
            return;
        }
        List<SweepLine> lines = lines(report.get());
        if (lines.isEmpty()) {
            return;
        }
        Words words = workspace.words();
        kValue.setText("K = " + k());
        nValue.setText("N = " + Words.count(n()));
        var figures = new SweepFigures(report.get(), counting());
        overK.setFigure(seen(figures.overK(lines, n())));
        overK.setCursorAt(OptionalDouble.of(k()));
        if (ns.size() > 1) {
            overN.setFigure(seen(figures.overPeople(lines, k())));
            overN.setCursorAt(OptionalDouble.of(n()));
        } else {
            overN.clear(words.of("risk.n.one"));
        }
        SweepLine line =
                lines.stream()
                        .filter(l -> whichMethod.value().equals(Optional.of(l.method())))
                        .findFirst()
                        .orElse(lines.getFirst());
        line.cells().stream()
                .filter(c -> c.k() == k() && c.n() == n() && c.counting() == counting())
                .findFirst()
                .ifPresent(c -> say(line, c));
        magnets(line);
    }

    private ChartSpec seen(ChartSpec found) {
        return which.second() ? FalseRate.of(found, workspace.words().of("risk.fpr")) : found;
    }

    private void say(SweepLine line, SweepLine.Cell cell) {
        Words words = workspace.words();
        sentence.setText(RiskSentence.of(line, cell, words));
        conditions.setText(
                words.of(
                        line.sameModel() ? "risk.conditions.same" : "risk.conditions",
                        line.method(),
                        line.matcher(),
                        line.rule().numeral(),
                        cell.photos()
                                .map(p -> words.of("risk.conditions.photos", Words.share(p.tpr())))
                                .orElse("")));
    }

    private void magnets(SweepLine line) {
        Words words = workspace.words();
        Optional<SweepLine.Repeated> repeated =
                line.falseMatches().stream()
                        .filter(f -> f.k() == k() && f.counting() == counting())
                        .findFirst();
        magnets.getItems().setAll(repeated.map(SweepLine.Repeated::magnets).orElse(List.of()));
        magnetNote.setText(
                repeated.filter(r -> r.total() > 0)
                        .map(
                                r ->
                                        words.of(
                                                "risk.magnet.note",
                                                Words.count(r.total()),
                                                Math.round(100 * r.repeatedShare()),
                                                Math.round(100 * r.topShare())))
                        .orElse(words.of("risk.magnet.none")));
    }

    private String tip(ScreenChart.Spot spot) {
        return workspace
                .words()
                .of(
                        "risk.tip",
                        spot.series(),
                        Words.count(Math.round(spot.point().x())),
                        Words.share(spot.point().y()),
                        Words.share(spot.point().low()),
                        Words.share(spot.point().high()));
    }

    @FXML
    void measure() {
        model.measure();
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of(workspace.words().of("risk.measure"), model::measure));
    }
}
