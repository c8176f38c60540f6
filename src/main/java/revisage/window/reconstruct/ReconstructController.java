package revisage.window.reconstruct;

import atlantafx.base.theme.Styles;

import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import revisage.project.ProjectFile;
import revisage.project.ProjectFile.RunEntry;
import revisage.study.LiveRun;
import revisage.window.Choice;
import revisage.window.Chooser;
import revisage.window.Command;
import revisage.window.FaceGrid;
import revisage.window.Notes;
import revisage.window.Screen;
import revisage.window.ScreenView;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.window.extractors.ExtractorsModel;
import revisage.window.leak.LeakModel;
import revisage.window.leak.TruePhotos;
import revisage.work.Progress;

import java.util.List;
import java.util.Optional;

/// Joins `reconstruct.fxml` to [ReconstructModel].
public final class ReconstructController implements Screen {

    private static final double REST = 390; // pixels for chart, film strip and words

    private final ReconstructModel model;
    private final LeakModel leak;
    private final Workspace workspace;
    private final FacesPane faces;
    private final SettingsPane settings;
    private final FaceGrid tiles = new FaceGrid(TargetCell.SIDE + 4, TargetCell.SIDE + 24, 2);
    private final FilmStrip film;
    private final WayChart chart;
    private Optional<Run> compared = Optional.empty();
    private final ScreenView view;
    private Choice<RunEntry> whichRun;
    private Choice<RunEntry> whichOther;

    @FXML private VBox side;
    @FXML private VBox problem;
    @FXML private VBox center;
    @FXML private StackPane tileHolder;
    @FXML private VBox waiting;
    @FXML private Label waitingText;
    @FXML private Node live;
    @FXML private ComboBox<RunEntry> runs;
    @FXML private ComboBox<RunEntry> compare;
    @FXML private Label state;
    @FXML private ProgressBar bar;
    @FXML private Button pause;
    @FXML private Button stop;
    @FXML private Button goOn;
    @FXML private Label targetName;
    @FXML private Label tileCount;

    @SuppressWarnings("NullAway.Init") // FXMLLoader fills the fields before initialize()
    public ReconstructController(
            ReconstructModel model,
            LeakModel leak,
            ExtractorsModel extractors,
            Networks networks,
            TruePhotos photos,
            Workspace workspace,
            Chooser chooser) {
        this.model = model;
        this.leak = leak;
        this.workspace = workspace;
        this.faces = new FacesPane(workspace, leak, photos);
        this.settings = new SettingsPane(model, leak, extractors, networks, workspace, chooser);
        this.film = new FilmStrip(workspace);
        this.chart = new WayChart(workspace);
        this.view = new ScreenView(this, "reconstruct", model.stepProperty(), workspace);
    }

    @Override
    public ScreenView view() {
        return view;
    }

    @Override
    public void shown() {
        refresh();
    }

    @Override
    public void begin() {
        if (model.runsProperty().get().isEmpty()) {
            settings.start();
        }
    }

    /// What can be done now, and what is missing for it.
    private void refresh() {
        settings.refresh();
        waitingText.setText(settings.lacking().orElse(workspace.words().of("reconstruct.waiting")));
    }

    @FXML
    void initialize() {
        Words words = workspace.words();
        side.getChildren().addFirst(settings);
        VBox.setVgrow(chart, Priority.ALWAYS);
        center.getChildren().addAll(faces, film, chart);
        tiles.setCellFactory(_ -> new TargetCell(model, workspace));
        tiles.setAccessibleText(words.of("reconstruct.tiles"));
        tileHolder.getChildren().add(tiles);
        whichRun = new Choice<>(runs, model::label, model::show);
        whichOther = new Choice<>(compare, model::label, e -> compare(Optional.of(e)));
        compare.setPromptText(words.of("reconstruct.compare"));
        stop.getStyleClass().addAll(Styles.DANGER);
        goOn.getStyleClass().add(Styles.ACCENT);
        center.widthProperty().subscribe(_ -> size());
        center.heightProperty().subscribe(_ -> size());
        workspace.preferencesProperty().subscribe(_ -> size());
        wire();
        show(model.shownProperty().get());
    }

