package revisage.window.gallery;

import atlantafx.base.theme.Styles;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import revisage.match.Gallery;
import revisage.project.ProjectFile.GalleryEntry;
import revisage.store.StoredGallery.Excluded;
import revisage.window.Choice;
import revisage.window.Chooser;
import revisage.window.Command;
import revisage.window.FaceGrid;
import revisage.window.Named;
import revisage.window.Notes;
import revisage.window.Problem;
import revisage.window.Screen;
import revisage.window.ScreenView;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.window.extractors.ExtractorNames;
import revisage.window.extractors.ExtractorsModel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Joins `gallery.fxml` to [GalleryModel].
public final class GalleryController implements Screen {

    private static final List<Integer> SYNTHETIC = List.of(100, 400, 1_000);

    private final GalleryModel model;
    private final ExtractorsModel extractors;
    private final Supplier<Set<String>> leaked;
    private final Workspace workspace;
    private final Chooser chooser;
    private final FaceGrid grid = new FaceGrid(PersonCell.SIDE, PersonCell.SIDE + 22, 10);
    private final ScreenView view;
    private Choice<GalleryEntry> which;
    private Choice<PeopleSearch.Among> among;

    @FXML private Node full;
    @FXML private VBox nothing;
    @FXML private VBox problem;
    @FXML private ComboBox<GalleryEntry> galleries;
    @FXML private ComboBox<ExtractorsModel.Entry> matcher;
    @FXML private ComboBox<PeopleSearch.Among> amongBox;
    @FXML private MenuButton synthetic;
    @FXML private Button enrol;
    @FXML private TextField search;
    @FXML private Label count;
    @FXML private Label about;
    @FXML private StackPane faces;
    @FXML private Tab excludedTab;
    @FXML private TableView<Excluded> excluded;
    @FXML private Label nothingText;

    /// @param leaked names of those whose vectors leaked, as far as the file tells
    @SuppressWarnings("NullAway.Init") // FXMLLoader fills the fields before initialize()
    public GalleryController(
            GalleryModel model,
            ExtractorsModel extractors,
            Supplier<Set<String>> leaked,
            Workspace workspace,
            Chooser chooser) {
        this.model = model;
        this.extractors = extractors;
        this.leaked = leaked;
        this.workspace = workspace;
        this.chooser = chooser;
        this.view = new ScreenView(this, "gallery", model.stepProperty(), workspace);
    }

    @Override
    public ScreenView view() {
        return view;
    }

    @FXML
    void initialize() {
        Words words = workspace.words();
        enrol.getStyleClass().add(Styles.ACCENT);
        grid.setCellFactory(_ -> new PersonCell(workspace, model.shownProperty()::get));
        grid.setAccessibleText(words.of("gallery.faces"));
        grid.setPrefSize(600, 400); // or each layout asks rows that nobody sees
        faces.getChildren().add(grid);
        which = new Choice<>(galleries, model::nameOf, model::show);
        matcher.setConverter(new Named<>(e -> ExtractorNames.of(e, extractors.entries())));
        matcher.setItems(extractors.entries());
        extractors
                .entries()
                .addListener((ListChangeListener<ExtractorsModel.Entry>) _ -> chooseMatcher());
        chooseMatcher();
        excluded.getColumns()
                .setAll(
                        List.of(
                                column("gallery.excluded.person", 200, Excluded::person),
                                column("gallery.excluded.id", 320, Excluded::id),
                                column("gallery.excluded.reason", 460, Excluded::reason)));
        excluded.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        excluded.setPlaceholder(new Label(words.of("gallery.excluded.none")));
        among = new Choice<>(amongBox, a -> words.of(a.key()), _ -> filter());
        among.offer(
                List.of(PeopleSearch.Among.values()), Optional.of(PeopleSearch.Among.EVERYBODY));
        search.textProperty().subscribe(_ -> filter());
        synthetic.getItems().setAll(SYNTHETIC.stream().map(this::synthetic).toList());
        model.entriesProperty().subscribe(this::show);
        model.shownProperty().subscribe(this::show);
        model.problemProperty().subscribe(this::show);
    }

