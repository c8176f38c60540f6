package revisage.window.lineup;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import revisage.lineup.AgeBand;
import revisage.lineup.Gender;
import revisage.lineup.LineupWords;
import revisage.window.Notes;
import revisage.window.Words;
import revisage.window.lineup.KioskModel.State;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The kiosk's sheets of words: before the questions, and after them.
final class KioskSheets {

    private final KioskModel model;
    private final Words staff;

    /// @param staff what is said to whoever runs the study
    KioskSheets(KioskModel model, Words staff) {
        this.model = model;
        this.staff = staff;
    }

    private static KioskPane pane(Node node) {
        return () -> node;
    }

    private static KioskPane sheet(String title, Node... children) {
        var heading = new Label(title);
        heading.getStyleClass().add("kiosk-title");
        heading.setWrapText(true);
        heading.setMinHeight(Region.USE_PREF_SIZE);
        var box = new VBox(heading);
        box.getChildren().addAll(children);
        box.getStyleClass().add("kiosk-sheet");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        return pane(new StackPane(box));
    }

    private static Label paragraph(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label remark(String text) {
        Label label = paragraph(text);
        label.getStyleClass().add("text-muted");
        return label;
    }

    private static Button button(String id, String text, Runnable run, String... styles) {
        var button = new Button(text);
        button.setId(id);
        button.getStyleClass().addAll(styles);
        button.setOnAction(_ -> run.run());
        return button;
    }

    private static HBox row(Node... nodes) {
        var row = new HBox(12, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("kiosk-row");
        return row;
    }

    KioskPane start() {
        String ask =
                model.plan().languages().stream()
                        .map(l -> LineupWords.of(l).get("language.choose"))
                        .collect(Collectors.joining(" / "));
        var languages = new FlowPane(12, 12);
        model.languages()
                .forEach(
                        (language, name) ->
                                languages
                                        .getChildren()
                                        .add(
                                                button(
                                                        "language-" + language,
                                                        name,
                                                        () -> model.choose(language),
                                                        Styles.LARGE)));
        LineupWords words = LineupWords.of(model.plan().languages().getFirst());
        var code = new TextField();
        code.setId("code");
        code.setPrefColumnCount(10);
        code.setAccessibleText(words.get("code.enter"));
        Label unknown = remark("");
        unknown.setId("unknown");
        Runnable back =
                () -> {
                    if (!code.getText().isBlank() && !model.comeBack(code.getText())) {
                        unknown.setText(words.get("code.unknown"));
                    }
                };
        code.setOnAction(_ -> back.run());
        return sheet(
                model.plan().title(),
                paragraph(ask),
                languages,
                remark(words.get("code.enter")),
                row(code, button("back", words.get("code.resume"), back), unknown));
    }

    KioskPane back(State.Back back) {
        LineupWords words = model.words();
        return sheet(
                words.get("code.heading"),
                paragraph(words.get("code.yours", back.code())),
                paragraph(words.get("code.answered", back.answered(), back.questions())),
                row(
                        button("resume", words.get("code.resume"), model::resume, Styles.ACCENT),
                        button("anew", words.get("code.anew"), model::anew)),
                row(button("stranger", words.get("code.stranger"), model::stranger, Styles.FLAT)));
    }

    KioskPane consent(State.Consent consent) {
        LineupWords words = model.words();
        var adult = new CheckBox(words.get("consent.adult"));
        adult.setId("adult");
        var agree = new CheckBox(words.get("consent.agree"));
        agree.setId("agree");
        agree.setWrapText(true);
        Button go = button("begin", words.get("consent.begin"), model::agree, Styles.ACCENT);
        go.disableProperty().bind(adult.selectedProperty().and(agree.selectedProperty()).not());
        var text = new VBox(10);
        for (String part : consent.text().split("\n+")) {
            text.getChildren().add(paragraph(part));
        }
        return sheet(
                words.get("consent.heading"),
                text,
                adult,
                agree,
                row(go, button("refuse", words.get("consent.refuse"), model::refuse, Styles.FLAT)));
    }

    KioskPane about() {
        LineupWords words = model.words();
        var ages = new ToggleGroup();
        var genders = new ToggleGroup();
        var ageRow = new FlowPane(20, 10);
        for (AgeBand age : AgeBand.values()) {
            ageRow.getChildren().add(radio("age-", age, words.age(age), ages));
        }
        var skip = new RadioButton(words.get("about.skip"));
        skip.setToggleGroup(ages);
        ageRow.getChildren().add(skip);
        var genderRow = new FlowPane(20, 10);
        for (Gender gender : Gender.values()) {
            genderRow.getChildren().add(radio("gender-", gender, words.gender(gender), genders));
        }
        Button next =
                button(
                        "next",
                        words.get("question.next"),
                        () ->
                                model.about(
                                        chosen(ages, AgeBand.values()),
                                        chosen(genders, Gender.values())),
                        Styles.ACCENT);
        return sheet(
                words.get("about.heading"),
                remark(words.get("about.optional")),
                strong(words.get("about.age")),
                ageRow,
                strong(words.get("about.gender")),
                genderRow,
                row(next));
    }

    private static Label strong(String text) {
        Label label = paragraph(text);
        label.getStyleClass().add("kiosk-strong");
        return label;
    }

    private static RadioButton radio(String id, Enum<?> value, String text, ToggleGroup group) {
        var button = new RadioButton(text);
        button.setId(id + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        button.setUserData(value);
        button.setToggleGroup(group);
        return button;
    }

    private static <E extends Enum<E>> Optional<E> chosen(ToggleGroup group, E[] values) {
        return Optional.ofNullable(group.getSelectedToggle())
                .flatMap(
                        t ->
                                Arrays.stream(values)
                                        .filter(v -> v.equals(t.getUserData()))
                                        .findFirst());
    }

    KioskPane how() {
        LineupWords words = model.words();
        int k = model.plan().k();
        return sheet(
                words.get("how.heading"),
                paragraph(words.get("how.picture")),
                paragraph(words.get("how.photos", k)),
                paragraph(words.get("how.confidence")),
                remark(words.get("how.keys", k)),
                row(button("next", words.get("question.next"), model::understood, Styles.ACCENT)));
    }

    KioskPane thanks(State.Thanks thanks) {
        LineupWords words = model.words();
        return sheet(
                words.get("thanks.heading"),
                paragraph(words.get("thanks.text")),
                remark(words.get("code.yours", thanks.code())),
                row(button("leave", words.get("code.next"), model::leave)));
    }

    KioskPane gone(State.Gone gone) {
        LineupWords words = model.words();
        return sheet(
                words.get("thanks.heading"),
                paragraph(gone.sentence()),
                row(button("leave", words.get("code.next"), model::leave)));
    }

    KioskPane stuck(State.Stuck stuck) {
        return sheet(
                staff.of("kiosk.stuck"),
                Notes.of(stuck.problem(), staff),
                row(button("again", staff.of("kiosk.again"), model::show, Styles.ACCENT)));
    }

    /// Asks whether somebody really wants everything deleted.
    Node withdraw(Runnable close) {
        LineupWords words = model.words();
        return card(
                words.get("withdraw.ask"),
                List.of(
                        paragraph(words.get("withdraw.why")),
                        row(
                                button("stay", words.get("withdraw.no"), close, Styles.ACCENT),
                                button(
                                        "delete",
                                        words.get("withdraw.yes"),
                                        () -> {
                                            close.run();
                                            model.withdraw();
                                        }))));
    }

    /// Something that lies over everything.
    static VBox card(String title, List<? extends Node> children) {
        var heading = new Label(title);
        heading.getStyleClass().add("kiosk-strong");
        heading.setWrapText(true);
        var box = new VBox(12, heading);
        box.getChildren().addAll(children);
        box.getStyleClass().add("over-card");
        box.setMaxSize(460, Region.USE_PREF_SIZE);
        return box;
    }
}
