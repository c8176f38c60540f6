package revisage.window.extractors;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import revisage.extract.ModelCard;
import revisage.study.ExtractorTrial;
import revisage.window.Icons;
import revisage.window.Notes;
import revisage.window.Words;

import java.util.Locale;

/// One extractor: what it is, what it wants, how it runs here.
final class ExtractorCard extends VBox {

    private final Words words;
    private final GridPane facts = new GridPane();
    private int row;

    ExtractorCard(ExtractorsModel.Entry entry, ExtractorsModel model, Words words, Runnable probe) {
        this.words = words;
        getStyleClass().addAll("panel", "extractor-card");
        getChildren().add(head(entry, model));
        facts.setHgap(14);
        facts.setVgap(6);
        facts.getStyleClass().add("facts");
        entry.card().ifPresentOrElse(this::facts, () -> fact("extractors.card", missing(entry)));
        entry.outline()
                .ifPresent(
                        o ->
                                fact(
                                        "extractors.size",
                                        mebibytes(o.bytes()) + ", opset " + o.opset()));
        entry.trial().ifPresent(this::trial);
        getChildren().add(facts);
        entry.card()
                .ifPresent(
                        c -> getChildren().add(new InputPreview(c, words, model.sampleProperty())));
        entry.problem().ifPresent(p -> getChildren().add(Notes.of(p, words)));
        if (entry.card().isEmpty() && entry.outline().isPresent()) {
            getChildren().add(Notes.of(Notes.Kind.WARNING, words.of("extractors.probe.needed")));
        }
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().addAll(gap, buttons(entry, model, probe));
    }

    private HBox head(ExtractorsModel.Entry entry, ExtractorsModel model) {
        var name = new Label(entry.label());
        name.getStyleClass().add("panel-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(8, Icons.of("fth-cpu"), name, gap);
        head.setAlignment(Pos.CENTER_LEFT);
        if (entry.attacked()) {
            var badge = new Label(words.of("extractors.attacked"), Icons.of("fth-crosshair"));
            badge.getStyleClass().add("badge");
            head.getChildren().add(badge);
        }
        head.getChildren()
                .add(
                        Icons.button(
                                "fth-trash-2",
                                words.of("extractors.remove"),
                                () -> model.remove(entry)));
        return head;
    }

    private String missing(ExtractorsModel.Entry entry) {
        return words.of(
                entry.outline().isPresent() ? "extractors.card.missing" : "extractors.reading");
    }

    private void facts(ModelCard card) {
        fact("extractors.dimension", Words.count(card.dimension()));
        fact(
                "extractors.length",
                words.of(
                        card.output().unitLength()
                                ? "extractors.length.unit"
                                : "extractors.length.any"));
        fact("extractors.licence", card.licence());
        fact("extractors.source", card.source());
        fact("extractors.sha256", card.sha256());
    }

    private void trial(ExtractorTrial.Result trial) {
        fact("extractors.device", trial.device());
        fact(
                "extractors.speed",
                words.of("extractors.speed.value", Words.count(Math.round(trial.facesASecond()))));
        fact(
                "extractors.selftest",
                words.of(
                        trial.repeatable()
                                ? "extractors.selftest.good"
                                : "extractors.selftest.varies"));
    }

    private void fact(String key, String value) {
        var name = new Label(words.of(key));
        name.getStyleClass().add(Styles.TEXT_MUTED);
        name.setMinWidth(Region.USE_PREF_SIZE);
        var text = new Label(value);
        text.setWrapText(true);
        text.getStyleClass().add("fact-text");
        text.setTooltip(new Tooltip(value));
        facts.addRow(row++, name, text);
        GridPane.setValignment(name, javafx.geometry.VPos.TOP);
        GridPane.setValignment(text, javafx.geometry.VPos.TOP);
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / 1_048_576.0);
    }

    private HBox buttons(ExtractorsModel.Entry entry, ExtractorsModel model, Runnable probe) {
        var trial = new Button(words.of("extractors.trial"), Icons.of("fth-activity"));
        trial.setOnAction(_ -> model.trial(entry));
        trial.setDisable(entry.card().isEmpty());
        var ask = new Button(words.of("extractors.probe"), Icons.of("fth-search"));
        ask.setOnAction(_ -> probe.run());
        if (entry.card().isEmpty()) {
            ask.getStyleClass().add(Styles.ACCENT);
        }
        var buttons = new HBox(8, trial, ask);
        if (!entry.attacked()) {
            var attack = new Button(words.of("extractors.attack"), Icons.of("fth-crosshair"));
            attack.setOnAction(_ -> model.attack(entry));
            buttons.getChildren().add(attack);
        }
        return buttons;
    }
}
