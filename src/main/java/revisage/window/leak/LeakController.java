package revisage.window.leak;

import atlantafx.base.theme.Styles;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import revisage.extract.ModelCard;
import revisage.study.LeakOverview;
import revisage.vector.VectorHealth;
import revisage.vector.VectorSet;
import revisage.window.Chooser;
import revisage.window.Command;
import revisage.window.Icons;
import revisage.window.Named;
import revisage.window.Notes;
import revisage.window.Screen;
import revisage.window.ScreenView;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.window.extractors.ExtractorNames;
import revisage.window.extractors.ExtractorsModel;
import revisage.window.leak.LeakModel.State;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Joins `leak.fxml` to [LeakModel].
public final class LeakController implements Screen {

    private static final int SHOWN = 6; // components of a vector
    private static final double LEAST_SIDE = 310;
    private static final double SIDE_SHARE = 0.34;
    private static final List<String> ENDINGS =
            List.of("npy", "npz", "csv", "tsv", "txt", "json", "jsonl", "safetensors", "parquet");

    private final LeakModel model;
    private final ExtractorsModel extractors;
    private final Workspace workspace;
    private final Chooser chooser;
    private final ScreenView view;
    private RowPicking picking;

    @FXML private VBox nothing;
    @FXML private VBox reading;
    @FXML private VBox full;
    @FXML private ScrollPane side;
    @FXML private VBox problem;
    @FXML private HBox facts;
    @FXML private TableView<Integer> table;
    @FXML private ComboBox<RowPicking.Stretch> stretches;
    @FXML private VBox lengths;
    @FXML private Label lengthsNote;
    @FXML private VBox map;
    @FXML private Label mapNote;
    @FXML private VBox fits;
    @FXML private Label picked;
    @FXML private Button clear;
    @FXML private Button first;

    private final LengthBars bars = new LengthBars();
    private final VectorMap vectorMap;

    @SuppressWarnings("NullAway.Init") // FXMLLoader fills the fields before initialize()
    public LeakController(
            LeakModel model, ExtractorsModel extractors, Workspace workspace, Chooser chooser) {
        this.model = model;
        this.extractors = extractors;
        this.workspace = workspace;
        this.chooser = chooser;
        this.vectorMap = new VectorMap(workspace.words());
        this.view = new ScreenView(this, "leak", model.stepProperty(), workspace);
    }

    @Override
    public ScreenView view() {
        return view;
    }

    @FXML
    void initialize() {
        first.getStyleClass().add(Styles.ACCENT);
        clear.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        lengths.getChildren().add(1, bars);
        map.getChildren().add(1, vectorMap);
        VBox.setVgrow(vectorMap, Priority.ALWAYS);
        side.prefWidthProperty()
                .bind(Bindings.max(LEAST_SIDE, full.widthProperty().multiply(SIDE_SHARE)));
        picking =
                new RowPicking(
                        table,
                        stretches,
                        model.selectedProperty()::set,
                        () ->
                                workspace.tell(
                                        workspace
                                                .words()
                                                .of(
                                                        "leak.picked.most",
                                                        Words.count(RowPicking.MOST))));
        stretches.setConverter(new Named<>(this::rows));
        workspace.darkProperty().subscribe(vectorMap::dark);
        model.selectedProperty().subscribe(this::showPicked);
        extractors
                .entries()
                .addListener((ListChangeListener<ExtractorsModel.Entry>) _ -> showFits());
        model.kinProperty().subscribe(_ -> showFits());
        model.stateProperty().subscribe(this::show);
        model.replacedProperty().subscribe(_ -> model.overview().ifPresent(this::showNotices));
    }

    private void show(State state) {
        ScreenView.show(nothing, state instanceof State.Nothing || state instanceof State.Broken);
        ScreenView.show(reading, state instanceof State.Reading);
        ScreenView.show(full, state instanceof State.Read);
        Notes.put(problem, Optional.empty());
        switch (state) {
            case State.Nothing(), State.Reading _ -> {}
            case State.Broken(var p) ->
                    Notes.put(problem, Optional.of(Notes.of(p, workspace.words())));
            case State.Read(var overview) -> show(overview);
        }
    }

