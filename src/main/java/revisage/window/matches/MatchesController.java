package revisage.window.matches;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import revisage.project.ProjectFile.GalleryEntry;
import revisage.project.ProjectFile.RunEntry;
import revisage.store.MatchRow;
import revisage.study.PhotoRule;
import revisage.window.Choice;
import revisage.window.Command;
import revisage.window.Notes;
import revisage.window.OneOfTwo;
import revisage.window.Screen;
import revisage.window.ScreenView;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.window.gallery.GalleryModel;
import revisage.window.leak.LeakModel;
import revisage.window.leak.TruePhotos;
import revisage.window.matches.MatchesModel.State;
import revisage.window.reconstruct.ReconstructModel;
import revisage.window.reconstruct.Run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Joins `matches.fxml` to [MatchesModel].
public final class MatchesController implements Screen {

    private final MatchesModel model;
    private final ReconstructModel reconstructions;
    private final GalleryModel galleries;
    private final LeakModel leak;
    private final ProbePane probe;
    private final Workspace workspace;
    private final ScreenView view;
    private Optional<Run> run = Optional.empty();
    private Optional<GalleryModel.Shown> people = Optional.empty();
    private final DoubleProperty side = new SimpleDoubleProperty(112);
    private List<MatchRow> shownRows = List.of();
    private Choice<RunEntry> whichRun;
    private Choice<GalleryEntry> whichMatcher;
    private OneOfTwo which;

    @FXML private Node full;
    @FXML private VBox nothing;
    @FXML private Label nothingText;
    @FXML private VBox problem;
    @FXML private ComboBox<RunEntry> runs;
    @FXML private ComboBox<GalleryEntry> matchers;
    @FXML private ToggleButton typeTwo;
    @FXML private ToggleButton typeOne;
    @FXML private Slider slider;
    @FXML private Label kValue;
    @FXML private Label targetName;
    @FXML private VBox left;
    @FXML private Label verdict;
    @FXML private Label ruleNote;
    @FXML private Label sameModel;
    @FXML private FlowPane cards;
    @FXML private ScrollPane scroll;
    @FXML private VBox busy;

    @SuppressWarnings("NullAway.Init") // FXMLLoader fills the fields before initialize()
    public MatchesController(
            MatchesModel model, LeakModel leak, TruePhotos photos, Workspace workspace) {
        this.model = model;
        this.reconstructions = model.reconstructions();
        this.galleries = model.galleries();
        this.leak = leak;
        this.probe = new ProbePane(workspace, leak, photos);
        this.workspace = workspace;
        this.view = new ScreenView(this, "matches", model.stepProperty(), workspace);
    }

    @Override
    public ScreenView view() {
        return view;
    }

    @Override
    public void shown() {
        model.ask();
        scroll.requestFocus();
    }

    @FXML
    void initialize() {
        left.getChildren().addFirst(probe);
        workspace.coveredProperty().subscribe(_ -> cards());
        scroll.viewportBoundsProperty().subscribe(_ -> grow());
        left.heightProperty().subscribe(_ -> grow());
        full.layoutBoundsProperty().subscribe(_ -> grow());
        whichRun = new Choice<>(runs, reconstructions::label, model::choose);
        whichMatcher = new Choice<>(matchers, galleries::nameOf, model::choose);
        which = new OneOfTwo(typeTwo, typeOne, this::rule);
        slider.setMax(MatchesModel.MOST);
        slider.setValue(model.kProperty().get());
        slider.valueProperty()
                .subscribe(v -> model.kProperty().set((int) Math.round(v.doubleValue())));
        slider.valueChangingProperty()
                .subscribe(
                        changing -> {
                            if (!changing) {
                                model.rememberK();
                            }
                        });
        full.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        wire();
    }

    private void rule() {
        model.choose(which.second() ? PhotoRule.TYPE_I : PhotoRule.TYPE_II);
    }

    private void key(KeyEvent e) {
        boolean elsewhere =
                e.getTarget() instanceof TextInputControl
                        || e.getTarget() instanceof Slider
                        || e.getTarget() instanceof Spinner<?>
                        || e.getTarget() instanceof ComboBox<?>;
        if (elsewhere) {
            return;
        }
        if (e.getCode() == KeyCode.LEFT) {
            previous();
        } else if (e.getCode() == KeyCode.RIGHT) {
            next();
        } else {
            return;
        }
        e.consume();
    }

    private void wire() {
        workspace.projectProperty().subscribe(_ -> lists());
        model.runProperty().subscribe(this::showRun);
        model.runProperty().subscribe(_ -> askWhileShown());
        model.galleryProperty().subscribe(_ -> showGallery());
        model.galleryProperty().subscribe(_ -> askWhileShown());
        model.stateProperty().subscribe(this::show);
        model.ruleProperty().subscribe(_ -> cards());
        model.kProperty()
                .subscribe(
                        k -> {
                            kValue.setText("K = " + k);
                            if (Math.round(slider.getValue()) != k.intValue()) {
                                slider.setValue(k.intValue());
                            }
                            cards();
                        });
        reconstructions.ticksProperty().subscribe(_ -> face());
        reconstructions
                .targetProperty()
                .subscribe(
                        _ -> {
                            probe.cover();
                            target();
                        });
    }

