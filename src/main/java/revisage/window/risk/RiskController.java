package revisage.window.risk;

import atlantafx.base.theme.Styles;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

import revisage.chart.ScreenChart;
import revisage.measure.Counting;
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
import revisage.window.extractors.ExtractorNames;
import revisage.window.risk.RangeBar.Range;
import revisage.window.risk.RiskModel.State;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Joins `risk.fxml` to [RiskModel].
public final class RiskController implements Screen {

    private final RiskModel model;
    private final ExtractorNames extractors;
    private final Workspace workspace;
    private final Words words;
    private final HeatMap heat;
    private final ScreenView view;
    private Choice<String> whichMatcher;
    private Choice<String> whichMethod;
    private OneOfTwo whom;
    private OneOfTwo which;
    private RangeBar kBar;
    private RangeBar nBar;
    private boolean filling;

    @FXML private Node full;
    @FXML private VBox nothing;
    @FXML private Label nothingText;
    @FXML private Button measure;
    @FXML private VBox problem;
    @FXML private Label sentence;
    @FXML private Label beside;
    @FXML private Label conditions;
    @FXML private ComboBox<String> matcher;
    @FXML private ComboBox<String> method;
    @FXML private ToggleButton pictures;
    @FXML private ToggleButton people;
    @FXML private ToggleButton right;
    @FXML private ToggleButton wrong;
    @FXML private VBox kPanel;
    @FXML private VBox nPanel;
    @FXML private ChartPane overK;
    @FXML private ChartPane overN;
    @FXML private VBox heatPanel;
    @FXML private Label heatNote;
    @FXML private TableView<SweepLine.Magnet> magnets;
    @FXML private Label magnetNote;
    @FXML private Button again;

    @SuppressWarnings("NullAway.Init") // FXMLLoader fills the fields before initialize()
    public RiskController(RiskModel model, ExtractorNames extractors, Workspace workspace) {
        this.model = model;
        this.extractors = extractors;
        this.workspace = workspace;
        this.words = workspace.words();
        this.heat = new HeatMap(words, this::look);
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
        measure.getStyleClass().add(Styles.ACCENT);
        whom = new OneOfTwo(pictures, people, this::draw);
        which = new OneOfTwo(right, wrong, this::draw);
        whichMatcher = new Choice<>(matcher, m -> m, _ -> stops());
        whichMethod = new Choice<>(method, m -> m, _ -> draw());
        overK.install(workspace);
        overN.install(workspace);
        overK.setTips(s -> tip(s, "risk.tip.k", "risk.tip.k.bare"));
        overN.setTips(s -> tip(s, "risk.tip.n", "risk.tip.n.bare"));
        kBar =
                new RangeBar(
                        overK, words.of("risk.k"), (low, high) -> range("risk.range.k", low, high));
        nBar =
                new RangeBar(
                        overN, words.of("risk.n"), (low, high) -> range("risk.range.n", low, high));
        kBar.setId("k-range");
        nBar.setId("n-range");
        kPanel.getChildren().addFirst(kBar);
        nPanel.getChildren().addFirst(nBar);
        kBar.rangeProperty().subscribe(_ -> draw());
        nBar.rangeProperty().subscribe(_ -> draw());
        heatPanel.getChildren().add(1, heat);
        magnets.getColumns()
                .setAll(
                        List.of(
                                column(
                                        "risk.magnet.person",
                                        190,
                                        m -> m.person().replace('_', ' ')),
                                column("risk.magnet.probes", 110, m -> Words.count(m.probes()))));
        model.stateProperty().subscribe(this::show);
        model.stateProperty().subscribe((before, now) -> measureWhileShown(before, now));
        extractors.bySha256().subscribe(_ -> draw());
    }

    /// What was missing came while one looks.
    private void measureWhileShown(State before, State now) {
        if (before instanceof State.Missing && now instanceof State.Ready) {
            workspace
                    .jobs()
                    .later(
                            () -> {
                                if (view.made() && view.root().getScene() != null) {
                                    shown();
                                }
                            });
        }
    }

    private String range(String key, int low, int high) {
        return words.of(key, Words.count(low), Words.count(high));
    }