    private void wire() {
        film.chosenProperty().subscribe(_ -> showFace());
        model.runsProperty().subscribe(_ -> showRuns());
        model.shownProperty().subscribe(this::show);
        model.ticksProperty().subscribe(_ -> tick());
        model.doingProperty().subscribe(_ -> showDoing());
        model.standingProperty().subscribe(_ -> showDoing());
        model.problemProperty()
                .subscribe(p -> Notes.put(problem, p.map(e -> Notes.of(e, workspace.words()))));
        leak.stateProperty().subscribe(_ -> refresh());
        leak.selectedProperty().subscribe(_ -> refresh());
        workspace.projectProperty().subscribe(_ -> refresh());
        model.targetProperty()
                .subscribe(
                        t -> {
                            faces.cover();
                            remember(t.intValue());
                        });
    }

    private void remember(int row) {
        if (workspace.projectProperty().get().isPresent()) {
            workspace.note(
                    f -> f.at(new ProjectFile.Place(f.place().screen(), row, f.place().k())));
        }
    }

    private static boolean same(RunEntry a, RunEntry b) {
        return a.folder().equals(b.folder());
    }

    private void showRuns() {
        List<RunEntry> all = model.runsProperty().get();
        Optional<RunEntry> shown = model.shownProperty().get().map(Run::entry);
        whichRun.offer(all, shown.flatMap(s -> all.stream().filter(e -> same(e, s)).findFirst()));
        List<RunEntry> others =
                all.stream().filter(e -> shown.stream().noneMatch(s -> same(e, s))).toList();
        Optional<RunEntry> beside =
                compared.map(Run::entry)
                        .flatMap(c -> others.stream().filter(e -> same(e, c)).findFirst());
        whichOther.offer(others, beside);
        if (compared.isPresent() && beside.isEmpty()) {
            compare(Optional.empty());
        }
        ScreenView.show(compare, !others.isEmpty());
    }

    private void compare(Optional<RunEntry> entry) {
        compared = Optional.empty();
        faces.compare(
                model.shownProperty().get().map(Run::entry).map(model::label).orElse(""),
                entry.map(model::label));
        size();
        entry.ifPresent(
                e ->
                        model.load(
                                e,
                                run -> {
                                    compared = Optional.of(run);
                                    tick();
                                }));
        tick();
    }

    private void show(Optional<Run> run) {
        boolean on = run.isPresent();
        ScreenView.show(live, on);
        ScreenView.show(waiting, !on);
        run.ifPresent(
                r -> {
                    tiles.setItems(FXCollections.observableArrayList(r.rows()));
                    tileCount.setText(Words.count(r.rows().size()));
                });
        showRuns();
        showDoing();
        tick();
    }

    private void tick() {
        if (model.shownProperty().get().isEmpty()) {
            return;
        }
        int row = model.targetProperty().get();
        Run run = model.shownProperty().get().get();
        targetName.setText(
                workspace
                        .words()
                        .of(
                                "reconstruct.target",
                                Words.count(row + 1L),
                                leak.nameOf(row).replace('_', ' ')));
        model.film(run, row);
        Optional<LiveRun.Seen> seen = run.live().of(row);
        film.show(seen.map(LiveRun.Seen::stages).orElse(List.of()));
        showFace();
        faces.showOther(compared.flatMap(r -> r.live().of(row)));
        faces.showTruth(row);
        chart.show(run, row, compared, r -> model.label(r.entry()));
    }

