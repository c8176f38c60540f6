package revisage.window.reconstruct;

import atlantafx.base.theme.Styles;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import revisage.project.ProjectFile;
import revisage.window.Chooser;
import revisage.window.Icons;
import revisage.window.ScreenView;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.window.extractors.ExtractorNames;
import revisage.window.extractors.ExtractorsModel;
import revisage.window.leak.LeakModel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Method and settings, each with its meaning beside it, and what must be there before a start.
final class SettingsPane extends VBox {

    private static final int FIRST = 24;

    private final ReconstructModel model;
    private final LeakModel leak;
    private final ExtractorsModel extractors;
    private final Workspace workspace;
    private final Chooser chooser;
    private final Words words;
    private final MethodPane methods;
    private final Spinner<Integer> queries = spinner(2, 1_000_000, 300);
    private final Spinner<Integer> count = spinner(1, 10_000_000, FIRST);
    private final ToggleGroup which = new ToggleGroup();
    private final RadioButton first;
    private final RadioButton all;
    private final RadioButton picked;
    private final VBox budget = new VBox(4);
    private final Label attacked = new Label();
    private final Label publicFaces = new Label();
    private final Label truePhotos = new Label();
    private final Button start;
    private final Label missing = new Label();

    SettingsPane(
            ReconstructModel model,
            LeakModel leak,
            ExtractorsModel extractors,
            Networks networks,
            Workspace workspace,
            Chooser chooser) {
        this.model = model;
        this.leak = leak;
        this.extractors = extractors;
        this.workspace = workspace;
        this.chooser = chooser;
        this.words = workspace.words();
        getStyleClass().add("settings");
        setSpacing(14);
        first = new RadioButton(words.of("settings.first"));
        all = new RadioButton(words.of("settings.all"));
        picked = new RadioButton();
        start = new Button(words.of("reconstruct.start"), Icons.of("fth-play"));
        start.getStyleClass().add(Styles.ACCENT);
        start.setMaxWidth(Double.MAX_VALUE);
        start.setId("start");
        start.setOnAction(_ -> start());
        missing.setWrapText(true);
        missing.getStyleClass().add("remark");
        missing.setMinHeight(Region.USE_PREF_SIZE);
        methods = new MethodPane(workspace, networks, chooser, this::refresh);
        getChildren().addAll(methods, budget(), targets(), materials(), start, missing);
        refresh();
    }

    private static Spinner<Integer> spinner(int least, int most, int now) {
        var spinner =
                new Spinner<Integer>(
                        new SpinnerValueFactory.IntegerSpinnerValueFactory(least, most, now, 50));
        spinner.setEditable(true);
        return spinner;
    }

    private static void name(Spinner<?> spinner, String name) {
        spinner.setAccessibleText(name);
        spinner.getEditor().setAccessibleText(name);
    }

    static Label heading(String text) {
        var label = new Label(text);
        label.getStyleClass().add("panel-title");
        return label;
    }