    private void show(LeakOverview.Result o) {
        Words words = workspace.words();
        VectorHealth h = o.health();
        facts.getChildren().clear();
        fact(
                words.of("leak.fact.file"),
                Words.name(o.leaked().file().toString()),
                o.leaked().format());
        fact(words.of("leak.fact.vectors"), Words.count(h.count()), o.leaked().numbers());
        fact(words.of("leak.fact.dimension"), Words.count(h.dimension()), constants(h));
        fact(
                words.of("leak.fact.length"),
                h.norms().map(n -> number(n.mean())).orElse("\u2013"),
                h.unitLength()
                        ? words.of("leak.length.unit")
                        : h.norms()
                                .map(
                                        n ->
                                                words.of(
                                                        "leak.length.range",
                                                        number(n.least()),
                                                        number(n.most())))
                                .orElse(words.of("leak.length.none")));
        fact(
                words.of("leak.fact.people"),
                h.people().map(p -> Words.count(p.count())).orElse("\u2013"),
                words.of(h.people().isPresent() ? "leak.people.known" : "leak.people.unknown"));
        fact(words.of("leak.fact.flaws"), Words.count(flaws(h)), flawWords(h));
        showNotices(o);
        columns(o.leaked().vectors());
        picking.show(h.count());
        bars.show(o.lengths(), words);
        String measured =
                o.lengths().sampled() < h.count()
                        ? words.of("leak.sampled", Words.count(o.lengths().sampled()))
                        : words.of("leak.lengths.all");
        lengthsNote.setText(
                words.of(
                        "leak.lengths.range",
                        measured,
                        h.norms().map(n -> number(n.least())).orElse("\u2013"),
                        h.norms().map(n -> number(n.most())).orElse("\u2013"),
                        Words.count(o.lengths().bins().stream().mapToInt(n -> n).max().orElse(0))));
        vectorMap.show(o.map(), s -> name(s.row()), model.selectedProperty()::set);
        mapNote.setText(
                o.map().isEmpty()
                        ? words.of("leak.map.none")
                        : words.of(
                                o.map().size() < h.count() ? "leak.map.sampled" : "leak.map.all",
                                Words.count(o.map().size()),
                                Math.round(100 * o.mapShare())));
        showFits();
    }

    private void showNotices(LeakOverview.Result o) {
        var notes = new ArrayList<HBox>();
        model.replacedProperty().get().ifPresent(r -> notes.add(Notes.of(Notes.Kind.WARNING, r)));
        if (!o.leaked().notices().isEmpty()) {
            notes.add(Notes.of(Notes.Kind.INFO, String.join(" ", o.leaked().notices())));
        }
        Notes.put(problem, notes);
    }

    private String rows(RowPicking.Stretch s) {
        return workspace
                .words()
                .of(
                        "leak.stretch",
                        Words.count(s.first() + 1L),
                        Words.count((long) s.first() + s.count()));
    }

    /// As the table names it.
    private String name(int row) {
        String number = workspace.words().of("leak.row", Words.count(row + 1L));
        return String.join(", ", new LinkedHashSet<>(List.of(number, model.nameOf(row))));
    }

    private static int flaws(VectorHealth h) {
        return h.notFinite() + h.zero() + h.duplicates();
    }

    private String flawWords(VectorHealth h) {
        return flaws(h) == 0
                ? workspace.words().of("leak.flaws.none")
                : workspace
                        .words()
                        .of(
                                "leak.flaws",
                                Words.count(h.notFinite()),
                                Words.count(h.zero()),
                                Words.count(h.duplicates()));
    }