    private void chooseMatcher() {
        if (matcher.getValue() == null || !extractors.entries().contains(matcher.getValue())) {
            // A matcher that is not the attacked extractor says more.
            extractors.entries().stream()
                    .filter(e -> !e.attacked())
                    .findFirst()
                    .or(() -> extractors.entries().stream().findFirst())
                    .ifPresentOrElse(matcher::setValue, () -> matcher.setValue(null));
        }
        enrol.setDisable(extractors.entries().isEmpty());
        synthetic.setDisable(extractors.entries().isEmpty());
        nothingText.setText(
                workspace
                        .words()
                        .of(
                                extractors.entries().isEmpty()
                                        ? "gallery.nothing.extractor"
                                        : "gallery.nothing"));
    }

    private TableColumn<Excluded, String> column(
            String key, double width, Function<Excluded, String> text) {
        var column = new TableColumn<Excluded, String>(workspace.words().of(key));
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(text.apply(c.getValue())));
        column.setCellFactory(WrappedCell::new);
        column.setPrefWidth(width);
        return column;
    }

    private void show(List<GalleryEntry> entries) {
        boolean none = entries.isEmpty();
        ScreenView.show(nothing, none);
        ScreenView.show(full, !none);
        which.offer(entries, model.shownProperty().get().map(GalleryModel.Shown::entry));
    }

    private void show(Optional<?> what) {
        Words words = workspace.words();
        Optional<Problem> wrong = model.problemProperty().get();
        Notes.put(problem, wrong.map(p -> Notes.of(p, words)));
        Optional<GalleryModel.Shown> shown = model.shownProperty().get();
        shown.ifPresent(
                s -> {
                    which.offer(model.entriesProperty().get(), Optional.of(s.entry()));
                    excluded.getItems().setAll(s.stored().excluded());
                    excludedTab.setText(
                            words.of(
                                    "gallery.excluded", Words.count(s.stored().excluded().size())));
                    Gallery g = s.stored().gallery();
                    about.setText(
                            words.of(
                                    "gallery.about",
                                    Words.count(g.people().size()),
                                    Words.count(g.size()),
                                    g.card().name(),
                                    s.stored().alignment()));
                });
        grid.setItems(FXCollections.observableArrayList()); // other people: other cells
        filter();
    }

    private void filter() {
        Optional<GalleryModel.Shown> shown = model.shownProperty().get();
        if (shown.isEmpty()) {
            grid.getItems().clear();
            count.setText("");
            return;
        }
        PeopleSearch.Among who = among.value().orElse(PeopleSearch.Among.EVERYBODY);
        PeopleSearch.Found found = shown.get().search().find(search.getText(), who, leaked);
        grid.getItems().setAll(found.rows());
        count.setText(
                workspace
                        .words()
                        .of(
                                found.people() == 1 ? "gallery.shown.one" : "gallery.shown",
                                Words.count(found.rows().size()),
                                Words.count(found.people())));
    }

    @FXML
    void enrol() {
        ExtractorsModel.Entry chosen = matcher.getValue();
        if (chosen != null) {
            chooser.folder(workspace.words().of("gallery.choose")).ifPresent(f -> enrol(f, chosen));
        }
    }

    private void enrol(Path folder, ExtractorsModel.Entry chosen) {
        model.enrol(folder, chosen);
    }

    private MenuItem synthetic(int people) {
        var item =
                new MenuItem(workspace.words().of("gallery.synthetic.count", Words.count(people)));
        item.setOnAction(
                _ ->
                        Optional.ofNullable(matcher.getValue())
                                .ifPresent(m -> model.enrolSynthetic(people, m)));
        return item;
    }

    @FXML
    void forget() {
        GalleryEntry chosen = galleries.getValue();
        if (chosen != null) {
            model.forget(chosen);
        }
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of(workspace.words().of("gallery.enrol"), this::enrol));
    }
}