    static Label remark(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("remark");
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private VBox budget() {
        queries.setId("queries");
        name(queries, words.of("settings.queries"));
        var label = new Label(words.of("settings.queries"));
        label.setLabelFor(queries);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(8, label, gap, queries);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        budget.getChildren().setAll(row, remark(words.of("settings.queries.why")));
        return budget;
    }

    private VBox targets() {
        first.setToggleGroup(which);
        all.setToggleGroup(which);
        picked.setToggleGroup(which);
        which.selectToggle(first);
        count.setId("count");
        name(count, words.of("settings.targets"));
        count.disableProperty().bind(first.selectedProperty().not());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(8, first, gap, count);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return new VBox(6, heading(words.of("settings.targets")), row, all, picked);
    }

    private VBox materials() {
        return new VBox(
                6,
                heading(words.of("settings.materials")),
                material(words.of("settings.attacked"), attacked, Optional.empty()),
                material(words.of("settings.public"), publicFaces, Optional.of(() -> choose(true))),
                material(
                        words.of("settings.photos"), truePhotos, Optional.of(() -> choose(false))));
    }

    private HBox material(String name, Label value, Optional<Runnable> choose) {
        var title = new Label(name);
        title.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        var text = new VBox(title, value);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        var row = new HBox(6, text);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        choose.ifPresent(
                c ->
                        row.getChildren()
                                .add(
                                        Icons.button(
                                                "fth-folder",
                                                words.of("settings.choose", name),
                                                c)));
        return row;
    }

    private void choose(boolean forPublic) {
        chooser.folder(words.of(forPublic ? "settings.public" : "settings.photos"))
                .ifPresent(folder -> named(folder, forPublic));
    }

    private void named(Path folder, boolean forPublic) {
        String name = workspace.project().name(folder);
        workspace.edit(
                f ->
                        f.withFaces(
                                forPublic ? f.photos() : Optional.of(name),
                                forPublic ? Optional.of(name) : f.publicFaces(),
                                f.finder(),
                                f.components()));
        refresh();
    }

    /// Whether a run can begin.
    boolean possible() {
        return !start.isDisabled();
    }

    /// What is missing for a run.
    Optional<String> lacking() {
        return missing.isVisible() ? Optional.of(missing.getText()) : Optional.empty();
    }

    /// Looks again at what is there.
    void refresh() {
        if (methods == null) {
            return; // it tells of its first choice while it is made
        }
        ScreenView.show(budget, asks());
        Optional<ProjectFile> file = workspace.projectProperty().get().map(p -> p.file());
        attacked.setText(
                extractors
                        .attacked()
                        .map(e -> ExtractorNames.of(e, extractors.entries()))
                        .orElse(words.of("settings.none")));
        publicFaces.setText(
                file.flatMap(ProjectFile::publicFaces)
                        .map(Words::name)
                        .orElseGet(
                                () ->
                                        words.of(
                                                new Readiness(workspace, leak, extractors)
                                                                .knowsFaces()
                                                        ? "settings.public.known"
                                                        : "settings.none")));
        truePhotos.setText(
                file.flatMap(ProjectFile::photos)
                        .map(Words::name)
                        .orElse(words.of("settings.none")));
        int many = leak.selectedProperty().get().size();
        picked.setText(words.of("settings.picked", Words.count(many)));
        picked.setDisable(many == 0);
        if (many == 0 && picked.isSelected()) {
            which.selectToggle(first);
        }
        leak.vectors()
                .ifPresent(
                        v -> all.setText(words.of("settings.all.count", Words.count(v.count()))));
        boolean network = methods.search().equals(ProjectFile.NETWORK);
        Optional<String> lacks = model.ready(!network).or(methods::missing);
        boolean busy = model.doingProperty().get() != ReconstructModel.Doing.NOTHING;
        start.setDisable(lacks.isPresent() || busy);
        missing.setText(lacks.orElse(""));
        missing.setVisible(lacks.isPresent());
        missing.setManaged(lacks.isPresent());
    }

    /// Begins a run as chosen.
    void start() {
        if (!possible()) {
            return;
        }
        queries.commitValue();
        count.commitValue();
        int vectors = leak.vectors().map(v -> v.count()).orElse(0);
        List<Integer> rows = new ArrayList<>();
        if (picked.isSelected()) {
            rows.addAll(leak.selectedProperty().get());
        } else if (first.isSelected() && count.getValue() < vectors) {
            IntStream.range(0, count.getValue()).forEach(rows::add);
        }
        String search = methods.search();
        int least = search.equals("reference") ? 65 : 2;
        model.start(
                new Wish(
                        search,
                        methods.network().map(n -> n.entry(workspace)),
                        asks()
                                ? Optional.of((long) Math.max(least, queries.getValue()))
                                : Optional.empty(),
                        rows));
    }

    private boolean asks() {
        return !methods.search().equals("linear") && !methods.search().equals(ProjectFile.NETWORK);
    }
}