    private String constants(VectorHealth h) {
        return h.constantDimensions() == 0
                ? workspace.words().of("leak.constant.none")
                : workspace.words().of("leak.constant", Words.count(h.constantDimensions()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    private void fact(String name, String value, String remark) {
        var title = new Label(name);
        title.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        var big = new Label(value);
        big.getStyleClass().add("fact-value");
        var small = new Label(remark);
        small.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        var box = new VBox(1, title, big, small);
        box.getStyleClass().addAll("panel", "fact");
        HBox.setHgrow(box, Priority.ALWAYS);
        facts.getChildren().add(box);
    }

    private void columns(VectorSet vectors) {
        Words words = workspace.words();
        var columns = new ArrayList<TableColumn<Integer, String>>();
        var numbers = new RowReader(vectors);
        columns.add(column(words.of("leak.column.row"), 70, r -> Words.count(r + 1L), true));
        vectors.labels()
                .ifPresent(
                        l ->
                                columns.add(
                                        column(
                                                words.of("leak.column.person"),
                                                170,
                                                l::get,
                                                false)));
        vectors.ids()
                .ifPresent(
                        l -> columns.add(column(words.of("leak.column.id"), 200, l::get, false)));
        columns.add(
                column(words.of("leak.column.length"), 80, r -> number(numbers.length(r)), true));
        for (int i = 0; i < Math.min(SHOWN, vectors.dimension()); i++) {
            int c = i;
            columns.add(
                    column(
                            Integer.toString(c + 1),
                            72,
                            r -> String.format(Locale.ROOT, "%.3f", numbers.at(r, c)),
                            true));
        }
        table.getColumns().setAll(columns);
    }

    private static TableColumn<Integer, String> column(
            String name, double width, Function<Integer, String> text, boolean number) {
        var column = new TableColumn<Integer, String>(name);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(text.apply(c.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false); // ten million rows
        if (number) {
            column.getStyleClass().add("number");
        }
        return column;
    }

    private void showPicked(List<Integer> rows) {
        Words words = workspace.words();
        picked.setText(
                rows.isEmpty()
                        ? words.of("leak.picked.none")
                        : words.of("leak.picked", Words.count(rows.size())));
        ScreenView.show(clear, !rows.isEmpty());
        vectorMap.pick(rows);
        picking.mark(rows);
    }

    private void showFits() {
        Words words = workspace.words();
        fits.getChildren().clear();
        boolean any = false;
        for (ExtractorsModel.Entry entry : extractors.entries()) {
            Optional<ModelCard> card = entry.card();
            Optional<LeakModel.Fit> fit = card.flatMap(model::fit);
            if (fit.isPresent()) {
                any |= fit.get() == LeakModel.Fit.GOOD || fit.get() == LeakModel.Fit.SAME;
                fits.getChildren().add(fitRow(entry, fit.get()));
            }
        }
        if (extractors.entries().isEmpty()) {
            fits.getChildren().add(Notes.of(Notes.Kind.INFO, words.of("leak.fits.nobody")));
        } else if (!any && !fits.getChildren().isEmpty()) {
            fits.getChildren().add(Notes.of(Notes.Kind.WARNING, words.of("leak.fits.none")));
        }
    }

    private HBox fitRow(ExtractorsModel.Entry entry, LeakModel.Fit fit) {
        Words words = workspace.words();
        var icon =
                Icons.of(
                        switch (fit) {
                            case SAME, GOOD -> "fth-check-circle";
                            case DOUBTFUL -> "fth-help-circle";
                            case OTHER, NONE -> "fth-x-circle";
                        });
        icon.getStyleClass()
                .add(
                        switch (fit) {
                            case SAME, GOOD -> "good";
                            case DOUBTFUL -> "doubtful";
                            case OTHER, NONE -> "bad";
                        });
        var name = new Label(ExtractorNames.of(entry, extractors.entries()));
        var why =
                new Label(
                        switch (fit) {
                            case SAME -> words.of("leak.fit.same");
                            case OTHER -> words.of("leak.fit.other");
                            case GOOD -> words.of("leak.fit.good");
                            case DOUBTFUL -> words.of("leak.fit.doubtful");
                            case NONE ->
                                    words.of(
                                            "leak.fit.dimension",
                                            entry.card().map(ModelCard::dimension).orElse(0));
                        });
        why.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        var said = new VBox(name, why);
        HBox.setHgrow(said, Priority.ALWAYS);
        var row = new HBox(8, icon, said);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    @FXML
    void open() {
        chooser.file(workspace.words().of("leak.choose"), ENDINGS).ifPresent(model::open);
    }

    @FXML
    void clear() {
        model.selectedProperty().set(List.of());
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of(workspace.words().of("leak.open"), this::open));
    }
}
