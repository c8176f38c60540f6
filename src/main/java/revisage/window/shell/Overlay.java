package revisage.window.shell;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// One card over everything: the palette, a question, the walk-through.
final class Overlay extends StackPane {

    private static final PseudoClass CLEAR = PseudoClass.getPseudoClass("clear");

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
        if (isVisible() && !closable) {
            return; // a question that must be answered is not talked over
        }
        closable = mayClose;
        // A card at the foot speaks of what is above it.
        pseudoClassStateChanged(CLEAR, place == Pos.BOTTOM_CENTER);
        if (getScene() != null && !isVisible()) {
            focusedBefore = Optional.ofNullable(getScene().getFocusOwner());
        }
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, place);
        getChildren().setAll(card);
        setVisible(true);
        enter();
    }

    /// The keys stay in the card.
    private void enter() {
        Node card = getChildren().getFirst();
        card.applyCss();
        card.requestFocus();
        if (!holds(getScene().getFocusOwner())) {
            card.requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    private boolean holds(@Nullable Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).anyMatch(this::equals);
    }

    /// To be called once, when there is a scene.
    void keep(Scene scene) {
        scene.focusOwnerProperty()
                .subscribe(
                        owner -> {
                            if (isVisible() && owner != null && !holds(owner)) {
                                enter();
                            }
                        });
    }

    void hide() {
        setVisible(false);
        getChildren().clear();
        focusedBefore.ifPresent(Node::requestFocus);
        focusedBefore = Optional.empty();
    }
}
