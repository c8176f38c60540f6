package revisage.window.lineup;

import atlantafx.base.theme.Styles;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import revisage.lineup.LineupWords;

import java.util.Map;

/// Two photos of the ability test: the same person or not?
final class PairPane implements KioskPane {

    private final KioskModel model;
    private final VBox node;
    private long from;

    PairPane(
            KioskModel model,
            KioskModel.State.Pair pair,
            Map<String, Image> images,
            ObservableDoubleValue width,
            ObservableDoubleValue height) {
        this.model = model;
        LineupWords words = model.words();
        var side =
                Bindings.createDoubleBinding(
                        () -> Math.clamp(Math.min(width.get() / 3.4, height.get() - 420), 96, 420),
                        width,
                        height);
        var title = new Label(words.get("ability.question"));
        title.getStyleClass().add("kiosk-title");
        var photos =
                new HBox(
                        28,
                        KioskPicture.of(
                                images.get(pair.screen().left()),
                                side,
                                words.get("question.photo", 1)),
                        KioskPicture.of(
                                images.get(pair.screen().right()),
                                side,
                                words.get("question.photo", 2)));
        photos.setAlignment(Pos.CENTER);
        var same = button("same", words.get("ability.same"), true);
        var different = button("different", words.get("ability.different"), false);
        var row = new HBox(16, same, different);
        row.setAlignment(Pos.CENTER);
        var keys = new Label(words.get("ability.keys"));
        keys.getStyleClass().add("text-muted");
        node = new VBox(title, photos, row, keys);
        node.getStyleClass().add("kiosk-question");
        node.setAlignment(Pos.CENTER);
    }

    private Button button(String id, String text, boolean same) {
        var button = new Button(text);
        button.setId(id);
        button.getStyleClass().add(Styles.LARGE);
        button.setOnAction(_ -> judge(same));
        return button;
    }

    private void judge(boolean same) {
        if (from != 0) { // not before it was seen
            model.judge(same, (System.nanoTime() - from) / 1_000_000);
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void seen() {
        from = System.nanoTime();
    }

    @Override
    public boolean key(KeyEvent event) {
        var digit = Digits.of(event);
        boolean meant = digit.isPresent() && (digit.getAsInt() == 1 || digit.getAsInt() == 2);
        if (meant) {
            judge(digit.getAsInt() == 1);
        }
        return meant;
    }
}