    private TableColumn<SweepLine.Magnet, String> column(
            String key, double width, Function<SweepLine.Magnet, String> text) {
        var column = new TableColumn<SweepLine.Magnet, String>(words.of(key));
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(text.apply(c.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    private void show(State state) {
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
        List<String> matchers = RiskReading.matchers(report);
        whichMatcher.offer(
                matchers,
                whichMatcher
                        .value()
                        .filter(matchers::contains)
                        .or(() -> RiskReading.tellingMatcher(report)));
        List<String> methods = RiskReading.methods(report);
        whichMethod.offer(
                methods,
                whichMethod
                        .value()
                        .filter(methods::contains)
                        .or(() -> RiskReading.furthestMethod(report)));
        stops();
    }

    private void look(RiskReading.Field field) {
        model.report()
                .ifPresent(
                        r -> {
                            whichMatcher.offer(
                                    RiskReading.matchers(r), Optional.of(field.matcher()));
                            whichMethod.offer(RiskReading.methods(r), Optional.of(field.method()));
                            stops();
                        });
    }

    private Optional<RiskReading> reading() {
        Counting counting = whom.second() ? Counting.PEOPLE : Counting.PICTURES;
        return model.report()
                .flatMap(
                        r ->
                                whichMatcher
                                        .value()
                                        .map(
                                                m ->
                                                        new RiskReading(
                                                                r,
                                                                m,
                                                                counting,
                                                                extractors.bySha256().get())))
                .filter(r -> !r.lines().isEmpty() && !r.ns().isEmpty());
    }

    /// Other numbers to choose from.
    private void stops() {
        reading()
                .ifPresent(
                        r -> {
                            filling = true; // the bars move by themselves
                            kBar.offer(
                                    r.ks(), new Range(1, workspace.project().file().place().k()));
                            nBar.offer(r.ns(), new Range(r.ns().getFirst(), r.ns().getLast()));
                            filling = false;
                        });
        draw();
    }

    private void draw() {
        if (!filling) {
            reading().ifPresent(this::draw);
        }
    }

    private void draw(RiskReading reading) {
        Range k = kBar.rangeProperty().get();
        Range n = nBar.rangeProperty().get();
        String label = words.of("risk.fpr");
        overK.setFigure(reading.overK(n.high(), which.second(), label));
        overK.setCursorAt(OptionalDouble.of(k.high()), OptionalDouble.of(k.low()));
        if (reading.ns().size() > 1) {
            overN.setFigure(reading.overN(k.high(), which.second(), label));
            overN.setCursorAt(OptionalDouble.of(n.high()), OptionalDouble.of(n.low()));
        } else {
            overN.clear(words.of("risk.n.one"));
        }
        ScreenView.show(nBar, reading.ns().size() > 1);
        reading.line(whichMethod.value())
                .ifPresent(
                        line -> {
                            say(reading, line, k, n);
                            magnets(reading, line, k.high());
                        });
        heat.show(reading.matrix(k.high()), whichMatcher.value(), whichMethod.value());
        heatNote.setText(words.of("risk.heat.note", k.high()));
    }

    private void say(RiskReading reading, SweepLine line, Range k, Range n) {
        Optional<SweepLine.Cell> cell = reading.cell(line, k.high(), n.high());
        sentence.setText(cell.map(c -> RiskSentence.of(line, c, words)).orElse(""));
        beside.setText(RiskSentence.beside(reading, line, k, n, words));
        ScreenView.show(beside, !beside.getText().isEmpty());
        conditions.setText(cell.map(c -> RiskSentence.conditions(line, c, words)).orElse(""));
    }

    private void magnets(RiskReading reading, SweepLine line, int k) {
        Optional<SweepLine.Repeated> repeated =
                reading.repeated(line, k).filter(r -> r.total() > 0);
        magnets.getItems().setAll(repeated.map(SweepLine.Repeated::magnets).orElse(List.of()));
        ScreenView.show(magnets, repeated.isPresent());
        magnetNote.setText(
                repeated.map(
                                r ->
                                        words.of(
                                                "risk.magnet.note",
                                                Words.count(r.total()),
                                                Math.round(100 * r.repeatedShare()),
                                                Math.round(100 * r.topShare())))
                        .orElse(words.of("risk.magnet.none")));
    }

    private String tip(ScreenChart.Spot spot, String banded, String bare) {
        int probes = reading().map(r -> r.probesOf(spot.series())).orElse(0);
        return words.of(
                spot.point().high() > spot.point().low() ? banded : bare,
                spot.series(),
                Words.count(Math.round(spot.point().x())),
                Words.count(Math.round(probes * spot.point().y())),
                Words.count(probes),
                Words.count(Math.round(probes * spot.point().low())),
                Words.count(Math.round(probes * spot.point().high())));
    }

    @FXML
    void measure() {
        model.measure();
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of(words.of("risk.measure"), model::measure));
    }
}
