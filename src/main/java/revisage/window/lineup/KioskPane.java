package revisage.window.lineup;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/// What the kiosk shows between its upper and its lower edge.
interface KioskPane {

    Node node();

    /// It is on the screen, pictures and all.
    default void seen() {}

    /// Hears a key before anything else does; says whether it was meant for it.
    default boolean key(KeyEvent event) {
        return false;
    }
}