    private void showDoing() {
        Words words = workspace.words();
        ReconstructModel.Doing doing = model.doingProperty().get();
        Optional<Run> run = model.shownProperty().get();
        boolean going =
                doing != ReconstructModel.Doing.NOTHING
                        && run.stream().anyMatch(r -> model.isRunning(r.entry()));
        Progress p = model.standingProperty().get();
        ScreenView.show(bar, going);
        bar.setProgress(model.share());
        ScreenView.show(pause, going);
        pause.setText(
                words.of(
                        doing == ReconstructModel.Doing.PAUSED
                                ? "reconstruct.resume"
                                : "reconstruct.pause"));
        pause.setDisable(doing == ReconstructModel.Doing.STOPPING);
        ScreenView.show(stop, going);
        stop.setDisable(doing == ReconstructModel.Doing.STOPPING);
        boolean cut = !going && run.stream().anyMatch(r -> !r.entry().finished());
        ScreenView.show(goOn, cut);
        goOn.setDisable(doing != ReconstructModel.Doing.NOTHING);
        state.setText(
                going
                        ? going(words, p)
                        : run.map(r -> words.of(r.entry().finished() ? "run.done" : "run.cut"))
                                .orElse(""));
        refresh();
    }

    private String going(Words words, Progress p) {
        return switch (model.doingProperty().get()) {
            case PAUSED -> words.of("reconstruct.state.paused");
            case STOPPING -> words.of("reconstruct.state.stopping");
            case NOTHING, RUNNING ->
                    p.total() == 0
                            ? p.stage()
                            : words.of(
                                            p.unit().equals("queries")
                                                    ? "reconstruct.state.queries" // no more room
                                                    : "reconstruct.state",
                                            p.stage(),
                                            Words.count(p.done()),
                                            Words.count(p.total()),
                                            p.unit())
                                    + speed(words);
        };
    }

    private String speed(Words words) {
        String estimate = model.estimate();
        return (model.queriesASecond().isPresent()
                        ? words.of(
                                "reconstruct.speed",
                                Words.count(Math.round(model.queriesASecond().getAsDouble())))
                        : "")
                + (estimate.isEmpty() ? "" : ", " + estimate);
    }

    private void showFace() {
        faces.show(
                model.shownProperty().get().flatMap(r -> r.live().of(model.targetProperty().get())),
                film.stage());
    }

    private void size() {
        faces.size(center.getWidth() - 32, center.getHeight() - REST * letters());
    }

    /// How much larger than usual letters are.
    private double letters() {
        return workspace.preferencesProperty().get().fontSize() / 13.0;
    }

    @FXML
    void pause() {
        if (model.doingProperty().get() == ReconstructModel.Doing.PAUSED) {
            model.resume();
        } else {
            model.pause();
        }
    }

    @FXML
    void stop() {
        model.stop();
    }

    @FXML
    void goOn() {
        model.shownProperty().get().ifPresent(r -> model.goOn(r.entry()));
    }

    @FXML
    void previous() {
        move(-1);
    }

    @FXML
    void next() {
        move(1);
    }

    private void move(int by) {
        model.shownProperty()
                .get()
                .ifPresent(
                        r -> {
                            int at = r.rows().indexOf(model.targetProperty().get());
                            int to = Math.clamp(at + by, 0, r.rows().size() - 1);
                            model.targetProperty().set(r.rows().get(to));
                        });
    }

    @Override
    public List<Command> commands() {
        Words words = workspace.words();
        return List.of(
                new Command(
                        words.of("reconstruct.start"),
                        "Shortcut+ENTER",
                        settings::possible,
                        settings::start),
                new Command(
                        words.of("reconstruct.pauseorresume"),
                        "Shortcut+P",
                        () -> model.doingProperty().get() != ReconstructModel.Doing.NOTHING,
                        this::pause),
                new Command(
                        words.of("reconstruct.stop"),
                        "Shortcut+PERIOD",
                        () -> model.doingProperty().get() != ReconstructModel.Doing.NOTHING,
                        model::stop));
    }
}
