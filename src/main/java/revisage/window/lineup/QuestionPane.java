package revisage.window.lineup;

import atlantafx.base.theme.Styles;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import revisage.lineup.ConfidenceScale;
import revisage.lineup.LineupWords;
import revisage.lineup.Questionnaire.WhoIsIt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A face that a computer has drawn, photos beside it, and how sure one is.
final class QuestionPane implements KioskPane {

    private static final int A_ROW = 5;
    private static final int LONG_FROM = 5; // steps; more have longer words

    private final KioskModel model;
    private final OpenQuestion marks;
    private final LineupWords words;
    private final List<ToggleButton> photos = new ArrayList<>();
    private final List<ToggleButton> steps = new ArrayList<>();
    private final ToggleButton none;
    private final Button next;
    private final Label missing = new Label();
    private final VBox node;

    /// @param images of the screen, by code
    QuestionPane(
            KioskModel model,
            KioskModel.State.Ask ask,
            Map<String, Image> images,
            ObservableDoubleValue width,
            ObservableDoubleValue height) {
        this.model = model;
        this.marks = ask.marks();
        this.words = model.words();
        WhoIsIt asked = ask.screen();
        none = new ToggleButton(words.get("question.none") + "   0");
        none.setId("none");
        none.getStyleClass().add("kiosk-none");
        none.setOnAction(_ -> mark(marks::toggleNone));
        next = new Button(words.get("question.next"));
        next.setId("next");
        next.getStyleClass().add(Styles.ACCENT);
        next.setOnAction(_ -> goOn());
        missing.getStyleClass().add("text-muted");
        missing.setId("missing");
        String key = model.plan().severalChoices() ? "question.several" : "question.one";
        var title = new Label(words.get(key));
        title.getStyleClass().add("kiosk-title");
        title.setWrapText(true);
        node = new VBox(title);
        asked.place().ifPresent(place -> node.getChildren().add(instructed(place)));
        var end = new HBox(16, next, missing);
        end.setAlignment(Pos.CENTER);
        node.getChildren().addAll(faces(asked, images, width, height), none, sure(), end);
        node.getStyleClass().add("kiosk-question");
        node.setAlignment(Pos.CENTER);
        show();
    }

    private Label instructed(int place) {
        var label =
                new Label(
                        place == 0
                                ? words.get("question.instructed.none")
                                : words.get("question.instructed", place));
        label.getStyleClass().add("kiosk-instructed");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private HBox faces(
            WhoIsIt asked,
            Map<String, Image> images,
            ObservableDoubleValue width,
            ObservableDoubleValue height) {
        int rows = (asked.options().size() + A_ROW - 1) / A_ROW;
        int columns = Math.min(A_ROW, asked.options().size());
        DoubleBinding side =
                Bindings.createDoubleBinding(
                        () ->
                                Math.clamp(
                                        Math.min(
                                                (width.get() - 160) / (columns + 1.7) - 30,
                                                (height.get() - 440) / rows - 44),
                                        64,
                                        230),
                        width,
                        height);
        var caption = new Label(words.get("question.reconstruction"));
        caption.getStyleClass().add("text-muted");
        Node picture =
                KioskPicture.of(
                        images.get(asked.picture()), side.multiply(rows > 1 ? 1.9 : 1.6), "");
        var probe = new VBox(6, picture, caption);
        probe.setAlignment(Pos.TOP_CENTER);
        probe.setAccessibleText(words.get("question.reconstruction"));
        var grid = new GridPane(14, 14);
        for (int i = 0; i < asked.options().size(); i++) {
            grid.add(photo(i, images.get(asked.options().get(i)), side), i % A_ROW, i / A_ROW);
        }
        grid.setAlignment(Pos.CENTER);
        var faces = new HBox(36, probe, grid);
        faces.setAlignment(Pos.CENTER);
        return faces;
    }

    private ToggleButton photo(int place, @Nullable Image image, DoubleBinding side) {
        var button = new ToggleButton(Integer.toString(place + 1));
        button.setGraphic(KioskPicture.of(image, side, ""));
        button.setContentDisplay(ContentDisplay.TOP);
        button.setId("photo-" + (place + 1));
        button.getStyleClass().add("kiosk-photo");
        button.setAccessibleText(words.get("question.photo", place + 1));
        button.setOnAction(_ -> mark(() -> marks.toggle(place)));
        photos.add(button);
        return button;
    }

    private VBox sure() {
        ConfidenceScale scale = model.plan().confidence();
        var title = new Label(words.get("question.confidence"));
        title.getStyleClass().add("kiosk-strong");
        var row = new HBox(8);
        row.setAlignment(Pos.CENTER);
        for (int i = 0; i < scale.steps().size(); i++) {
            int place = i;
            int step = scale.steps().get(i);
            String number = (scale.steps().getFirst() < 0 && step > 0 ? "+" : "") + step;
            var button =
                    new ToggleButton(
                            number.replace('-', '\u2212') + "\n" + words.confidence(scale, step));
            button.setId("step-" + i);
            button.getStyleClass().add("kiosk-step");
            if (scale.steps().size() > LONG_FROM) {
                button.getStyleClass().add("kiosk-step-long");
            }
            button.setWrapText(true);
            button.setOnAction(_ -> mark(() -> marks.rate(place)));
            steps.add(button);
            row.getChildren().add(button);
        }
        var all = new VBox(8, title, row);
        all.setAlignment(Pos.CENTER);
        return all;
    }

    private void mark(Runnable change) {
        change.run();
        show();
    }

    private void show() {
        for (int i = 0; i < photos.size(); i++) {
            photos.get(i).setSelected(marks.marked(i));
        }
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).setSelected(marks.rated(i));
        }
        none.setSelected(marks.none());
        next.setOpacity(marks.complete() ? 1 : 0.5);
        missing.setText("");
    }

    private void goOn() {
        if (model.answer()) {
            missing.setText(words.get("question.missing"));
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void seen() {
        marks.seen();
    }

    @Override
    public boolean key(KeyEvent event) {
        var digit = Digits.of(event);
        if (digit.isPresent()) {
            int number = digit.getAsInt();
            mark(number == 0 ? marks::toggleNone : () -> marks.toggle(number - 1));
            return true;
        }
        switch (event.getCode()) {
            case RIGHT -> mark(() -> marks.move(1));
            case LEFT -> mark(() -> marks.move(-1));
            case ENTER -> goOn();
            default -> {
                return false;
            }
        }
        return true;
    }
}
