package revisage.window.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.util.Optional;

/// One card over everything: the palette, a question, the walk-through.
final class Overlay extends StackPane {

    private Optional<Node> focusedBefore = Optional.empty();
    private boolean closable = true;

    Overlay() {
        getStyleClass().add("overlay");
        setVisible(false);
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE && closable) {
                        hide();
                        e.consume();
                    }
                });
        setOnMousePressed(
                e -> {
                    if (e.getTarget() == this && closable) {
                        hide();
                    }
                });
    }

    /// @param mayClose whether Escape and a click beside it take it away
    void show(Region card, Pos place, boolean mayClose) {
        closable = mayClose;
        if (getScene() != null && !isVisible()) {
            focusedBefore = Optional.ofNullable(getScene().getFocusOwner());
        }
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, place);
        getChildren().setAll(card);
        setVisible(true);
        card.requestFocus();
    }

    void hide() {
        setVisible(false);
        getChildren().clear();
        focusedBefore.ifPresent(Node::requestFocus);
    }
}