    /// A run that ends while one looks takes the place of the one before. Later, when the model has
    /// followed to its end.
    private void askWhileShown() {
        workspace
                .jobs()
                .later(
                        () -> {
                            if (view.made() && view.root().getScene() != null) {
                                model.ask();
                            }
                        });
    }

    private void lists() {
        whichRun.offer(
                reconstructions.runsProperty().get().stream().filter(RunEntry::finished).toList(),
                model.runProperty().get());
        whichMatcher.offer(galleries.entriesProperty().get(), model.galleryProperty().get());
    }

    /// Faces as large as the window allows.
    private void grow() {
        Bounds place = scroll.getViewportBounds();
        if (place.getWidth() > 0) {
            side.set(CardGrid.side(shownRows.size(), place.getWidth(), place.getHeight()));
        }
        double wide = Math.clamp(full.getLayoutBounds().getWidth() / 5, 236, 400);
        left.setPrefWidth(wide);
        probe.size(wide - 36, left.getHeight() - ruleNote.getHeight() - 32);
    }

    private void showRun(Optional<RunEntry> entry) {
        lists();
        run = Optional.empty();
        entry.ifPresent(
                e -> {
                    reconstructions.load(
                            e,
                            r -> {
                                if (model.runProperty().get().equals(entry)) {
                                    run = Optional.of(r);
                                    target();
                                }
                            });
                });
    }

    private void showGallery() {
        lists();
        Optional<GalleryEntry> entry = model.galleryProperty().get();
        people = Optional.empty();
        entry.ifPresent(
                e ->
                        galleries.load(
                                e,
                                read -> {
                                    if (model.galleryProperty().get().equals(entry)) {
                                        people = Optional.of(read);
                                        cards();
                                    }
                                }));
        boolean same = entry.map(galleries::sameModel).orElse(false);
        ScreenView.show(sameModel, same);
    }

    private void show(State state) {
        boolean on = !(state instanceof State.Missing);
        ScreenView.show(full, on);
        ScreenView.show(nothing, !on);
        Notes.put(problem, Optional.empty());
        busy.setVisible(state instanceof State.Asking);
        switch (state) {
            case State.Missing(String why) -> nothingText.setText(why);
            case State.Asking() -> lists();
            case State.Answered _ -> lists();
            case State.Broken(var p) ->
                    Notes.put(problem, Optional.of(Notes.of(p, workspace.words())));
        }
        target();
    }

    private int row() {
        int row = reconstructions.targetProperty().get();
        return run.map(r -> r.rows().contains(row) ? row : r.rows().getFirst()).orElse(row);
    }

    private void target() {
        Words words = workspace.words();
        int row = row();
        targetName.setText(
                words.of(
                        "reconstruct.target",
                        Words.count(row + 1L),
                        leak.nameOf(row).replace('_', ' ')));
        face();
        cards();
    }

    private void face() {
        int row = row();
        probe.show(row, run.flatMap(r -> r.live().glance(row)));
    }

    private void cards() {
        if (cards == null) {
            return;
        }
        Words words = workspace.words();
        int row = row();
        List<MatchRow> all = model.all(row);
        shownRows = model.candidates(row);
        var made = new ArrayList<CandidateCard>();
        for (MatchRow candidate : shownRows) {
            var card = new CandidateCard(candidate, side, workspace);
            made.add(card);
            people.ifPresent(
                    s ->
                            s.stored()
                                    .gallery()
                                    .rowOf(candidate.galleryId())
                                    .ifPresent(i -> s.pictures().get(i, card::setImage)));
        }
        cards.getChildren().setAll(made);
        grow();
        boolean labelled = !all.isEmpty() && !all.getFirst().probePerson().isEmpty();
        int found =
                all.stream()
                        .filter(r -> r.probePerson().equals(r.galleryPerson()))
                        .mapToInt(MatchRow::rank)
                        .findFirst()
                        .orElse(0);
        verdict.setText(
                all.isEmpty()
                        ? ""
                        : !labelled
                                ? words.of("matches.verdict.unknown")
                                : found == 0
                                        ? words.of("matches.verdict.none", all.size())
                                        : found <= model.kProperty().get()
                                                ? words.of("matches.verdict.found", found)
                                                : words.of(
                                                        "matches.verdict.beyond",
                                                        found,
                                                        model.kProperty().get()));
        verdict.getStyleClass().removeAll("verdict-found", "verdict-missed");
        verdict.getStyleClass()
                .add(
                        labelled && found > 0 && found <= model.kProperty().get()
                                ? "verdict-found"
                                : "verdict-missed");
        ruleNote.setText(
                words.of(
                        model.ruleProperty().get() == PhotoRule.TYPE_I
                                ? "matches.type1.why"
                                : "matches.type2.why"));
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
        run.ifPresent(
                r -> {
                    int at = r.rows().indexOf(row());
                    int to = Math.clamp(at + by, 0, r.rows().size() - 1);
                    reconstructions.targetProperty().set(r.rows().get(to));
                });
    }

    @Override
    public List<Command> commands() {
        Words words = workspace.words();
        return List.of(
                Command.of(words.of("target.previous"), this::previous),
                Command.of(words.of("target.next"), this::next));
    }
}
