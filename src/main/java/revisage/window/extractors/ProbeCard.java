package revisage.window.extractors;

import atlantafx.base.theme.Styles;

import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import revisage.study.ExtractorProbe;
import revisage.window.Chooser;
import revisage.window.Icons;
import revisage.window.Jobs.Outcome;
import revisage.window.Notes;
import revisage.window.Problem;
import revisage.window.Task;
import revisage.window.Words;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The probe as a guided dialog: faces, trying, choosing.
final class ProbeCard extends VBox {

    private final ExtractorsModel.Entry entry;
    private final ExtractorsModel model;
    private final Words words;
    private final Chooser chooser;
    private final Label step = new Label();
    private final VBox body = new VBox(12);
    private Optional<Task> trying = Optional.empty();

    /// @param close takes this card away
    ProbeCard(
            ExtractorsModel.Entry entry,
            ExtractorsModel model,
            Words words,
            Chooser chooser,
            Runnable close) {
        this.entry = entry;
        this.model = model;
        this.words = words;
        this.chooser = chooser;
        getStyleClass().addAll("over-card", "probe");
        setId("probe");
        setSpacing(14);
        var title = new Label(words.of("probe.title", entry.label()));
        title.getStyleClass().add("panel-title");
        step.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Runnable leave =
                () -> {
                    trying.ifPresent(Task::stop);
                    close.run();
                };
        var head =
                new HBox(
                        8, title, gap, step, Icons.button("fth-x", words.of("probe.close"), leave));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, body);
        ask();
    }

    private void ask() {
        var faces = new Button(words.of("probe.faces"), Icons.of("fth-folder"));
        faces.getStyleClass().add(Styles.ACCENT);
        faces.setOnAction(_ -> chooser.folder(words.of("probe.faces")).ifPresent(this::measured));
        var guess = new Button(words.of("probe.guess"));
        guess.setOnAction(_ -> run(Optional.empty()));
        faces.setId("probe-faces");
        guess.setId("probe-guess");
        step.setText(words.of("probe.step", 1));
        body.getChildren().setAll(text(words.of("probe.why")), new HBox(8, faces, guess));
    }

    private void measured(Path folder) {
        run(Optional.of(folder));
    }

    private void run(Optional<Path> faces) {
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        var stop = new Button(words.of("tasks.stop"), Icons.of("fth-square"));
        stop.setOnAction(_ -> trying.ifPresent(Task::stop));
        step.setText(words.of("probe.step", 2));
        body.getChildren().setAll(text(words.of("probe.trying")), bar, stop);
        Task task = model.probe(entry, faces, this::ended);
        task.shareProperty().subscribe(s -> bar.setProgress(s.doubleValue()));
        trying = Optional.of(task).filter(Task::going);
    }

    private void ended(Outcome<ExtractorProbe.Finding> outcome) {
        trying = Optional.empty();
        switch (outcome) {
            case Outcome.Done<ExtractorProbe.Finding>(ExtractorProbe.Finding finding) ->
                    found(finding);
            case Outcome.Stopped<ExtractorProbe.Finding> _ -> ask();
            case Outcome.Failed<ExtractorProbe.Finding>(Problem problem) -> {
                ask();
                body.getChildren().add(Notes.of(problem, words));
            }
        }
    }

    private void found(ExtractorProbe.Finding finding) {
        var keep = new Button(words.of("probe.keep"), Icons.of("fth-save"));
        keep.getStyleClass().add(Styles.ACCENT);
        keep.setId("probe-keep");
        step.setText(words.of("probe.step", 3));
        keep.setOnAction(
                _ -> {
                    model.keep(entry, finding.card());
                    keep.setDisable(true);
                    keep.setText(words.of("probe.kept"));
                });
        if (finding.tried().isEmpty()) {
            body.getChildren()
                    .setAll(
                            Notes.of(Notes.Kind.WARNING, words.of("probe.guessed")),
                            new InputPreview(finding.card(), words, model.sampleProperty()),
                            keep);
            return;
        }
        var table = new TableView<ExtractorProbe.Tried>();
        table.getItems().setAll(finding.tried());
        table.setPrefHeight(230);
        table.setAccessibleText(words.of("probe.found"));
        table.getColumns()
                .setAll(
                        java.util.List.of(
                                column("probe.words", 330, t -> t.words()),
                                numbers("probe.separation", 90, t -> number(t.separation())),
                                numbers("probe.eer", 120, t -> number(t.equalErrorRate()))));
        var last = new HBox(8, keep);
        last.setAlignment(Pos.CENTER_LEFT);
        body.getChildren().setAll(text(words.of("probe.found")), table, last);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private TableColumn<ExtractorProbe.Tried, String> column(
            String key, double width, Function<ExtractorProbe.Tried, String> value) {
        var column = new TableColumn<ExtractorProbe.Tried, String>(words.of(key));
        column.setCellValueFactory(c -> new SimpleStringProperty(value.apply(c.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    private TableColumn<ExtractorProbe.Tried, String> numbers(
            String key, double width, Function<ExtractorProbe.Tried, String> value) {
        var column = column(key, width, value);
        column.getStyleClass().add("number");
        return column;
    }

    private static Label text(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
